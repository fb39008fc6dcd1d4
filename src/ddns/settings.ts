/** What one set of names follows, and how: the same words on the command line and in a `[[ddns]]` table. */
import { isIP } from "node:net";
import { Globs } from "../events/glob.ts";
import type { HostPort } from "./dns-backend.ts";
import { DNS_PORT } from "./edge.ts";
import { type Prefix, parsePrefix } from "./ip.ts";
import { isWithin, parseName, sameName, shownName } from "./name.ts";
import type { Records } from "./plan.ts";
import { stubAt } from "./resolv-conf.ts";
import type { Family, Rules } from "./select.ts";
import type { Timing } from "./updater.ts";

/** As they are written; checked for their types. Durations are in ms. */
export interface RawSettings {
  name: readonly string[];
  zone?: string | undefined;
  server?: readonly string[];
  ttl?: number | undefined;
  "key-file"?: string | undefined;
  "allow-md5"?: boolean | undefined;
  interface?: readonly string[];
  family?: readonly Family[];
  address?: "all" | "one" | undefined;
  prefix?: readonly string[];
  suffix?: string | undefined;
  temporary?: boolean | undefined;
  ula?: boolean | undefined;
  private?: boolean | undefined;
  ptr?: boolean | undefined;
  via?: string | undefined;
  "on-loss"?: "keep" | "delete" | undefined;
  debounce?: number | undefined;
  "max-wait"?: number | undefined;
}

export interface Settings {
  records: Records;
  zone: string | undefined;
  servers: readonly HostPort[];
  keyFile: string | undefined;
  allowMd5: boolean;
  families: readonly Family[];
  rules: Rules;
  /** A command that reads nsupdate's language; undefined: none. */
  via: string | undefined;
  timing: Timing;
}

/** Which of the words is wrong, and why. */
interface WrongSetting {
  key: keyof RawSettings;
  problem: string;
}

const TTL = 300;
/** RFC 2181, section 8. */
const MAX_TTL = 2 ** 31 - 1;
const DEBOUNCE = 2_000;
/** Of those that hosts are in, by the length of its prefix. */
const LARGEST_NETWORK = 16;
/** The longest wait, in times of the quiet time. */
const MAX_WAIT_FACTOR = 5;
const FAMILIES: readonly Family[] = ["inet", "inet6"];
const OF_IPV6 = "it is about IPv6, and only IPv4 is asked for";
const OF_IPV4 = "it is about IPv4, and only IPv6 is asked for";
const OF_ONE_FAMILY = [
  ["suffix", "inet6", OF_IPV6],
  ["temporary", "inet6", OF_IPV6],
  ["ula", "inet6", OF_IPV6],
  ["private", "inet", OF_IPV4],
] as const;

export function settings(raw: RawSettings): Settings | WrongSetting {
  const names: string[] = [];
  for (const text of raw.name) {
    const name = parseName(text);
    if (name === undefined || name === ".") return wrong("name", text, "no domain name");
    if (!names.some((one) => sameName(one, name))) names.push(name);
  }
  if (names.length === 0) return { key: "name", problem: "missing: which name shall follow the addresses?" };
  const zone = raw.zone === undefined ? undefined : parseName(raw.zone);
  if (raw.zone !== undefined && zone === undefined) return wrong("zone", raw.zone, "no domain name");
  const outside = zone === undefined ? undefined : names.find((name) => !isWithin(name, zone));
  if (outside !== undefined) return wrong("zone", raw.zone!, `${shownName(outside)} is not in it`);
  const servers: HostPort[] = [];
  for (const text of raw.server ?? []) {
    const server = parseServer(text);
    if (typeof server === "string") return wrong("server", text, server);
    servers.push(server);
  }
  const { ttl = TTL } = raw;
  if (!Number.isInteger(ttl) || ttl < 0 || ttl > MAX_TTL)
    return wrong("ttl", String(ttl), `no number of seconds from 0 to ${MAX_TTL}`);
  const prefixes: Prefix[] = [];
  for (const text of raw.prefix ?? []) {
    const prefix = parsePrefix(text);
    if (prefix === undefined)
      return wrong("prefix", text, "no prefix; write 2001:db8::/32 or 203.0.113.0/24");
    prefixes.push(prefix);
  }
  const suffix = raw.suffix === undefined ? undefined : parsePrefix(raw.suffix);
  const isSuffix = suffix?.bytes.length === 16 && suffix.length >= LARGEST_NETWORK && suffix.length < 128;
  if (raw.suffix !== undefined && !isSuffix)
    return wrong(
      "suffix",
      raw.suffix,
      "no IPv6 suffix; write ::1/64: the last bits, and how many come before them",
    );
  const families = raw.family === undefined || raw.family.length === 0 ? FAMILIES : raw.family;
  for (const [key, family, problem] of OF_ONE_FAMILY)
    if (raw[key] && !families.includes(family)) return { key, problem };
  const { debounce = DEBOUNCE, "max-wait": maxWait = debounce * MAX_WAIT_FACTOR } = raw;
  if (maxWait < debounce) return { key: "max-wait", problem: "shorter than the quiet time, debounce" };
  return {
    records: { names, ttl, ptr: raw.ptr === true, onLoss: raw["on-loss"] ?? "keep" },
    zone,
    servers,
    keyFile: raw["key-file"],
    allowMd5: raw["allow-md5"] === true,
    families,
    rules: {
      interfaces: new Globs(raw.interface ?? []),
      address: raw.address ?? "all",
      prefixes,
      suffix,
      temporary: raw.temporary === true,
      ula: raw.ula === true,
      private: raw.private === true,
    },
    via: raw.via,
    timing: { debounce, maxWait },
  };
}

const wrong = (key: keyof RawSettings, value: string, problem: string): WrongSetting => ({
  key,
  problem: `${JSON.stringify(value)}: ${problem}`,
});

/** `ns1.example.com`, `192.0.2.53#5353`, `2001:db8::53`, or what is wrong with it. */
function parseServer(text: string): HostPort | string {
  const [host = "", digits = String(DNS_PORT), ...more] = text.split("#");
  const port = /^\d{1,5}$/.test(digits) ? Number(digits) : 0;
  if (more.length > 0 || port < 1 || port > 65535) return "no server; write HOST or HOST#PORT";
  const address = host.replace(/^\[(.*)\]$/, "$1");
  if (isIP(address) === 0 && (parseName(host) === undefined || host.includes(":")))
    return "no server; write HOST or HOST#PORT";
  const stub = stubAt(address);
  if (stub !== undefined) return `that is ${stub}, which drops updates; give the zone's primary`;
  return { host: address, port };
}

/** A name whose addresses two sets of settings would fight about; undefined: none. */
export function contested(all: readonly Settings[]): string | undefined {
  const seen = new Set<string>();
  for (const { records, families } of all)
    for (const name of new Set(records.names.map((name) => name.toLowerCase())))
      for (const family of families) {
        if (seen.has(`${name} ${family}`)) return name;
        seen.add(`${name} ${family}`);
      }
  return undefined;
}
