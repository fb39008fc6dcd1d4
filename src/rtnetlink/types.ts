/** Types of payload that only rtnetlink has: devices, hardware and network addresses, names of iproute2's tables. */
import { type Fields, Table, type Type } from "../netlink/attr.ts";
import { Context } from "../netlink/context.ts";
import { HEX } from "../netlink/hex.ts";
import { keptText } from "../netlink/kept-text.ts";
import { mapped } from "../netlink/types.ts";
import type { Dev, Devs } from "./dev.ts";
import { AF_INET, AF_INET6, AF_MPLS, formatInet, formatInet6 } from "./inet.ts";
import { formatLabels } from "./mpls.ts";

/** What the family header of a message says to the readers of its attributes. */
export class RtContext extends Context {
  family = 0;
  /** Lengths of the prefixes that a message of routes is about. */
  dstLength = 0;
  srcLength = 0;
  /** ARPHRD_* of the link, for the shape of its hardware address. */
  arphrd = 0;
  /** TCA_KIND of the qdisc, class or filter, for the shape of its own counters. */
  kind = "";
  /** What is read is of another network namespace, whose ids of namespaces mean nothing here. */
  foreign = false;
  constructor(readonly devs: Devs) {
    super();
  }

  /** What is read from here on depends on nothing but the bytes, the devices, `family` and `arphrd`. */
  repeats(): void {
    this.era =
      ((this.devs.era * 0x1_0000 + this.arphrd) * 0x100 + this.family) * 4 +
      (this.all ? 2 : 0) +
      (this.keepUnknown ? 1 : 0);
  }
}

export type RtType<T> = Type<T, RtContext>;

/** The index of a device, shown as its name. */
export const dev: RtType<Dev> = {
  min: 4,
  read: (view, at, _length, cx) => cx.devs.refer(view.getUint32(at, true)),
};

/** A device, or null for index 0. */
export const devOrNull: RtType<Dev | null> = {
  min: 4,
  read: (view, at, length, cx) => (view.getUint32(at, true) === 0 ? null : dev.read(view, at, length, cx)!),
};

/** An address of the family of the header; of another length than that family's: hex with colons, as it stands. */
export const inet: RtType<string> = {
  min: 0,
  read: (view, at, length, cx) => formatAddress(cx.family, view, at, length),
};

export function formatAddress(family: number, view: DataView, at: number, length: number): string {
  if (family === AF_INET && length >= 4) return formatInet(view, at);
  if (family === AF_INET6 && length >= 16) return formatInet6(view, at);
  if (family === AF_MPLS && length >= 4) return formatLabels(view, at, length);
  return colons(view, at, length);
}

/** An address of either family, told by its length; what the header says counts where it says one. */
export const inetAny: RtType<string> = {
  min: 0,
  read: (view, at, length, cx) => formatAddress(familyOf(cx.family, length), view, at, length),
};

function familyOf(family: number, length: number): number {
  if (family === AF_INET || family === AF_INET6) return family;
  return length === 16 ? AF_INET6 : length === 4 ? AF_INET : family;
}

const ARPHRD_TUNNEL = 768;
const ARPHRD_TUNNEL6 = 769;
const ARPHRD_SIT = 776;
const ARPHRD_IPGRE = 778;
const ARPHRD_IP6GRE = 823;

/** A hardware address as ip writes it: `86:53:7a:92:07:35`; for tunnels the address of the end point. */
export const lladdr: RtType<string> = {
  min: 0,
  read: (view, at, length, cx) => formatLladdr(cx.arphrd, view, at, length),
};

export function formatLladdr(arphrd: number, view: DataView, at: number, length: number): string {
  if (length === 4 && (arphrd === ARPHRD_TUNNEL || arphrd === ARPHRD_SIT || arphrd === ARPHRD_IPGRE))
    return formatInet(view, at);
  if (length === 16 && (arphrd === ARPHRD_TUNNEL6 || arphrd === ARPHRD_IP6GRE)) return formatInet6(view, at);
  return colons(view, at, length);
}

/** `0a:1b:2c`. */
export function colons(view: DataView, at: number, length: number): string {
  if (length === 6) return mac(view, at);
  if (length === 0) return "";
  let text = HEX[view.getUint8(at)]!;
  for (let i = at + 1; i < at + length; i++) text += `:${HEX[view.getUint8(i)]}`;
  return text;
}

/** In one piece: a string that is put together keeps its pieces, seven times the memory, until somebody reads it. */
const mac = keptText(6, (view, at) =>
  String.fromCharCode(
    high(view.getUint8(at)),
    low(view.getUint8(at)),
    COLON,
    high(view.getUint8(at + 1)),
    low(view.getUint8(at + 1)),
    COLON,
    high(view.getUint8(at + 2)),
    low(view.getUint8(at + 2)),
    COLON,
    high(view.getUint8(at + 3)),
    low(view.getUint8(at + 3)),
    COLON,
    high(view.getUint8(at + 4)),
    low(view.getUint8(at + 4)),
    COLON,
    high(view.getUint8(at + 5)),
    low(view.getUint8(at + 5)),
  ),
);

const COLON = 58;
/** Character codes of the two digits of a byte. */
const high = (byte: number): number => low(byte >> 4);
const low = (byte: number): number => ((byte & 15) < 10 ? 48 : 87) + (byte & 15);

/** A time in USER_HZ ticks (100 a second) as seconds with two decimals. */
export const clockTicks: Type<number> = {
  min: 8,
  read: (view, at) => (view.getUint32(at + 4, true) * 0x1_0000_0000 + view.getUint32(at, true)) / 100,
};

/** An address of the family that the attribute is of, whatever the header says. */
export const inet4: RtType<string> = { min: 4, read: formatInet };
export const inet6: RtType<string> = { min: 16, read: formatInet6 };

/** The same, or nothing for the unspecified one. */
export const inet4IfAny: RtType<string> = mapped(inet4, (address) =>
  address === "0.0.0.0" ? undefined : address,
);
export const inet6IfAny: RtType<string> = mapped(inet6, (address) =>
  address === "::" ? undefined : address,
);

/** A hardware address as `86:53:7a:92:07:35`, whatever the link is. */
export const hwaddr: RtType<string> = { min: 6, read: (view, at, length) => colons(view, at, length) };

/** A device, or nothing for index 0. */
export const devIfAny: RtType<Dev> = mapped(devOrNull, (dev) => dev ?? undefined);

/** A table whose attributes mean something only together: `show` makes of what was read what ip shows of it. */
export const together = <F extends object, G extends object>(
  attributes: Table<RtContext, F>,
  show: (fields: F) => G,
): Table<RtContext, G> => new Together(attributes, show);

/** What is there of these. */
export function present<G extends object>(values: G): G {
  const there: Fields = {};
  for (const key in values) if (values[key] !== undefined) there[key] = values[key];
  return there as G;
}

class Together<F extends object, G extends object> extends Table<RtContext, G> {
  readonly #attributes: Table<RtContext, F>;
  readonly #show: (fields: F) => G;
  /** What was read last, and what was made of it. */
  #fields: F | undefined;
  #shown: G | undefined;

  constructor(attributes: Table<RtContext, F>, show: (fields: F) => G) {
    super(attributes.name, attributes.rows);
    this.#attributes = attributes;
    this.#show = show;
  }

  override read(view: DataView, start: number, end: number, cx: RtContext): G {
    const fields = this.#attributes.read(view, start, end, cx);
    if (fields === this.#fields) return this.#shown!;
    this.#fields = fields;
    return (this.#shown = present(this.#show(fields)));
  }
}
