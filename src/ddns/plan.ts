/** From the addresses that were chosen to the records that shall be there. */
import { A, AAAA, PTR } from "./codes.ts";
import { sameName } from "./name.ts";
import { reverseName } from "./records.ts";
import type { Family } from "./select.ts";
import type { StateFile } from "./state-file.ts";
import { type RrSet, setName } from "./update.ts";

export interface Records {
  /** The first one is what addresses are called in the other direction. */
  names: readonly string[];
  ttl: number;
  ptr: boolean;
  /** Without an address the record stays as it is, or goes. */
  onLoss: "keep" | "delete";
}

export interface Planned {
  set: RrSet;
  /** It is taken away, and only if it is still this host's. */
  onlyLast: boolean;
}

export type Addresses = ReadonlyMap<Family, readonly string[]>;

export const TYPES: Readonly<Record<Family, number>> = { inet: A, inet6: AAAA };

/** First the names, then their addresses' names. */
export function plan(
  { names, ttl, ptr, onLoss }: Records,
  addresses: Addresses,
  state: StateFile,
): Planned[] {
  const planned: Planned[] = [];
  const reverse: Planned[] = [];
  const target = names[0]!;
  for (const [family, data] of addresses) {
    if (data.length === 0 && onLoss === "keep") continue;
    for (const name of names)
      planned.push({ set: { name, type: TYPES[family], ttl, data }, onlyLast: false });
    if (!ptr) continue;
    const wanted = data.map(reverseName);
    for (const name of wanted)
      reverse.push({ set: { name, type: PTR, ttl, data: [target] }, onlyLast: false });
    const suffix = family === "inet" ? ".in-addr.arpa." : ".ip6.arpa.";
    for (const name of state.namesOf(PTR, target))
      if (name.endsWith(suffix) && !wanted.some((one) => sameName(one, name)))
        reverse.push({ set: { name, type: PTR, ttl, data: [] }, onlyLast: true });
  }
  return [...planned, ...reverse];
}

/** Two plans are the same when these are. */
export const planText = (planned: readonly Planned[]): string =>
  planned.map(({ set }) => `${setName(set)} ${set.ttl} ${[...set.data].sort().join(" ")}`).join("\n");
