/** One IFLA_LINKINFO, in a message of its own. Those marked (n-p-r) were recorded by netlink-packet-route (MIT). */
import { readLink } from "../../../src/rtnetlink/link.ts";
import { everything, messageOf, shown, wire } from "../corpus.ts";

/** nlmsghdr and ifinfomsg: RTM_NEWLINK of an Ethernet device with index 100. */
const HEADERS = "10000000 10000000 00000000 00000000  00000100 64000000 00000000 00000000";

/** What is read of the attribute, all of which has to be known; `names` are the devices seen before. */
export function linkinfo(
  text: string,
  names: Readonly<Record<number, string>> = {},
  { all = false } = {},
): unknown {
  const cx = everything();
  cx.all = all;
  for (const [ifindex, name] of Object.entries(names)) cx.devs.name(Number(ifindex), name);
  const bytes = wire(`${HEADERS}\n${text}`);
  new DataView(bytes.buffer).setUint32(0, bytes.length, true);
  const link = readLink(messageOf(bytes), cx);
  if (cx.problems.length > 0 || cx.unknown.length > 0)
    throw new Error(JSON.stringify([cx.problems, cx.unknown]));
  return shown(link?.body.linkinfo ?? {});
}
