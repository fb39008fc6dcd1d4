/** IFLA_INFO_DATA and IFLA_INFO_SLAVE_DATA by kind: one file and one row here per kind. */
import type { Table } from "../../netlink/attr.ts";
import type { RtContext } from "../types.ts";
import { amt } from "./amt.ts";
import { bareudp } from "./bareudp.ts";
import { batadv } from "./batadv.ts";
import { bond } from "./bond.ts";
import { bondPort } from "./bond-port.ts";
import { bridge } from "./bridge.ts";
import { bridgePort } from "./bridge-port.ts";
import { can } from "./can.ts";
import { dsa } from "./dsa.ts";
import { geneve } from "./geneve.ts";
import { gre } from "./gre.ts";
import { gtp } from "./gtp.ts";
import { hsr } from "./hsr.ts";
import { ip6gre } from "./ip6gre.ts";
import { ip6tnl } from "./ip6tnl.ts";
import { ipoib } from "./ipoib.ts";
import { iptunnel } from "./iptunnel.ts";
import { ipvlan } from "./ipvlan.ts";
import { macvlan } from "./macvlan.ts";
import { netkit } from "./netkit.ts";
import { rmnet } from "./rmnet.ts";
import { tun } from "./tun.ts";
import { vlan } from "./vlan.ts";
import { vrf, vrfPort } from "./vrf.ts";
import { vti } from "./vti.ts";
import { vxlan } from "./vxlan.ts";
import { wwan } from "./wwan.ts";
import { xfrm } from "./xfrm.ts";

export const kinds: Readonly<Record<string, Table<RtContext, object>>> = {
  amt,
  bareudp,
  batadv,
  bond,
  bridge,
  can,
  dsa,
  erspan: gre,
  geneve,
  gre,
  gretap: gre,
  gtp,
  hsr,
  ip6erspan: ip6gre,
  ip6gre,
  ip6gretap: ip6gre,
  ip6tnl,
  ipip: iptunnel,
  ipoib,
  ipvlan,
  ipvtap: ipvlan,
  macvlan,
  macvtap: macvlan,
  netkit,
  rmnet,
  sit: iptunnel,
  tun,
  vlan,
  vrf,
  vti,
  vti6: vti,
  vxlan,
  wwan,
  xfrm,
};

/** What a link says of its place under a master of this kind. */
export const portKinds: Readonly<Record<string, Table<RtContext, object>>> = {
  bond: bondPort,
  bridge: bridgePort,
  vrf: vrfPort,
};
