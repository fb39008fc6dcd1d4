/** IFLA_INFO_DATA and IFLA_INFO_SLAVE_DATA by kind: one file and one row here per kind. */
import type { Table } from "../../netlink/attr.ts";
import type { RtContext } from "../types.ts";
import { bridge } from "./bridge.ts";
import { bridgePort } from "./bridge-port.ts";
import { tun } from "./tun.ts";
import { vlan } from "./vlan.ts";

export const kinds: Readonly<Record<string, Table<RtContext, object>>> = { bridge, tun, vlan };

/** What a link says of its place under a master of this kind. */
export const portKinds: Readonly<Record<string, Table<RtContext, object>>> = { bridge: bridgePort };
