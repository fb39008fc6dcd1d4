/** --raw: every message as it was received; no state, nothing suppressed. */

import type { Where } from "../events/event.ts";
import { readError } from "../netlink/error.ts";
import { hex } from "../netlink/hex.ts";
import { type Message, NLMSG_DONE, NLMSG_ERROR, nlmsgFlagNames } from "../netlink/nlmsg.ts";
import type { Address } from "../rtnetlink/address.ts";
import type { Link } from "../rtnetlink/link.ts";
import type { Decoded } from "../rtnetlink/objects.ts";
import { messageTypeName } from "../rtnetlink/rtm.ts";
import type { RtContext } from "../rtnetlink/types.ts";
import { printable, safeJson } from "./escape.ts";
import { wordsOf } from "./object-text.ts";
import { local, utc } from "./time.ts";

export interface RawSink {
  /** The text of one message; `decoded` is what it says, where its type is known. */
  format(time: number, message: Message, decoded: Decoded | undefined, cx: RtContext, where?: Where): string;
}

export const rawJson: RawSink = {
  format(time, message, decoded, cx, where) {
    const { type, flags, seq, pid } = message;
    const line: Record<string, unknown> = {
      time: utc(time),
      type: messageTypeName(type),
      flags: nlmsgFlagNames(type, flags),
      seq,
      pid,
    };
    // Of an id of a namespace, `nsid` is the object.
    if (where !== undefined) {
      if (where.netns !== undefined) line.netns = where.netns;
      if (where.nsid !== undefined) line[decoded?.object === "nsid" ? "in_nsid" : "nsid"] = where.nsid;
    }
    if (decoded !== undefined) {
      const { object, readings } = decoded;
      const dev = readings[0]?.dev;
      if (dev !== undefined) {
        line.ifindex = dev.ifindex;
        line.ifname = dev.ifname;
      }
      const bodies = readings.map(({ body }) => body);
      line[object] = bodies.length === 1 ? bodies[0] : bodies;
    } else if (type === NLMSG_ERROR || type === NLMSG_DONE) line.error = readError(message, cx);
    else line.hex = hex(message.view, message.at, message.end - message.at);
    line.unknown = cx.unknown;
    line.problems = cx.problems;
    return `${safeJson(JSON.stringify(line))}\n`;
  },
};

/** AF_* of the families that rtnetlink objects have. */
const FAMILIES: Readonly<Record<number, string>> = {
  0: "AF_UNSPEC",
  2: "AF_INET",
  7: "AF_BRIDGE",
  10: "AF_INET6",
  28: "AF_MPLS",
  128: "RTNL_FAMILY_IPMR",
  129: "RTNL_FAMILY_IP6MR",
};

const typeInHex = (type: number): string => `0x${type.toString(16).padStart(2, "0")}`;

/** One block a message: `ifname`, `nlmsg_type`, `ifa_family`, `address`, and when and to whom it belongs. */
export const rawText: RawSink = {
  format(time, message, decoded, cx, where) {
    const { type, flags, seq, pid } = message;
    const family = message.end > message.at ? message.view.getUint8(message.at) : undefined;
    const lines = [`time        ${local(time)}`];
    if (where?.netns !== undefined) lines.push(`netns       ${printable(where.netns)}`);
    if (where?.nsid !== undefined) lines.push(`nsid        ${where.nsid}`);
    const dev = decoded?.readings[0]?.dev;
    if (dev !== undefined) lines.push(`ifname      ${printable(dev.ifname)}`);
    lines.push(`nlmsg_type  ${typeInHex(type)} ${messageTypeName(type)}`);
    if (flags !== 0) lines.push(`nlmsg_flags ${nlmsgFlagNames(type, flags).join(" ")}`);
    if (seq !== 0 || pid !== 0) lines.push(`nlmsg_seq   ${seq} nlmsg_pid ${pid}`);
    if (decoded !== undefined && family !== undefined)
      lines.push(`ifa_family  ${family} ${FAMILIES[family] ?? `AF_${family}`}`);
    if (decoded !== undefined) lines.push(...fields(decoded).map(printable));
    for (const { path, problem } of cx.problems) lines.push(`problem     ${path}: ${problem}`);
    return `${lines.join("\n")}\n\n`;
  },
};

const label = (name: string): string => name.padEnd(11);

function fields({ object, readings }: Decoded): string[] {
  return readings.flatMap(({ body }) => {
    if (object === "link") return linkFields(body as Link);
    if (object === "address") return addressFields(body as Address);
    return `${label(object)} ${wordsOf(object).summary(body)}`;
  });
}

function linkFields({ address, flags, operstate, mtu, master }: Link): string[] {
  const lines = address === undefined ? [] : [`address     ${address}`];
  lines.push(`ifi_flags   ${flags.join(",") || "none"}`);
  if (operstate !== undefined) lines.push(`operstate   ${operstate}`);
  if (mtu !== undefined) lines.push(`mtu         ${mtu}`);
  if (master !== undefined) lines.push(`master      ${master}`);
  return lines;
}

function addressFields({ local, address, prefixlen, scope, tentative }: Address): string[] {
  const peer = address === undefined ? "" : ` peer ${address}`;
  return [
    `address     ${local ?? "?"}${peer}/${prefixlen}`,
    `scope       ${scope}${tentative ? " tentative" : ""}`,
  ];
}
