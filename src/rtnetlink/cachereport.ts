/**
 * What the kernel asks and tells a multicast routing daemon: IPMRA_CREPORT_*, include/uapi/linux/mroute.h, and
 * IP6MRA_CREPORT_*, mroute6.h. Received, not kept.
 */
import { attr, type FieldsOf, table } from "../netlink/attr.ts";
import { bytes, mapped, named, u8, u32 } from "../netlink/types.ts";
import { inOrder } from "./in-order.ts";
import { AF_INET, AF_INET6, familyName } from "./inet.ts";
import { RTNL_FAMILY_IPMR } from "./mroute.ts";
import { tableName } from "./names.ts";
import { object } from "./object.ts";
import { RTM_NEWCACHEREPORT, RTNLGRP_IPV4_MROUTE_R, RTNLGRP_IPV6_MROUTE_R } from "./rtm.ts";
import { inet, type RtContext } from "./types.ts";

/** struct rtgenmsg: family u8, padded. */
const RTGENMSG_SIZE = 4;

/** IGMPMSG_* and MRT6MSG_*. */
const MSGTYPES: Readonly<Record<number, string>> = {
  1: "nocache",
  2: "wrongvif",
  3: "wholepkt",
  4: "wrvifwhole",
};

const CREPORT = {
  1: attr("IPMRA_CREPORT_MSGTYPE", "msgtype", named(u8, MSGTYPES)),
  2: attr("IPMRA_CREPORT_VIF_ID", "vif", u32),
  3: attr("IPMRA_CREPORT_SRC_ADDR", "src", inet),
  4: attr("IPMRA_CREPORT_DST_ADDR", "dst", inet),
  5: attr("IPMRA_CREPORT_PKT", "pkt", bytes, "detail"),
  6: attr("IPMRA_CREPORT_TABLE", "table", mapped(u32, tableName)),
} as const;

export const creport4 = table<RtContext>()("IPMRA_CREPORT", CREPORT);
export const creport6 = table<RtContext>()("IP6MRA_CREPORT", {
  1: attr("IP6MRA_CREPORT_MSGTYPE", "msgtype", named(u8, MSGTYPES)),
  2: attr("IP6MRA_CREPORT_MIF_ID", "vif", u32),
  3: attr("IP6MRA_CREPORT_SRC_ADDR", "src", inet),
  4: attr("IP6MRA_CREPORT_DST_ADDR", "dst", inet),
  5: attr("IP6MRA_CREPORT_PKT", "pkt", bytes, "detail"),
});

/** ip does not show them; the keys are those of `ip mroute` and of the attributes. `pkt` is the packet, in hex. */
export interface CacheReport extends FieldsOf<typeof CREPORT> {
  family: string;
}

export const cachereport = object<CacheReport>({
  set: RTM_NEWCACHEREPORT,
  groups: [RTNLGRP_IPV4_MROUTE_R, RTNLGRP_IPV6_MROUTE_R],
  dumps: () => [],
  read({ view, at, end }, cx) {
    cx.reset();
    if (end - at < RTGENMSG_SIZE) {
      cx.problem("rtgenmsg", `${end - at} bytes, ${RTGENMSG_SIZE} expected`);
      return undefined;
    }
    const ipv4 = view.getUint8(at) === RTNL_FAMILY_IPMR;
    cx.family = ipv4 ? AF_INET : AF_INET6;
    const of: FieldsOf<typeof CREPORT> = (ipv4 ? creport4 : creport6).read(view, at + RTGENMSG_SIZE, end, cx);
    const body: CacheReport = { family: familyName(cx.family)! };
    inOrder(body, of, ["msgtype", "src", "dst", "vif", "table", "pkt"]);
    cx.remember(body);
    return { dev: undefined, body, key: `${body.family} ${of.src} ${of.dst}` };
  },
});
