/** Classes of qdiscs: RTM_NEWTCLASS, as `tc -j -d class` shows them. */
import type { Request } from "../../netlink/dump.ts";
import type { Message } from "../../netlink/nlmsg.ts";
import { hex0x } from "../../netlink/types.ts";
import type { Dev } from "../dev.ts";
import { object, type Reading } from "../object.ts";
import { RTM_DELTCLASS, RTM_GETTCLASS, RTM_NEWTCLASS, RTNLGRP_TC } from "../rtm.ts";
import type { RtContext } from "../types.ts";
import { formatClassid, TC_H_ROOT } from "./handle.ts";
import { type Qdisc, qdisc } from "./qdisc.ts";
import { classKinds } from "./qdiscs/index.ts";
import { countersOf, readTc, tca, tcRequest } from "./tca.ts";

/** The options, which depend on the kind, stand beside these keys. */
export interface Class {
  /** The kind of the qdisc. */
  class?: string;
  /** `1:10`. */
  handle: string;
  dev: Dev;
  root?: true;
  parent?: string;
  /** Handle of the qdisc in it, `0x8002`. */
  leaf?: string;
  stats?: object;
}

const attributes = tca(classKinds);

function read(message: Message, cx: RtContext): Reading<Class> | undefined {
  const header = readTc(attributes, message, cx);
  if (header === undefined) return undefined;
  const { ifindex, handle, parent, info, fields } = header;
  const dev = cx.devs.get(ifindex);
  const body: Class = {
    ...(fields.kind !== undefined && { class: fields.kind }),
    handle: handle === 0 ? "" : formatClassid(handle),
    dev,
    ...(parent === TC_H_ROOT ? { root: true } : { parent: formatClassid(parent) }),
    ...(info !== 0 && { leaf: hex0x(info >>> 16) }),
    ...fields.options,
    ...(cx.all && { stats: countersOf(fields) }),
  };
  cx.remember(body);
  // The classes of qdiscs without a handle have the same numbers: of each other they differ in kind and parent.
  const place = handle >>> 16 === 0 ? ` ${fields.kind} ${parent}` : "";
  return { dev, body, key: `${ifindex} ${handle}${place}` };
}

/** The kernel gives the classes of one device at a time. */
const dumpsOf = (ifindex: number): Request[] => [tcRequest("RTM_GETTCLASS", RTM_GETTCLASS, ifindex)];

/** Kinds that never have classes, and are at most devices. */
const CLASSLESS: ReadonlySet<string | undefined> = new Set(["noqueue", "pfifo_fast", "pfifo", "bfifo"]);

/** Indexes of the devices that can have classes. */
function classful(qdiscs: readonly Reading<Qdisc>[]): Set<number> {
  const indexes = new Set<number>();
  for (const { body } of qdiscs) if (!CLASSLESS.has(body.kind)) indexes.add(body.dev.ifindex);
  return indexes;
}

export const tclass = object<Class>({
  set: RTM_NEWTCLASS,
  delete: RTM_DELTCLASS,
  groups: [RTNLGRP_TC],
  dumps: (ask) => [...classful(ask(qdisc))].flatMap(dumpsOf),
  dumpsOf,
  read,
});
