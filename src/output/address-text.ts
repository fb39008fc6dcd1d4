/** An address' change in words. */
import type { Address } from "../rtnetlink/address.ts";
import type { AddressChange, AddressesChange } from "../state/change.ts";
import { describeChanged } from "./changed-text.ts";

const FOREVER = 0xffff_ffff;

export function describeAddress({ verb, body, changed }: AddressChange): string {
  switch (verb) {
    case "exists":
    case "added":
      return summary(body);
    case "removed":
      return `${cidr(body)} ${body.scope}`;
    case "usable":
      return `${cidr(body)} usable`;
    case "failed":
      return `${cidr(body)} duplicate address: another host has it`;
    case "deprecated":
      return `${cidr(body)} deprecated: for no new connections`;
    case "changed":
      return `${cidr(body)} ${describeChanged(changed, ["usable"]).join(", ")}`;
    case "refreshed":
      return `${cidr(body)} ${lifetimes(body) || "refreshed"}`;
    case "unchanged":
      return `${cidr(body)} unchanged`;
  }
}

export function describeAddresses({ body }: AddressesChange): string {
  const signs = [...body.added.map((one) => `+${one}`), ...body.removed.map((one) => `-${one}`)];
  return `${body.family} ${signs.join(" ")}: ${body.addresses.join(" ") || "none left"}`;
}

const cidr = (address: Address): string =>
  address.address === undefined
    ? `${address.local ?? "?"}/${address.prefixlen}`
    : `${address.local} peer ${address.address}/${address.prefixlen}`;

/** What there is to know of it in single words. */
export const marks = (address: Address): string[] => MARKS.filter((mark) => address[mark]);

const MARKS = [
  "temporary",
  "secondary",
  "optimistic",
  "tentative",
  "deprecated",
  "dadfailed",
  "dynamic",
] as const;

function summary(address: Address): string {
  const parts = [cidr(address), address.scope, ...marks(address)];
  const left = lifetimes(address);
  if (left !== "") parts.push(left);
  return parts.join(" ");
}

const duration = (seconds: number | undefined): string => (seconds === FOREVER ? "forever" : `${seconds}s`);

export function lifetimes({ valid_life_time: valid, preferred_life_time: preferred }: Address): string {
  if (valid === undefined || valid === FOREVER) return "";
  return `valid ${duration(valid)} preferred ${duration(preferred)}`;
}
