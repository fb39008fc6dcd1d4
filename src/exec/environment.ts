/** What a program finds in its environment about the event that it runs for. */
import { printable } from "../output/escape.ts";
import { utc } from "../output/time.ts";
import type { Address } from "../rtnetlink/address.ts";
import { Dev } from "../rtnetlink/dev.ts";
import type { Link } from "../rtnetlink/link.ts";
import { isUp } from "../state/links.ts";
import type { Pending } from "./pending.ts";

type Environment = Record<string, string>;

/** execve(2) takes no string of more than 128 KiB, and not much more than that in all. */
const LONGEST_VALUE = 1 << 15;
const LONGEST = 1 << 17;

/** Of nlmon's own environment, what is meant for nlmon alone: sd_notify(3), and what a hook above it was told. */
const OWN = /^(NOTIFY_SOCKET|WATCHDOG_(PID|USEC)|NLMON_.*)$/;

/** Objects whose fields go under names of their own. */
const FIELDS: Readonly<Record<string, (body: never) => Readonly<Record<string, unknown>>>> = {
  link: (body: Link) => ({ STATE: isUp(body) ? "up" : "down", MAC: body.address, MTU: body.mtu }),
  address: (body: Address) => ({
    FAMILY: body.family,
    ADDRESS: body.local,
    PREFIXLEN: body.prefixlen,
    SCOPE: body.scope,
    USABLE: body.usable,
  }),
  addresses: (body: { family: string; addresses: string[]; added: string[]; removed: string[] }) => ({
    FAMILY: body.family,
    ADDRESSES: body.addresses,
    ADDED: body.added,
    REMOVED: body.removed,
  }),
  route: (body: { dst?: string; gateway?: string; via?: { host?: string }; table?: string }) => ({
    DST: body.dst,
    GATEWAY: body.gateway ?? body.via?.host,
    TABLE: body.table,
  }),
};

/** The whole environment of a run: nlmon's, the rule's, the event's. */
export function environment(
  own: Readonly<Record<string, string | undefined>>,
  rule: Readonly<Record<string, string>>,
  pending: Pending,
): Environment {
  const env: Environment = {};
  for (const [name, value] of Object.entries(own))
    if (value !== undefined && !OWN.test(name)) env[name] = value;
  for (const [name, value] of Object.entries(rule)) {
    if (value === "") delete env[name];
    else env[name] = value;
  }
  const omitted: string[] = [];
  let length = 0;
  for (const [name, value] of told(pending)) {
    const text = words(value);
    if (text === "") continue;
    if (text.length > LONGEST_VALUE || length + text.length > LONGEST) omitted.push(name);
    else {
      env[`NLMON_${name}`] = text;
      length += text.length;
    }
  }
  if (omitted.length > 0) env.NLMON_OMITTED = omitted.join(" ").slice(0, LONGEST_VALUE);
  return env;
}

function* told(pending: Pending): Generator<[name: string, value: unknown]> {
  const { event } = pending;
  yield ["EVENT", event.event];
  yield ["TIME", utc(event.time)];
  yield ["SEQ", event.seq];
  yield ["ORIGIN", event.origin];
  yield ["NETNS", event.netns];
  yield ["NSID", event.nsid];
  yield ["COALESCED", pending.count];
  yield ["INTERFACES", [...new Set(pending.events.flatMap(({ change }) => change.dev?.ifname ?? []))]];
  if (!("change" in event)) return;
  const { change } = event;
  yield ["IFINDEX", change.dev?.ifindex];
  yield ["IFNAME", change.dev?.ifname];
  yield* Object.entries(FIELDS[change.object]?.(change.body as never) ?? {});
  const changed = Object.entries(change.changed ?? {});
  yield ["CHANGED", changed.map(([field]) => field)];
  for (const [field, [before, after]] of changed) {
    const name = field.toUpperCase().replace(/[^A-Z0-9]/g, "_");
    yield [`OLD_${name}`, before];
    yield [`NEW_${name}`, after];
  }
}

/** As one text for a shell: lists with spaces between, nests as JSON, control characters as `\x1b`. */
function words(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(words).join(" ");
  if (value instanceof Dev || typeof value !== "object") return printable(String(value));
  return printable(JSON.stringify(value));
}
