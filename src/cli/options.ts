/**
 * src/cli/: the command line, one file per command. The tables of options are written once, here: parsing, help
 * and everything else that has to know them read them.
 */
import type { BooleanArgDef, StringArgDef } from "citty";

/** What citty knows of an option, and what the strict layer, the help and the completions need besides. */
export type Option = (BooleanArgDef | StringArgDef) & {
  /** May be repeated; its value is a comma-separated list. */
  list?: boolean;
  /** What its value names, for completions, where the value's hint does not say it (`text|json`, FILE). */
  names?: Names;
  /** Heading in the help. */
  section: string;
};

export type Names = "objects" | "interfaces" | "events" | "families" | "scopes" | "tables" | "namespaces";

export type Options = Readonly<Record<string, Option>>;

/** Of every command. */
export const COMMON = {
  quiet: { type: "boolean", alias: "q", description: "no diagnostics but errors", section: "Other" },
  verbose: {
    type: "boolean",
    alias: "v",
    description: "more diagnostics; attributes unknown to nlmon in JSON",
    section: "Other",
  },
  "log-format": {
    type: "string",
    valueHint: "text|json",
    description: "diagnostics, on standard error: text (default), or one JSON object a line",
    section: "Other",
  },
  version: { type: "boolean", description: "print the version", section: "Other" },
  help: { type: "boolean", alias: "h", description: "print this help", section: "Other" },
} as const satisfies Options;

/** Which objects. */
const SELECTION = {
  interface: {
    type: "string",
    names: "interfaces",
    alias: "i",
    list: true,
    valueHint: "GLOB",
    description: "only interfaces with this name now; !GLOB excludes; repeatable",
    section: "What to watch",
  },
  inet: {
    type: "boolean",
    alias: "4",
    description: "only IPv4 (as --family inet)",
    section: "What to watch",
  },
  inet6: {
    type: "boolean",
    alias: "6",
    description: "only IPv6 (as --family inet6)",
    section: "What to watch",
  },
  family: {
    type: "string",
    names: "families",
    list: true,
    valueHint: "LIST",
    description: "only objects of these families: inet, inet6, mpls, bridge",
    section: "What to watch",
  },
  scope: {
    type: "string",
    names: "scopes",
    list: true,
    valueHint: "LIST",
    description: "only addresses of these scopes: global, site, link, host, or a number",
    section: "What to watch",
  },
  table: {
    type: "string",
    names: "tables",
    list: true,
    valueHint: "LIST",
    description: "only routes of these tables: a name, a number, or all (default: main)",
    section: "What to watch",
  },
} as const satisfies Options;

const FORMAT = {
  format: {
    type: "string",
    alias: "f",
    valueHint: "text|json",
    description: "text for people (default), json for programs: one object a line",
    section: "What to show",
  },
} as const satisfies Options;

const NETNS = {
  netns: {
    type: "string",
    names: "namespaces",
    list: true,
    valueHint: "NAME",
    description: "this network namespace: a name of ip netns, a pattern of names, a path; repeatable",
    section: "What to watch",
  },
  "all-nsid": {
    type: "boolean",
    description: "also all network namespaces that have an id here (ip netns list-id)",
    section: "What to watch",
  },
} as const satisfies Options;

/** What to run for events. */
export const EXEC = {
  exec: {
    type: "string",
    valueHint: "CMD",
    description: "run CMD by /bin/sh for events: see Acting on it below",
    section: "What to run",
  },
  "exec-debounce": {
    type: "string",
    valueHint: "DUR[,MAX]",
    description: "when nothing has come for DUR (2s), or after MAX (5 x DUR); default 0: at once",
    section: "What to run",
  },
  "exec-timeout": {
    type: "string",
    valueHint: "DUR",
    description: "end a run that takes longer (default 30s): TERM to all of it, KILL 5 s later",
    section: "What to run",
  },
  "exec-retry": {
    type: "string",
    valueHint: "N",
    description: "try a run that failed N times more, after 1, 2, 4, ... seconds; default 0",
    section: "What to run",
  },
  "exec-on-start": {
    type: "boolean",
    description: "run once for the state found at the start",
    section: "What to run",
  },
  "exec-each": {
    type: "boolean",
    description: "every event its own run, in order, one at a time",
    section: "What to run",
  },
  config: {
    type: "string",
    valueHint: "FILE",
    description: "rules in TOML: any number of hooks, each with its own filter; SIGHUP reads them again",
    section: "What to run",
  },
  check: { type: "boolean", description: "check the file of --config, and end", section: "What to run" },
} as const satisfies Options;

const ONE_NETNS = {
  netns: {
    type: "string",
    names: "namespaces",
    valueHint: "NAME",
    description: "of this network namespace: a name of ip netns, or a path",
    section: "What to watch",
  },
} as const satisfies Options;

export const MONITOR = {
  object: {
    type: "string",
    names: "objects",
    alias: "o",
    list: true,
    valueHint: "LIST",
    description: "objects to watch, those that events are named after, tc, or all; default: link,address",
    section: "What to watch",
  },
  ...SELECTION,
  ...NETNS,
  on: {
    type: "string",
    names: "events",
    list: true,
    valueHint: "LIST",
    description: "only events with these names: link.up,address.*; repeatable",
    section: "What to watch",
  },
  ...FORMAT,
  raw: {
    type: "boolean",
    description: "every message as the kernel sent it: no state, nothing left out",
    section: "What to show",
  },
  snapshot: {
    type: "boolean",
    alias: "s",
    description: "first the state there is, as *.exists events, then what happens; no gap, no duplicate",
    section: "What to show",
  },
  all: {
    type: "boolean",
    alias: "a",
    description: "also events that change nothing: *.refreshed, *.unchanged",
    section: "What to show",
  },
  summary: {
    type: "boolean",
    description: "at the end, on standard error: how many events of each name, and what was lost",
    section: "What to show",
  },
  ...EXEC,
  count: {
    type: "string",
    alias: "c",
    valueHint: "N",
    description: "stop after N events (monitor.* count when --on names them; with --raw: messages)",
    section: "When to stop",
  },
  timeout: {
    type: "string",
    alias: "t",
    valueHint: "DUR",
    description: "stop after this time: 500ms, 10s, 2m, 1h; exit 124 if --count was not reached",
    section: "When to stop",
  },
  rcvbuf: {
    type: "string",
    valueHint: "SIZE",
    description: "receive buffer of the socket: 16M; default 128M, or as much as is allowed",
    section: "Other",
  },
  ...COMMON,
} as const satisfies Options;

/** The same options under another heading. */
function under<const T extends Options>(section: string, options: T): T {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, { ...option, section }]),
  ) as T;
}

const { rcvbuf, netns: _netns, "all-nsid": _nsid, check: _check, ...REPLAYED } = MONITOR;

export const REPLAY = {
  speed: {
    type: "string",
    valueHint: "N",
    description: "1: as fast as it happened, 10: ten times that (default: as fast as can be)",
    section: "What to replay",
  },
  ...REPLAYED,
  exec: { ...REPLAYED.exec, description: "run CMD by /bin/sh for events, as nlmon --exec does" },
  config: {
    ...REPLAYED.config,
    description: "rules in TOML: any number of hooks, each with its own filter",
  },
} as const satisfies Options;

/** What goes with --print. */
const PRINTING = under("What to print, with --print", {
  ...SELECTION,
  on: MONITOR.on,
  ...FORMAT,
  snapshot: MONITOR.snapshot,
  all: MONITOR.all,
  count: MONITOR.count,
});
export const PRINTING_NAMES = Object.keys(PRINTING) as readonly (keyof typeof PRINTING)[];

export const RECORD = {
  object: { ...MONITOR.object, description: "objects to record (default: all)", section: "What to record" },
  "rotate-size": {
    type: "string",
    valueHint: "SIZE",
    description: "begin another file after so many bytes: 64K, 100M; FILE becomes FILE.1, and so on",
    section: "What to record",
  },
  "rotate-time": {
    type: "string",
    valueHint: "DUR",
    description: "begin another file after this time: 1h, 1d",
    section: "What to record",
  },
  keep: {
    type: "string",
    valueHint: "N",
    description: "so many full files are kept, the oldest goes first (default 9)",
    section: "What to record",
  },
  netns: { ...ONE_NETNS.netns, section: "What to record" },
  print: {
    type: "boolean",
    description: "also print what happens, as nlmon without a command does",
    section: "What to record",
  },
  timeout: MONITOR.timeout,
  ...PRINTING,
  rcvbuf,
  ...COMMON,
} as const satisfies Options;

export const TOP = {
  object: {
    ...MONITOR.object,
    description: "objects whose events count (default: link,address); of others: how many there are",
  },
  ...SELECTION,
  ...NETNS,
  batch: {
    type: "boolean",
    alias: "b",
    description: "tables one after another, as without a terminal",
    section: "What to show",
  },
  interval: {
    type: "string",
    alias: "d",
    valueHint: "DUR",
    description: "no more than one picture in this time (default 1s); of tables: one each (default 10s)",
    section: "What to show",
  },
  count: {
    type: "string",
    alias: "c",
    valueHint: "N",
    description: "stop after N tables (with --batch)",
    section: "When to stop",
  },
  timeout: { ...MONITOR.timeout, description: "stop after this time: 500ms, 10s, 2m, 1h" },
  rcvbuf,
  ...COMMON,
} as const satisfies Options;

export const WAIT = {
  on: {
    type: "string",
    names: "events",
    list: true,
    valueHint: "LIST",
    description: "events: link.up, address.added, route.removed, ...; the first of several ends it",
    section: "What to wait for",
  },
  address: {
    type: "string",
    valueHint: "usable|ADDRESS",
    description: "a usable address, or this one, is there (with --on: these only)",
    section: "What to wait for",
  },
  route: {
    type: "string",
    valueHint: "default|PREFIX",
    description: "a route to this destination is there (with --on: these only)",
    section: "What to wait for",
  },
  timeout: {
    type: "string",
    alias: "t",
    valueHint: "DUR",
    description: "give up after this time: 500ms, 10s, 2m, 1h; exit 124",
    section: "What to wait for",
  },
  ...SELECTION,
  ...NETNS,
  ...FORMAT,
  ...COMMON,
} as const satisfies Options;

export const DOCTOR = {
  format: { ...FORMAT.format, description: "text for people (default), json for programs: one object" },
  ...COMMON,
} as const satisfies Options;

export const SHOW = {
  ...SELECTION,
  ...ONE_NETNS,
  format: {
    ...FORMAT.format,
    description: "text: a table (default); json: the arrays of ip -j -d, bridge -j -d, tc -j -d",
  },
  ...COMMON,
} as const satisfies Options;

export const DDNS = {
  name: {
    type: "string",
    alias: "n",
    list: true,
    valueHint: "NAME",
    description: "the name that follows the addresses; repeatable",
    section: "Names",
  },
  zone: {
    type: "string",
    valueHint: "ZONE",
    description: "its zone (default: found by SOA)",
    section: "Names",
  },
  ttl: {
    type: "string",
    valueHint: "SECONDS",
    description: "of the records (default: 300)",
    section: "Names",
  },
  ptr: {
    type: "boolean",
    description: "also the addresses' PTR records, to the first name",
    section: "Names",
  },
  "on-loss": {
    type: "string",
    valueHint: "keep|delete",
    description: "when there is no address any more: the record stays (default), or goes",
    section: "Names",
  },
  server: {
    type: "string",
    alias: "s",
    list: true,
    valueHint: "HOST[#PORT]",
    description: "server for the updates, several in order (default: the zone's primary)",
    section: "Server and key",
  },
  "key-file": {
    type: "string",
    alias: "k",
    valueHint: "FILE",
    description: "TSIG key: BIND's form, Knot's, or alg:name:secret (default: see Key below)",
    section: "Server and key",
  },
  "allow-md5": { type: "boolean", description: "also a key of hmac-md5", section: "Server and key" },
  via: {
    type: "string",
    valueHint: "COMMAND",
    description: "have it done by nsupdate, 'nsupdate -g', knsupdate (with --zone), ...",
    section: "Server and key",
  },
  interface: { ...SELECTION.interface, section: "Addresses" },
  inet: { type: "boolean", alias: "4", description: "only IPv4: A records", section: "Addresses" },
  inet6: { type: "boolean", alias: "6", description: "only IPv6: AAAA records", section: "Addresses" },
  address: {
    type: "string",
    valueHint: "all|one",
    description: "all addresses that can be published (default), or the best one of each family",
    section: "Addresses",
  },
  prefix: {
    type: "string",
    list: true,
    valueHint: "CIDR",
    description: "only addresses in it; of several the first is preferred",
    section: "Addresses",
  },
  suffix: {
    type: "string",
    valueHint: "::1/64",
    description: "not this host's address: the first 64 bits of it, then these",
    section: "Addresses",
  },
  temporary: { type: "boolean", description: "also temporary IPv6 addresses", section: "Addresses" },
  ula: { type: "boolean", description: "also unique local IPv6 addresses (fc00::/7)", section: "Addresses" },
  private: {
    type: "boolean",
    description: "also private IPv4 addresses (10/8, 172.16/12, 192.168/16, 100.64/10)",
    section: "Addresses",
  },
  once: {
    type: "boolean",
    description: "publish once and end: exit 0 when the server has it",
    section: "Running",
  },
  check: {
    type: "boolean",
    description: "change nothing: are server, zone and key right?",
    section: "Running",
  },
  explain: {
    type: "boolean",
    description: "print each address and why it is chosen or not",
    section: "Running",
  },
  "dry-run": {
    type: "boolean",
    description: "print what would be sent, as nsupdate reads it",
    section: "Running",
  },
  config: {
    type: "string",
    valueHint: "FILE",
    description: "names from a TOML file, a [[ddns]] table each; SIGHUP reads it again",
    section: "Running",
  },
  state: {
    type: "string",
    valueHint: "FILE",
    description: "remember what was published (default: $STATE_DIRECTORY/ddns.json, else not)",
    section: "Running",
  },
  debounce: {
    type: "string",
    valueHint: "DUR[,MAX]",
    description: "quiet time after a change, and the longest wait (default: 2s,10s)",
    section: "Running",
  },
  ...COMMON,
} as const satisfies Options;
