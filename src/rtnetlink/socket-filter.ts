/**
 * Which notifications the kernel need not hand over: of other objects than those followed, which share a group with
 * them, of other families, and of routes in other tables. Whatever is not surely one of these passes: links, several
 * messages in one datagram, parts of a dump, types that are not known here.
 */
import { JEQ, JGE, JSET, LD_B, LD_H, LD_LEN, Program } from "../netlink/bpf.ts";
import { NLM_F_MULTI, NLMSG_HDRLEN } from "../netlink/nlmsg.ts";
import { AF_BRIDGE, AF_INET, AF_INET6 } from "./inet.ts";
import { tableName } from "./names.ts";
import type { ObjectType } from "./object.ts";
import { kept, OBJECT_NAMES, OBJECTS, type ObjectName } from "./objects.ts";
import {
  RTM_DELADDR,
  RTM_DELNEIGH,
  RTM_DELROUTE,
  RTM_DELRULE,
  RTM_NEWADDR,
  RTM_NEWNEIGH,
  RTM_NEWROUTE,
  RTM_NEWRULE,
} from "./rtm.ts";

export interface Wanted {
  objects: ReadonlySet<ObjectName>;
  /** By name; undefined: all. */
  families: ReadonlySet<string> | undefined;
  /** Of routes, by name; undefined: all. */
  tables: ReadonlySet<string> | undefined;
}

/** The shortest body whose family and table are looked at: struct ifaddrmsg. */
const SHORTEST = NLMSG_HDRLEN + 8;
const NLMSG_TYPE = 4;
const NLMSG_FLAGS = 6;
/** The family is the first byte of every header, rtm_table the fifth of struct rtmsg. */
const FAMILY = NLMSG_HDRLEN;
const RTM_TABLE = NLMSG_HDRLEN + 4;
/** Stands in rtm_table for every table that has no room there. */
const RT_TABLE_COMPAT = 252;
/** From here on families are those of multicast routing, whose messages have the types of routes. */
const RTNL_FAMILY_IPMR = 128;

const NUMBERS: Readonly<Record<string, number>> = {
  inet: AF_INET,
  inet6: AF_INET6,
  bridge: AF_BRIDGE,
  mpls: 28,
};
/** Whose family, in the header, is the one that they are told with. */
const OF_FAMILY = [RTM_NEWADDR, RTM_DELADDR, RTM_NEWNEIGH, RTM_DELNEIGH, RTM_NEWRULE, RTM_DELRULE];
const ROUTES = [RTM_NEWROUTE, RTM_DELROUTE];

/** A program for SO_ATTACH_FILTER; undefined: everything is wanted. */
export function socketFilter({ objects, families, tables: ofRoutes }: Wanted): Uint8Array | undefined {
  const tables = objects.has("route") ? ofRoutes : undefined;
  const drops = unwantedTypes(objects);
  if (drops.length === 0 && families === undefined && tables === undefined) return undefined;
  const numbers = families && [...families].map((family) => NUMBERS[family]);
  // A family without a number here: nothing is said of any.
  const known = numbers?.every((number) => number !== undefined) ? (numbers as number[]) : undefined;
  const program = new Program();
  program.load(LD_LEN);
  program.jump(JGE, SHORTEST, "next", "pass");
  program.passUnlessSingle();
  program.load(LD_H, NLMSG_FLAGS);
  program.jump(JSET, swapped(NLM_F_MULTI), "pass");
  program.load(LD_H, NLMSG_TYPE);
  for (const type of drops) program.jump(JEQ, swapped(type), "drop");
  for (const type of ROUTES) program.jump(JEQ, swapped(type), "route");
  if (known !== undefined) for (const type of OF_FAMILY) program.jump(JEQ, swapped(type), "family");
  program.end("pass");
  program.label("route");
  program.load(LD_B, FAMILY);
  if (known !== undefined) {
    program.jump(JGE, RTNL_FAMILY_IPMR, "pass");
    for (const family of known) program.jump(JEQ, family, "table");
    program.end("drop");
  }
  program.label("table");
  if (tables === undefined) program.end("pass");
  else {
    for (const family of [AF_INET, AF_INET6]) program.jump(JEQ, family, "rtm_table");
    program.end("pass");
    program.label("rtm_table");
    program.load(LD_B, RTM_TABLE);
    for (const table of tableBytes(tables)) program.jump(JEQ, table, "pass");
    program.end("drop");
  }
  program.label("family");
  if (known !== undefined) {
    program.load(LD_B, FAMILY);
    program.jump(JGE, RTNL_FAMILY_IPMR, "pass");
    for (const family of known) program.jump(JEQ, family, "pass");
    program.end("drop");
  }
  return program.encode();
}

/** Types of objects that are not followed, but told on a group of one that is. */
function unwantedTypes(objects: ReadonlySet<ObjectName>): number[] {
  const followed = kept(objects);
  const groups = new Set<number>(followed.flatMap((object) => OBJECTS[object].groups));
  const besides = OBJECT_NAMES.filter((object) => OBJECTS[object].groups.some((group) => groups.has(group)));
  const wanted = new Set(followed.flatMap(typesOf));
  return [...new Set(besides.flatMap(typesOf)).difference(wanted)];
}

function typesOf(object: ObjectName): number[] {
  const { set, delete: del, answer }: ObjectType = OBJECTS[object];
  return [set, del, answer].filter((type) => type !== undefined);
}

/** What stands in rtm_table for these. */
function tableBytes(tables: ReadonlySet<string>): number[] {
  const bytes: number[] = [];
  for (let id = 0; id < 256; id++) if (tables.has(tableName(id))) bytes.push(id);
  if (bytes.length < tables.size && !bytes.includes(RT_TABLE_COMPAT)) bytes.push(RT_TABLE_COMPAT);
  return bytes;
}

/** In the byte order in which BPF loads it. */
const swapped = (value: number): number => ((value & 0xff) << 8) | (value >> 8);
