/** Warms up: what every message goes through, as far as it can be named from outside, and when it is compiled. */
import { now } from "../../ffi/clock.ts";
import { Epoll } from "../../ffi/epoll.ts";
import { poll } from "../../ffi/fd.ts";
import { heat, hotClasses, hotPath } from "../../ffi/hot.ts";
import { Loop } from "../../ffi/loop.ts";
import { isTruncated, lengthOf, nsidOf, receiveMany, senderOf, slot } from "../../ffi/mmsg.ts";
import { FdWriter } from "../../ffi/writer.ts";
import { eventName } from "../events/event.ts";
import { Filter } from "../events/filter.ts";
import { Globs } from "../events/glob.ts";
import { Outlet } from "../events/outlet.ts";
import { Processes } from "../events/processes.ts";
import { Kernel } from "../kernel.ts";
import { Likeness } from "../likeness.ts";
import { Monitor } from "../monitor.ts";
import { Context } from "../netlink/context.ts";
import { Drain } from "../netlink/drain.ts";
import { Gathered, Lent, Recorded } from "../netlink/gather.ts";
import { fits, Kept, shapeOf } from "../netlink/kept.ts";
import { MessageWalk } from "../netlink/nlmsg.ts";
import { saidBy } from "../netlink/row.ts";
import { Table } from "../netlink/table.ts";
import { str, u8, u16, u32 } from "../netlink/types.ts";
import { describeAddress } from "../output/address-text.ts";
import { Bytes } from "../output/bytes.ts";
import { describeChanged } from "../output/changed-text.ts";
import { json } from "../output/json.ts";
import { describeLink } from "../output/link-text.ts";
import { describe } from "../output/text.ts";
import { microsecond, utc, utcSecond } from "../output/time.ts";
import { addressKey, readAddress } from "../rtnetlink/address.ts";
import { Dev, Devs } from "../rtnetlink/dev.ts";
import { familyName, formatInet, formatInet6 } from "../rtnetlink/inet.ts";
import { readLink } from "../rtnetlink/link.ts";
import { scopeName } from "../rtnetlink/names.ts";
import { neighbour } from "../rtnetlink/neighbour.ts";
import { claim } from "../rtnetlink/objects.ts";
import { route } from "../rtnetlink/route.ts";
import { dev, formatAddress, inet, lladdr } from "../rtnetlink/types.ts";
import { Addresses } from "../state/addresses.ts";
import { diff, same } from "../state/diff.ts";
import { Doubts } from "../state/doubts.ts";
import { Host } from "../state/host.ts";
import { Links } from "../state/links.ts";
import { Output } from "./output.ts";
import { Summary } from "./summary.ts";

/** Of the first batches, after each so many of them the compiler is told. */
const COLD = 512;
const STEP = 16;

let batches = 0;

/** A batch has been written out. */
export function warm(): void {
  if (batches === COLD || ++batches % STEP !== 0) return;
  if (batches === STEP) name();
  heat();
}

function name(): void {
  hotClasses(
    Addresses,
    Bytes,
    Context,
    Dev,
    Devs,
    Doubts,
    Drain,
    Epoll,
    FdWriter,
    Filter,
    Gathered,
    Globs,
    Host,
    Kept,
    Kernel,
    Lent,
    Likeness,
    Links,
    Loop,
    MessageWalk,
    Monitor,
    Outlet,
    Output,
    Processes,
    Recorded,
    Summary,
    Table,
  );
  hotPath(
    ...[now, poll, receiveMany, slot, lengthOf, isTruncated, senderOf, nsidOf],
    ...[saidBy, shapeOf, fits, Kept.of, str.read, u8.read, u16.read, u32.read],
    ...[
      claim,
      readAddress,
      addressKey,
      readLink,
      route.read,
      neighbour.read,
      dev.read,
      inet.read,
      lladdr.read,
    ],
    ...[familyName, formatAddress, formatInet, formatInet6, scopeName, diff, same, eventName],
    ...[json.write, describe, describeAddress, describeLink, describeChanged, utc, utcSecond, microsecond],
  );
}
