/**
 * Names of numbers that iproute2 keeps in files, where an administrator may add more: /etc/iproute2/NAME, else
 * /usr/share/iproute2/NAME, and what lies in NAME.d/ of both. A file is read when a number without a name comes up.
 */
import { readdirSync, readFileSync } from "node:fs";

const ETC = "/etc/iproute2";
const USR = "/usr/share/iproute2";

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path).filter((file) => file.endsWith(".conf"));
  } catch {
    return [];
  }
}

/** Lines of `NUMBER NAME` (also 0x...), # comments. */
export function parseNames(text: string): [id: number, name: string][] {
  const names: [number, string][] = [];
  for (const line of text.split("\n")) {
    const match = /^\s*(0x[0-9a-f]+|\d+)\s+([^\s#]+)/i.exec(line);
    if (match !== null) names.push([Number(match[1]), match[2]!]);
  }
  return names;
}

function load(file: string): Map<number, string> {
  const texts = [read(`${ETC}/${file}`) ?? read(`${USR}/${file}`)];
  const own = list(`${ETC}/${file}.d`);
  for (const name of list(`${USR}/${file}.d`))
    if (!own.includes(name)) texts.push(read(`${USR}/${file}.d/${name}`));
  for (const name of own) texts.push(read(`${ETC}/${file}.d/${name}`));
  return new Map(texts.flatMap((text) => parseNames(text ?? "")));
}

/** The name of a number: of those that are always known, or from the file; else the number, as `other` writes it. */
function namesOf(
  file: string,
  known: Readonly<Record<number, string>>,
  other: (id: number) => string = String,
): (id: number) => string {
  let loaded: Map<number, string> | undefined;
  return (id) => known[id] ?? (loaded ??= load(file)).get(id) ?? other(id);
}

/** rtnetlink(7) address scopes, RT_SCOPE_*. */
export const scopeName = namesOf("rt_scopes", {
  0: "global",
  200: "site",
  253: "link",
  254: "host",
  255: "nowhere",
});

/** IFLA_GROUP. */
export const groupName = namesOf("group", { 0: "default" });

/** Who made a route, a rule or a neighbour: RTPROT_*. */
export const protocolName = namesOf("rt_protos", {
  0: "unspec",
  1: "redirect",
  2: "kernel",
  3: "boot",
  4: "static",
  8: "gated",
  9: "ra",
  10: "mrt",
  11: "zebra",
  12: "bird",
  13: "dnrouted",
  14: "xorp",
  15: "ntk",
  16: "dhcp",
  18: "keepalived",
  42: "babel",
  186: "bgp",
  187: "isis",
  188: "ospf",
  189: "rip",
  192: "eigrp",
});

/** RT_TABLE_*. */
export const tableName = namesOf("rt_tables", { 253: "default", 254: "main", 255: "local" });

/** Names of tables that the files have. */
export const tableNames = (): string[] => [...load("rt_tables").values()];

/** Routing realms. */
export const realmName = namesOf("rt_realms", {}, (id) => (id === 0 ? "unknown" : String(id)));

/** Values of the TOS field. */
export const dsfieldName = namesOf("rt_dsfield", {}, (id) => `0x${id.toString(16).padStart(2, "0")}`);

const dsfield = namesOf("rt_dsfield", {}, () => "");
/** Values of its upper six bits. */
export const dscpName = (dscp: number): string => dsfield(dscp << 2) || String(dscp);

/** Lines of `NAME NUMBER ALIAS...`; of several names for a number the first. */
function loadProtocols(): Map<number, string> {
  const names = new Map<number, string>();
  for (const line of (read("/etc/protocols") ?? "").split("\n")) {
    const [name = "", number = ""] = line.split(/\s+/);
    if (name !== "" && !name.startsWith("#") && !names.has(Number(number))) names.set(Number(number), name);
  }
  return names;
}

let protocols: Map<number, string> | undefined;
/** IP protocols, as ip calls them. */
export const ipProtocolName = (id: number): string =>
  (protocols ??= loadProtocols()).get(id) ?? `ipproto-${id}`;
