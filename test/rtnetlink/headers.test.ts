/**
 * The tables against the kernel's headers: every name that a header has must have the header's number, and what a
 * header has and a table lacks is listed below with the reason, so that a newer header shows what is new.
 */
import { describe, expect, test } from "bun:test";
import type { Row } from "../../src/netlink/attr.ts";
import { ifa, readAddress } from "../../src/rtnetlink/address.ts";
import { inet6 } from "../../src/rtnetlink/af-spec.ts";
import { creport4, creport6 } from "../../src/rtnetlink/cachereport.ts";
import { Devs } from "../../src/rtnetlink/dev.ts";
import { bpfTables } from "../../src/rtnetlink/encap/bpf.ts";
import { encaps } from "../../src/rtnetlink/encap/index.ts";
import { seg6localTables } from "../../src/rtnetlink/encap/seg6local.ts";
import { optionTables } from "../../src/rtnetlink/encap/tunnel.ts";
import { ifla, readLink } from "../../src/rtnetlink/link.ts";
import { adInfo } from "../../src/rtnetlink/link-kinds/bond.ts";
import { bridge } from "../../src/rtnetlink/link-kinds/bridge.ts";
import { bridgePort } from "../../src/rtnetlink/link-kinds/bridge-port.ts";
import { pwmAttributes, tdcAttributes } from "../../src/rtnetlink/link-kinds/can-timing.ts";
import { kinds, portKinds } from "../../src/rtnetlink/link-kinds/index.ts";
import { tun } from "../../src/rtnetlink/link-kinds/tun.ts";
import { vlan } from "../../src/rtnetlink/link-kinds/vlan.ts";
import { mdba, pattr } from "../../src/rtnetlink/mdb.ts";
import { eattr, sourceAttributes } from "../../src/rtnetlink/mdb-entry.ts";
import { mrouteTable } from "../../src/rtnetlink/mroute.ts";
import { nda, nfea } from "../../src/rtnetlink/nda.ts";
import { nduseroptTable } from "../../src/rtnetlink/nduseropt.ts";
import { netconfa } from "../../src/rtnetlink/netconf.ts";
import { groupStats, groupStatsEntry, nha, resGroup } from "../../src/rtnetlink/nexthop.ts";
import { resBucket } from "../../src/rtnetlink/nexthop-bucket.ts";
import { netnsa } from "../../src/rtnetlink/nsid.ts";
import { prefixTable } from "../../src/rtnetlink/prefix.ts";
import { rta } from "../../src/rtnetlink/route.ts";
import { rtax } from "../../src/rtnetlink/route-metrics.ts";
import { routeFlags } from "../../src/rtnetlink/route-nexthops.ts";
import { typeName } from "../../src/rtnetlink/rtn.ts";
import { fra } from "../../src/rtnetlink/rule.ts";
import { hwInfo, iflaStats, linkXstats, offloadXstats } from "../../src/rtnetlink/stats.ts";
import { vniEntry, vnifilter, vniStats } from "../../src/rtnetlink/tunnel.ts";
import { RtContext } from "../../src/rtnetlink/types.ts";
import { vf } from "../../src/rtnetlink/vf.ts";
import { vlandb } from "../../src/rtnetlink/vlan.ts";
import { tinfo, vlanEntry, vlanStats } from "../../src/rtnetlink/vlan-entry.ts";
import { gopts } from "../../src/rtnetlink/vlan-global.ts";
import { bondXstats, bridgeXstats, lacpStats, mplsStats } from "../../src/rtnetlink/xstats.ts";
import { exactView, messageOf, requireAll, wire } from "./corpus.ts";
import { FOLDER, type Header, isAttribute, load } from "./headers.ts";

const FILES = [
  "if_link.h",
  "if_addr.h",
  "if_tun.h",
  "if.h",
  "if_tunnel.h",
  "amt.h",
  "batman_adv.h",
  "can/netlink.h",
  "wwan.h",
  "neighbour.h",
  "if_bonding.h",
  "if_bridge.h",
  "mpls.h",
  "mroute.h",
  "mroute6.h",
  "net_namespace.h",
  "netconf.h",
  "rtnetlink.h",
  "fib_rules.h",
  "ila.h",
  "in_route.h",
  "ioam6_iptunnel.h",
  "lwtunnel.h",
  "mpls_iptunnel.h",
  "nexthop.h",
  "rpl_iptunnel.h",
  "seg6_iptunnel.h",
  "seg6_local.h",
];

type AnyTable = {
  readonly name: string;
  readonly rows: Readonly<Record<number, Row<string, unknown, never>>>;
};

/** A table, the first name of its enum, and the names that it lacks on purpose. */
const TABLES: readonly (readonly [table: AnyTable, first: string, lacking: readonly string[]])[] = [
  [
    ifla,
    "IFLA_UNSPEC",
    [
      // The older name of IFLA_TARGET_NETNSID.
      "IFLA_IF_NETNSID",
    ],
  ],
  [ifa, "IFA_UNSPEC", []],
  [inet6, "IFLA_INET6_UNSPEC", []],
  [bridge, "IFLA_BR_UNSPEC", []],
  [bridgePort, "IFLA_BRPORT_UNSPEC", []],
  [tun, "IFLA_TUN_UNSPEC", []],
  [vlan, "IFLA_VLAN_UNSPEC", []],
  [vf, "IFLA_VF_UNSPEC", []],
  [nda, "NDA_UNSPEC", []],
  [nfea, "NFEA_UNSPEC", []],
  [netconfa, "NETCONFA_UNSPEC", []],
  [prefixTable, "PREFIX_UNSPEC", []],
  [netnsa, "NETNSA_NONE", ["NETNSA_NONE"]],
  [creport4, "IPMRA_CREPORT_UNSPEC", []],
  [creport6, "IP6MRA_CREPORT_UNSPEC", []],
  [mdba, "MDBA_UNSPEC", []],
  [eattr, "MDBA_MDB_EATTR_UNSPEC", []],
  [sourceAttributes, "MDBA_MDB_SRCATTR_UNSPEC", []],
  [pattr, "MDBA_ROUTER_PATTR_UNSPEC", []],
  [vlandb, "BRIDGE_VLANDB_UNSPEC", []],
  [vlanEntry, "BRIDGE_VLANDB_ENTRY_UNSPEC", []],
  [tinfo, "BRIDGE_VLANDB_TINFO_UNSPEC", []],
  [vlanStats, "BRIDGE_VLANDB_STATS_UNSPEC", []],
  [gopts, "BRIDGE_VLANDB_GOPTS_UNSPEC", []],
  [nduseroptTable, "NDUSEROPT_UNSPEC", []],
  [vnifilter, "VXLAN_VNIFILTER_UNSPEC", []],
  [vniEntry, "VXLAN_VNIFILTER_ENTRY_UNSPEC", []],
  [vniStats, "VNIFILTER_ENTRY_STATS_UNSPEC", []],
  [iflaStats, "IFLA_STATS_UNSPEC", []],
  [linkXstats, "LINK_XSTATS_TYPE_UNSPEC", []],
  [bridgeXstats, "BRIDGE_XSTATS_UNSPEC", []],
  [bondXstats, "BOND_XSTATS_UNSPEC", []],
  [lacpStats, "BOND_3AD_STAT_LACPDU_RX", []],
  [offloadXstats, "IFLA_OFFLOAD_XSTATS_UNSPEC", []],
  [hwInfo, "IFLA_OFFLOAD_XSTATS_HW_S_INFO_UNSPEC", []],
  [mplsStats, "MPLS_STATS_UNSPEC", []],
  [rta, "RTA_UNSPEC", []],
  [rtax, "RTAX_UNSPEC", []],
  [fra, "FRA_UNSPEC", ["FRA_UNUSED2", "FRA_UNUSED3", "FRA_UNUSED4", "FRA_UNUSED5"]],
  [nha, "NHA_UNSPEC", []],
  [resGroup, "NHA_RES_GROUP_UNSPEC", []],
  [resBucket, "NHA_RES_BUCKET_UNSPEC", []],
  [groupStats, "NHA_GROUP_STATS_UNSPEC", []],
  [groupStatsEntry, "NHA_GROUP_STATS_ENTRY_UNSPEC", []],
  [encaps.mpls!, "MPLS_IPTUNNEL_UNSPEC", []],
  [encaps.ip!, "LWTUNNEL_IP_UNSPEC", []],
  [encaps.ip6!, "LWTUNNEL_IP6_UNSPEC", []],
  [optionTables[0], "LWTUNNEL_IP_OPT_GENEVE_UNSPEC", []],
  [optionTables[1], "LWTUNNEL_IP_OPT_VXLAN_UNSPEC", []],
  [optionTables[2], "LWTUNNEL_IP_OPT_ERSPAN_UNSPEC", []],
  [optionTables[3], "LWTUNNEL_IP_OPTS_UNSPEC", []],
  [encaps.ila!, "ILA_ATTR_UNSPEC", []],
  [encaps.seg6!, "SEG6_IPTUNNEL_UNSPEC", []],
  [seg6localTables[0], "SEG6_LOCAL_UNSPEC", []],
  [seg6localTables[1], "SEG6_LOCAL_CNT_UNSPEC", []],
  [seg6localTables[2], "SEG6_LOCAL_FLV_UNSPEC", []],
  [bpfTables[0], "LWT_BPF_UNSPEC", []],
  [bpfTables[1], "LWT_BPF_PROG_UNSPEC", []],
  [encaps.rpl!, "RPL_IPTUNNEL_UNSPEC", []],
  [encaps.ioam6!, "IOAM6_IPTUNNEL_UNSPEC", []],
  [encaps.xfrm!, "LWT_XFRM_UNSPEC", []],
  [kinds.amt!, "IFLA_AMT_UNSPEC", []],
  [kinds.bareudp!, "IFLA_BAREUDP_UNSPEC", []],
  [kinds.batadv!, "IFLA_BATADV_UNSPEC", []],
  [kinds.bond!, "IFLA_BOND_UNSPEC", []],
  [adInfo, "IFLA_BOND_AD_INFO_UNSPEC", []],
  [portKinds.bond!, "IFLA_BOND_SLAVE_UNSPEC", []],
  [kinds.can!, "IFLA_CAN_UNSPEC", []],
  [tdcAttributes, "IFLA_CAN_TDC_UNSPEC", []],
  [pwmAttributes, "IFLA_CAN_PWM_UNSPEC", []],
  [
    kinds.dsa!,
    "IFLA_DSA_UNSPEC",
    [
      // The older name of IFLA_DSA_CONDUIT.
      "IFLA_DSA_MASTER",
    ],
  ],
  [kinds.geneve!, "IFLA_GENEVE_UNSPEC", []],
  [kinds.gre!, "IFLA_GRE_UNSPEC", []],
  [kinds.gtp!, "IFLA_GTP_UNSPEC", []],
  [kinds.hsr!, "IFLA_HSR_UNSPEC", []],
  [kinds.ip6gre!, "IFLA_GRE_UNSPEC", []],
  [kinds.ip6tnl!, "IFLA_IPTUN_UNSPEC", []],
  [kinds.ipip!, "IFLA_IPTUN_UNSPEC", []],
  [kinds.ipoib!, "IFLA_IPOIB_UNSPEC", []],
  [kinds.ipvlan!, "IFLA_IPVLAN_UNSPEC", []],
  [kinds.macvlan!, "IFLA_MACVLAN_UNSPEC", []],
  [kinds.netkit!, "IFLA_NETKIT_UNSPEC", []],
  [kinds.rmnet!, "IFLA_RMNET_UNSPEC", []],
  [kinds.vrf!, "IFLA_VRF_UNSPEC", []],
  [portKinds.vrf!, "IFLA_VRF_PORT_UNSPEC", []],
  [kinds.vti!, "IFLA_VTI_UNSPEC", []],
  [kinds.vxlan!, "IFLA_VXLAN_UNSPEC", []],
  [kinds.wwan!, "IFLA_WWAN_UNSPEC", []],
  [kinds.xfrm!, "IFLA_XFRM_UNSPEC", []],
];

/** Enums that are compared only with headers that have this name: it came after Linux 6.1. */
const RECENT: Readonly<Record<string, string>> = {
  IFLA_CAN_PWM_UNSPEC: "IFLA_CAN_PWM_UNSPEC",
  IFLA_DSA_UNSPEC: "IFLA_DSA_CONDUIT",
  IFLA_NETKIT_UNSPEC: "IFLA_NETKIT_UNSPEC",
  NHA_GROUP_STATS_ENTRY_UNSPEC: "NHA_GROUP_STATS_ENTRY_UNSPEC",
  NHA_GROUP_STATS_UNSPEC: "NHA_GROUP_STATS_UNSPEC",
};

const numberOf = ({ rows }: AnyTable): Map<string, number> =>
  new Map(Object.entries(rows).map(([number, row]) => [row.name, Number(number)]));

test("no table has a name twice", () => {
  for (const [table] of TABLES)
    expect([table.name, numberOf(table).size]).toEqual([table.name, Object.keys(table.rows).length]);
});

function present({ numbers, enums }: Header): void {
  const tables = TABLES.filter(([, first]) => !(first in RECENT) || numbers.has(RECENT[first]!));

  test("the headers were understood", () => {
    expect(numbers.get("IFLA_IFNAME")).toBe(3);
    expect(numbers.get("IFLA_IF_NETNSID")).toBe(46);
    expect(numbers.get("IFLA_TARGET_NETNSID")).toBe(46);
    expect(numbers.get("IFLA_CARRIER_UP_COUNT")).toBe(47);
    expect(numbers.get("IFA_F_STABLE_PRIVACY")).toBe(0x800);
    expect(numbers.get("IF_OPER_UP")).toBe(6);
    expect(numbers.get("IFF_LOWER_UP")).toBe(0x10000);
  });

  describe("numbers", () => {
    const listed = new Set<AnyTable>(tables.map(([table]) => table));
    for (const table of new Set<AnyTable>([
      ...listed,
      ...Object.values(kinds),
      ...Object.values(portKinds),
      mrouteTable,
    ]))
      test(table.name, () => {
        const wrong: string[] = [];
        let known = 0;
        for (const [name, number] of numberOf(table)) {
          const expected = numbers.get(name);
          if (expected !== undefined) known++;
          if (expected !== undefined && expected !== number)
            wrong.push(`${name} ${number}, ${expected} in the header`);
        }
        expect(wrong).toEqual([]);
        // A kind may have its names in a header of its own.
        if (listed.has(table)) expect(known).toBeGreaterThan(0);
      });
  });

  describe("names that a table lacks", () => {
    for (const [table, first, lacking] of tables)
      test(table.name, () => {
        const has = numberOf(table);
        const names = enums.find((names) => names.includes(first)) ?? [];
        expect(names.filter(isAttribute).length).toBeGreaterThan(0);
        expect(names.filter((name) => isAttribute(name) && !has.has(name)).sort()).toEqual(
          [...lacking].sort(),
        );
      });
  });

  const cx = new RtContext(new Devs());
  const hex32 = (value: number): string => {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, value, true);
    return bytes.toHex();
  };

  test("IFA_F_*: each flag of the header is a key", () => {
    // IFA_F_PERMANENT is told by its absence (`dynamic`); IFA_F_TEMPORARY is IFA_F_SECONDARY's name for IPv6.
    const keys: Readonly<Record<string, string>> = {
      IFA_F_SECONDARY: "temporary",
      IFA_F_NODAD: "nodad",
      IFA_F_OPTIMISTIC: "optimistic",
      IFA_F_DADFAILED: "dadfailed",
      IFA_F_HOMEADDRESS: "home",
      IFA_F_DEPRECATED: "deprecated",
      IFA_F_TENTATIVE: "tentative",
      IFA_F_MANAGETEMPADDR: "mngtmpaddr",
      IFA_F_NOPREFIXROUTE: "noprefixroute",
      IFA_F_MCAUTOJOIN: "autojoin",
      IFA_F_STABLE_PRIVACY: "stable-privacy",
    };
    const names = [...numbers.keys()].filter((name) => name.startsWith("IFA_F_"));
    expect(names.filter((name) => name !== "IFA_F_PERMANENT").sort()).toEqual(Object.keys(keys).sort());
    const permanent = numbers.get("IFA_F_PERMANENT")!;
    const read = (flags: number) =>
      readAddress(
        messageOf(
          wire(`20000000 1400 0000 00000000 00000000  0a 40 00 00 01000000  0800 0800 ${hex32(flags)}`),
        ),
        cx,
      )!.body;
    const bare = Object.keys(read(permanent));
    expect(bare).not.toContain("dynamic");
    expect(Object.keys(read(0)).filter((key) => !bare.includes(key))).toEqual(["dynamic"]);
    for (const [name, key] of Object.entries(keys)) {
      const body = read(permanent | numbers.get(name)!);
      expect([name, ...Object.keys(body).filter((key) => !bare.includes(key))]).toEqual([name, key]);
    }
  });

  test("IFF_*: each flag of the header that ip shows", () => {
    for (const [name, number] of numbers) {
      if (!name.startsWith("IFF_") || name === "IFF_RUNNING" || IFF_OF_TUN.has(name)) continue;
      const running = numbers.get("IFF_RUNNING")!;
      const text = `20000000 1000 0000 00000000 00000000  00 00 0100 01000000 ${hex32(number | running)} 00000000`;
      expect([name, readLink(messageOf(wire(text)), cx)?.body.flags]).toEqual([name, [name.slice(4)]]);
    }
  });

  test("IF_OPER_*: each state of the header by its name", () => {
    const states = [...numbers].filter(([name]) => name.startsWith("IF_OPER_"));
    expect(states.length).toBeGreaterThanOrEqual(7);
    for (const [name, number] of states) {
      const text = `28000000 1000 0000 00000000 00000000  00 00 0100 01000000 00000000 00000000
        0500 1000 ${number.toString(16).padStart(2, "0")} 000000`;
      expect([name, readLink(messageOf(wire(text)), cx)?.body.operstate]).toEqual([name, name.slice(8)]);
    }
  });

  test("RTN_*: each type of a route by its name", () => {
    const types = [...numbers].filter(([name]) => /^RTN_[A-Z]+$/.test(name));
    expect(types.length).toBeGreaterThanOrEqual(12);
    for (const [name, number] of types)
      expect([name, typeName(number)]).toEqual([name, number === 0 ? "none" : name.slice(4).toLowerCase()]);
  });

  test("RTNH_F_* and RTM_F_*: each flag that ip shows by its name", () => {
    const flags = [...numbers].filter(([name]) =>
      /^(RTNH_F_[A-Z]+|RTM_F_(NOTIFY|OFFLOAD|TRAP|OFFLOAD_FAILED))$/.test(name),
    );
    expect(flags.length).toBeGreaterThanOrEqual(10);
    for (const [name, number] of flags) {
      const flag = name.replace(/^RTNH_F_|^RTM_F_/, "").toLowerCase();
      const shown = name.startsWith("RTNH") || flag === "notify" ? flag : `rt_${flag}`;
      expect([name, routeFlags(number)]).toEqual([name, [shown]]);
    }
  });

  test("LWTUNNEL_ENCAP_*: each type of encapsulation by its name", () => {
    const types = [...numbers].filter(([name]) => /^LWTUNNEL_ENCAP_(?!MAX)/.test(name));
    expect(types.length).toBeGreaterThanOrEqual(11);
    for (const [name, number] of types) {
      const type = exactView(Uint8Array.of(number, 0));
      const shown = name.slice("LWTUNNEL_ENCAP_".length).toLowerCase().replace("_", "");
      expect([name, rta.rows[21]?.type.read(type, 0, 2, cx as never)]).toEqual([name, shown]);
      if (number > 0) expect(Object.keys(encaps)).toContain(shown);
    }
  });

  test("IFLA_TUN_TYPE is IFF_TUN or IFF_TAP", () => {
    for (const name of ["IFF_TUN", "IFF_TAP"]) {
      const type = exactView(Uint8Array.of(numbers.get(name)!));
      expect(tun.rows[3]?.type.read(type, 0, 1, cx as never)).toBe(name.slice(4).toLowerCase());
    }
  });
}

/** linux/if_tun.h uses the prefix as well, for flags of TUNSETIFF; their numbers overlap with those of a link. */
const IFF_OF_TUN = new Set([
  "IFF_TUN",
  "IFF_TAP",
  "IFF_NAPI",
  "IFF_NAPI_FRAGS",
  "IFF_NO_CARRIER",
  "IFF_NO_PI",
  "IFF_ONE_QUEUE",
  "IFF_VNET_HDR",
  "IFF_TUN_EXCL",
  "IFF_MULTI_QUEUE",
  "IFF_ATTACH_QUEUE",
  "IFF_DETACH_QUEUE",
  "IFF_PERSIST",
  "IFF_NOFILTER",
]);

const header = load(FILES);
if (header === undefined) {
  console.log(
    `headers: ${FOLDER} lacks one of ${FILES.join(", ")}; the numbers in the tables are not checked`,
  );
  test("the headers are absent, and nothing asked for them", () => {
    expect(requireAll).toBe(false);
  });
} else present(header);
