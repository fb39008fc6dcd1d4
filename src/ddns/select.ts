/** Which addresses of this host a name shall have, and for each one the reason. */
import type { Globs } from "../events/glob.ts";
import type { Address } from "../rtnetlink/address.ts";
import type { Dev } from "../rtnetlink/dev.ts";
import type { Link } from "../rtnetlink/link.ts";
import { isUp } from "../state/links.ts";
import { compareIp, formatIp, isIn, type Prefix, parseIp, prefix, withSuffix } from "./ip.ts";

export type Family = "inet" | "inet6";

export interface Candidate {
  dev: Dev;
  body: Address;
  /** undefined: no link is known for it. */
  link: Link | undefined;
}

export interface Rules {
  interfaces: Globs;
  /** All that are eligible, or the best of them. */
  address: "all" | "one";
  /** Only addresses in one of these, the first preferred; none: any. */
  prefixes: readonly Prefix[];
  /** Not the address itself, but one with its first bits and these last ones (IPv6): another host in its network. */
  suffix: Prefix | undefined;
  temporary: boolean;
  ula: boolean;
  private: boolean;
}

export interface Verdict {
  candidate: Candidate;
  /** What would be published for it. */
  address: string;
  chosen: boolean;
  /** `deprecated`, or, of one that is chosen or eligible, what spoke for the other. */
  why: string;
}

/** One verdict for each address of the family, in the order of the candidates. `published`: what the name has now. */
export function select(
  candidates: Iterable<Candidate>,
  family: Family,
  rules: Rules,
  published: readonly string[],
): Verdict[] {
  const verdicts: Verdict[] = [];
  const eligible: Eligible[] = [];
  for (const candidate of candidates) {
    const { body } = candidate;
    const bytes = body.family === family && body.local !== undefined ? parseIp(body.local) : undefined;
    if (bytes === undefined) continue;
    const reason = refusal(candidate, bytes, rules);
    const address = formatIp(
      rules.suffix !== undefined && bytes.length === 16 ? withSuffix(bytes, rules.suffix) : bytes,
    );
    const verdict = { candidate, address, chosen: false, why: reason ?? "eligible" };
    verdicts.push(verdict);
    if (reason === undefined) eligible.push({ verdict, bytes, address, rules, published });
  }
  if (rules.address === "all")
    for (const { verdict } of eligible) Object.assign(verdict, { chosen: true, why: "eligible" });
  else chooseOne(eligible);
  return verdicts;
}

/** The addresses that are chosen, each once. */
export const chosen = (verdicts: readonly Verdict[]): string[] => [
  ...new Set(verdicts.filter(({ chosen }) => chosen).map(({ address }) => address)),
];

/** Why an address cannot be published; undefined: it can. */
function refusal({ dev, body, link }: Candidate, bytes: Uint8Array, rules: Rules): string | undefined {
  if (!rules.interfaces.matchAny(dev.names)) return `interface ${dev.ifname} is not asked for (--interface)`;
  if (body.scope !== "global") return `scope ${body.scope}, not global`;
  const range = RANGES.find(({ of }) => isIn(bytes, of));
  if (range !== undefined && (range.option === undefined || !rules[range.option]))
    return range.option === undefined ? range.what : `${range.what}; --${range.option} takes it`;
  if (bytes.length === 16 && range === undefined && !isIn(bytes, GLOBAL_UNICAST))
    return "not in 2000::/3, the addresses of the Internet";
  if (body.dadfailed) return "another host has it (dadfailed)";
  if (body.tentative) return "not yet known to be free (tentative)";
  if (body.deprecated || body.preferred_life_time === 0) return "deprecated";
  if (body.temporary && !rules.temporary) return "temporary; --temporary takes it";
  if (body.secondary) return "secondary";
  if (link === undefined || !isUp(link)) return `interface ${dev.ifname} is down, or has no carrier`;
  if (rules.prefixes.length > 0 && !rules.prefixes.some((of) => isIn(bytes, of)))
    return "not in the prefix that is asked for (--prefix)";
  return undefined;
}

interface Range {
  of: Prefix;
  what: string;
  /** The option that takes them all the same. */
  option?: "private" | "ula";
}

const GLOBAL_UNICAST = prefix("2000::/3");
const RANGES: readonly Range[] = [
  { of: prefix("169.254.0.0/16"), what: "link-local (169.254.0.0/16)" },
  { of: prefix("127.0.0.0/8"), what: "loopback" },
  { of: prefix("10.0.0.0/8"), what: "private (10.0.0.0/8)", option: "private" },
  { of: prefix("172.16.0.0/12"), what: "private (172.16.0.0/12)", option: "private" },
  { of: prefix("192.168.0.0/16"), what: "private (192.168.0.0/16)", option: "private" },
  { of: prefix("100.64.0.0/10"), what: "behind the provider's NAT (100.64.0.0/10)", option: "private" },
  { of: prefix("fc00::/7"), what: "unique local (fc00::/7)", option: "ula" },
];

interface Eligible {
  verdict: Verdict;
  bytes: Uint8Array;
  address: string;
  rules: Rules;
  published: readonly string[];
}

/** What makes one better, in this order; the lower number wins. */
const PREFERENCES: readonly (readonly [why: string, of: (one: Eligible) => number])[] = [
  ["its prefix is asked for first", ({ bytes, rules }) => rules.prefixes.findIndex((of) => isIn(bytes, of))],
  ["it is published already", ({ address, published }) => (published.includes(address) ? 0 : 1)],
  ["it is permanent", ({ verdict }) => (verdict.candidate.body.dynamic ? 1 : 0)],
  ["it is preferred for longest", ({ verdict }) => -(verdict.candidate.body.preferred_life_time ?? 0)],
];
const LOWEST = "it is the lowest";

function chooseOne(eligible: readonly Eligible[]): void {
  const [first, ...others] = eligible;
  if (first === undefined) return;
  let best = first;
  for (const one of others) if (prefer(one, best).better) best = one;
  for (const one of eligible) {
    if (one === best) continue;
    one.verdict.why = `eligible, but ${best.address} is chosen: ${prefer(best, one).why}`;
  }
  const reasons = others.length === 0 ? "the only one" : `chosen out of ${eligible.length}`;
  Object.assign(best.verdict, { chosen: true, why: reasons });
}

function prefer(a: Eligible, b: Eligible): { better: boolean; why: string } {
  for (const [why, of] of PREFERENCES) if (of(a) !== of(b)) return { better: of(a) < of(b), why };
  return { better: compareIp(a.bytes, b.bytes) < 0, why: LOWEST };
}
