/** Asks the kernel for all objects of a kind. */
import type { Dumps, Request } from "../netlink/dump.ts";
import { RequestError } from "../netlink/error.ts";
import type { Ask, ObjectType, Reading } from "../rtnetlink/object.ts";
import { OBJECTS, type ObjectName } from "../rtnetlink/objects.ts";
import type { RtContext } from "../rtnetlink/types.ts";
import type { Part } from "./host.ts";

/** Answers of a kernel that does not have the object, a family of it, or the device: there are none. */
const ABSENT: ReadonlySet<string> = new Set([
  "EOPNOTSUPP",
  "EAFNOSUPPORT",
  "EPROTONOSUPPORT",
  "ENOTSUPP",
  "ENODEV",
]);
/** For more devices than so many, one answer with everything is the smaller work. */
const FEW = 8;
/** So many come in one part of an answer. */
const ONE_PART = 16;

/** All of them; of a few devices only, where `ifindexes` names some and the kernel can be asked so. */
export function readObject(
  dumps: Dumps,
  object: ObjectName,
  cx: RtContext,
  ifindexes?: readonly number[],
): Part {
  return readType(dumps, OBJECTS[object], cx, ifindexes);
}

/** What has to be asked for all of them. */
export const requestsFor = (dumps: Dumps, object: ObjectName, cx: RtContext): readonly Request[] =>
  OBJECTS[object].dumps((other) => readType(dumps, other, cx, undefined).readings as never);

function readType(
  dumps: Dumps,
  type: ObjectType,
  cx: RtContext,
  ifindexes: readonly number[] | undefined,
): Part {
  const part = readOnce(dumps, type, cx, ifindexes);
  if (!type.byPosition || part.readings.length <= ONE_PART) return part;
  // Two that leave out the same are not to be expected; one that has gone meanwhile is told with its device.
  const again = readOnce(dumps, type, cx, ifindexes);
  const keys = new Set(part.readings.map(({ key }) => key));
  const others = again.readings.filter(({ key }) => !keys.has(key));
  return { readings: [...part.readings, ...others], whole: part.whole && again.whole };
}

function readOnce(
  dumps: Dumps,
  type: ObjectType,
  cx: RtContext,
  ifindexes: readonly number[] | undefined,
): Part {
  const readings: Reading[] = [];
  let whole = true;
  const ask: Ask = <B extends object>(other: ObjectType<B>) => {
    const part = readType(dumps, other, cx, undefined);
    if (!part.whole) whole = false;
    return part.readings as readonly Reading<B>[];
  };
  const requests =
    ifindexes === undefined || ifindexes.length > FEW || type.dumpsOf === undefined
      ? type.dumps(ask)
      : ifindexes.flatMap((ifindex) => type.dumpsOf!(ifindex, ask));
  for (const request of requests) {
    try {
      const { objects, interrupted } = dumps.dump(request, (message) => type.read(message, cx));
      for (const read of objects) {
        if (Array.isArray(read)) readings.push(...read);
        else readings.push(read as Reading);
      }
      if (interrupted) whole = false;
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      // The device is gone; what it was not alone to have is found among all.
      if (error.code === "ENODEV" && ifindexes !== undefined && type.ofSeveral)
        return readType(dumps, type, cx, undefined);
      if (!ABSENT.has(error.code)) throw error;
    }
  }
  return { readings, whole };
}
