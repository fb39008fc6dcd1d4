/** Facts of addresses. */
import type { Address } from "../../../src/rtnetlink/address.ts";
import { type Facts, number, type Recover } from "./facts.ts";

const FAMILY: Readonly<Record<string, number>> = { inet: 2, inet6: 10 };
const SCOPE: Readonly<Record<string, number>> = { global: 0, site: 200, link: 253, host: 254, nowhere: 255 };
const PROTO: Readonly<Record<string, number>> = { unspec: 0, kernel_lo: 1, kernel_ra: 2, kernel_ll: 3 };

/** linux/if_addr.h, IFA_F_*; the first has another name in each family. */
const IFA_F: readonly (readonly [keyof Address, number])[] = [
  ["secondary", 0x01],
  ["temporary", 0x01],
  ["nodad", 0x02],
  ["optimistic", 0x04],
  ["dadfailed", 0x08],
  ["home", 0x10],
  ["deprecated", 0x20],
  ["tentative", 0x40],
  ["mngtmpaddr", 0x100],
  ["noprefixroute", 0x200],
  ["autojoin", 0x400],
  ["stable-privacy", 0x800],
];
const IFA_F_PERMANENT = 0x80;

function ifaFlags(address: Address): number {
  let bits = address.dynamic ? 0 : IFA_F_PERMANENT;
  for (const [key, bit] of IFA_F) if (address[key] === true) bits |= bit;
  return address.ifa_flags === undefined ? bits : bits | Number.parseInt(address.ifa_flags, 16);
}

/** Some messages have family 0. Without a family there is no notation: decode gives the bytes, the fact is text. */
function inet(address: string | undefined, { family }: Address): string | undefined {
  if (family !== undefined || address === undefined) return address;
  const bytes = address.split(":").map((byte) => Number.parseInt(byte, 16));
  if (bytes.length === 4) return bytes.join(".");
  const groups = address.replaceAll(/(..):(..)(:|$)/g, "$1$2$3");
  return new URL(`http://[${groups}]`).hostname.slice(1, -1);
}

const recover: Readonly<Record<string, Recover<Address>>> = {
  ifa_family: (address) => number(FAMILY, address.family) ?? address.family_index,
  ifa_flags: ifaFlags,
  ifa_index: (_address, dev) => dev.ifindex,
  ifa_prefixlen: (address) => address.prefixlen,
  ifa_scope: ({ scope }) => number(SCOPE, scope) ?? Number(scope),
  // As in ip: `local` is IFA_LOCAL, or IFA_ADDRESS without one; `address` is IFA_ADDRESS where it is another.
  IFA_ADDRESS: (address) => inet(address.address ?? address.local, address),
  IFA_LOCAL: (address) => inet(address.local, address),
  IFA_BROADCAST: (address) => inet(address.broadcast, address),
  "IFA_CACHEINFO.ifa_prefered": (address) => address.preferred_life_time,
  "IFA_CACHEINFO.ifa_valid": (address) => address.valid_life_time,
  IFA_LABEL: (address) => address.label,
  IFA_PROTO: ({ protocol }) => number(PROTO, protocol) ?? Number(protocol),
};

export const address: Facts<Address> = {
  types: ["RTM_NEWADDR", "RTM_DELADDR"],
  names: /^(ifa|IFA)_/,
  recover,
};
