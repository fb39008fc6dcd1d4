/**
 * What routers advertise for programs rather than for the kernel (name servers, ...): struct nduseroptmsg, options
 * (nd-option.ts) and NDUSEROPT_*, include/uapi/linux/rtnetlink.h. Received, not kept; ip does not show it.
 */
import { attr, table } from "../netlink/attr.ts";
import { familyName } from "./inet.ts";
import { type NdOption, readNdOption } from "./nd-option.ts";
import { object, type Reading } from "./object.ts";
import { RTM_NEWNDUSEROPT, RTNLGRP_ND_USEROPT } from "./rtm.ts";
import { inet, type RtContext } from "./types.ts";

/** struct nduseroptmsg: family u8, pad u8, opts_len u16, ifindex s32, icmp_type u8, icmp_code u8, pad u16, pad u32. */
const NDUSEROPTMSG_SIZE = 16;

const NDUSEROPT = { 1: attr("NDUSEROPT_SRCADDR", "srcaddr", inet) } as const;

export const nduseroptTable = table<RtContext>()("NDUSEROPT", NDUSEROPT);

export interface NdUserOpt extends Partial<NdOption> {
  family?: string;
  family_index?: number;
  icmp_type: number;
  icmp_code: number;
  /** The router that sent it. */
  srcaddr?: string;
}

export const nduseropt = object<NdUserOpt>({
  set: RTM_NEWNDUSEROPT,
  groups: [RTNLGRP_ND_USEROPT],
  dumps: () => [],
  read({ view, at, end }, cx) {
    cx.reset();
    if (end - at < NDUSEROPTMSG_SIZE) {
      cx.problem("nduseroptmsg", `${end - at} bytes, ${NDUSEROPTMSG_SIZE} expected`);
      return undefined;
    }
    const family = view.getUint8(at);
    cx.family = family;
    let optionsEnd = at + NDUSEROPTMSG_SIZE + view.getUint16(at + 2, true);
    if (optionsEnd > end) {
      cx.problem("nduseropt_opts_len", `${optionsEnd - end} bytes more than there are`);
      optionsEnd = end;
    }
    const attributes = at + NDUSEROPTMSG_SIZE + ((optionsEnd - at - NDUSEROPTMSG_SIZE + 3) & ~3);
    const of = attributes < end ? nduseroptTable.read(view, attributes, end, cx) : {};

    const dev = cx.devs.get(view.getInt32(at + 4, true));
    const head = {} as NdUserOpt;
    const name = familyName(family);
    if (name === undefined) head.family_index = family;
    else head.family = name;
    head.icmp_type = view.getUint8(at + 8);
    head.icmp_code = view.getUint8(at + 9);
    const readings: Reading<NdUserOpt>[] = [];
    const add = (option: Partial<NdOption>) => {
      const body: NdUserOpt = { ...head, ...option };
      if (of.srcaddr !== undefined) body.srcaddr = of.srcaddr;
      cx.remember(body);
      readings.push({ dev, body, key: `${dev.ifindex} ${option.option}` });
    };
    for (let next = at + NDUSEROPTMSG_SIZE; next < optionsEnd; ) {
      const read = readNdOption(view, next, optionsEnd, cx);
      if (read === undefined) break;
      add(read.option);
      next += read.length;
    }
    if (readings.length === 0) add({});
    return readings;
  },
});
