/** IFLA_INFO_DATA and IFLA_INFO_SLAVE_DATA by kind: one file and one row here per kind. */
import { lazily, type Table } from "../../netlink/attr.ts";
import type { RtContext } from "../types.ts";

export const kinds = lazily<Table<RtContext, object>>({
  amt: () => require("./amt.ts").amt,
  bareudp: () => require("./bareudp.ts").bareudp,
  batadv: () => require("./batadv.ts").batadv,
  bond: () => require("./bond.ts").bond,
  bridge: () => require("./bridge.ts").bridge,
  can: () => require("./can.ts").can,
  dsa: () => require("./dsa.ts").dsa,
  erspan: () => require("./gre.ts").gre,
  geneve: () => require("./geneve.ts").geneve,
  gre: () => require("./gre.ts").gre,
  gretap: () => require("./gre.ts").gre,
  gtp: () => require("./gtp.ts").gtp,
  hsr: () => require("./hsr.ts").hsr,
  ip6erspan: () => require("./ip6gre.ts").ip6gre,
  ip6gre: () => require("./ip6gre.ts").ip6gre,
  ip6gretap: () => require("./ip6gre.ts").ip6gre,
  ip6tnl: () => require("./ip6tnl.ts").ip6tnl,
  ipip: () => require("./iptunnel.ts").iptunnel,
  ipoib: () => require("./ipoib.ts").ipoib,
  ipvlan: () => require("./ipvlan.ts").ipvlan,
  ipvtap: () => require("./ipvlan.ts").ipvlan,
  macvlan: () => require("./macvlan.ts").macvlan,
  macvtap: () => require("./macvlan.ts").macvlan,
  netkit: () => require("./netkit.ts").netkit,
  rmnet: () => require("./rmnet.ts").rmnet,
  sit: () => require("./iptunnel.ts").iptunnel,
  tun: () => require("./tun.ts").tun,
  vlan: () => require("./vlan.ts").vlan,
  vrf: () => require("./vrf.ts").vrf,
  vti: () => require("./vti.ts").vti,
  vti6: () => require("./vti.ts").vti,
  vxlan: () => require("./vxlan.ts").vxlan,
  wwan: () => require("./wwan.ts").wwan,
  xfrm: () => require("./xfrm.ts").xfrm,
});

/** What a link says of its place under a master of this kind. */
export const portKinds = lazily<Table<RtContext, object>>({
  bond: () => require("./bond-port.ts").bondPort,
  bridge: () => require("./bridge-port.ts").bridgePort,
  vrf: () => require("./vrf.ts").vrfPort,
});
