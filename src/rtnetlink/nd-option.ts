/** Options of router advertisements: RFC 4861 4.6, and the ones below. Numbers are in network byte order, lifetimes in seconds. */
import { decodeText } from "../../ffi/text.ts";
import { hex } from "../netlink/hex.ts";
import { formatInet6 } from "./inet.ts";
import type { RtContext } from "./types.ts";

/** What an option says; those that have no reader say their bytes. */
export interface NdOption {
  option: string;
  lifetime?: number;
  /** RDNSS */
  servers?: string[];
  /** DNSSL */
  domains?: string[];
  /** Captive portal */
  uri?: string;
  /** PREF64, prefix and route information, 6LoWPAN context */
  prefix?: string;
  onlink?: true;
  autoconf?: true;
  preferred?: number;
  preference?: string;
  context?: number;
  compress?: true;
  data?: string;
}

interface Reader {
  readonly name: string;
  /** Octets, with the two of type and length. */
  readonly min: number;
  read(view: DataView, at: number, end: number, cx: RtContext): Omit<NdOption, "option">;
}

const READERS: Readonly<Record<number, Reader>> = {
  // RFC 4861 4.6.2
  3: {
    name: "prefix-information",
    min: 32,
    read(view, at, end) {
      const flags = view.getUint8(at + 3);
      return {
        prefix: prefix(view, at + 16, end, view.getUint8(at + 2)),
        ...((flags & 0x80) !== 0 && { onlink: true }),
        ...((flags & 0x40) !== 0 && { autoconf: true }),
        lifetime: view.getUint32(at + 4),
        preferred: view.getUint32(at + 8),
      };
    },
  },
  // RFC 4191 2.3
  24: {
    name: "route-information",
    min: 8,
    read: (view, at, end) => ({
      prefix: prefix(view, at + 8, end, view.getUint8(at + 2)),
      preference: PREFERENCES[(view.getUint8(at + 3) >> 3) & 3]!,
      lifetime: view.getUint32(at + 4),
    }),
  },
  // RFC 8106 5.1
  25: {
    name: "rdnss",
    min: 8,
    read(view, at, end) {
      const servers: string[] = [];
      for (let address = at + 8; address + 16 <= end; address += 16) servers.push(formatInet6(view, address));
      return { lifetime: view.getUint32(at + 4), servers };
    },
  },
  // RFC 8106 5.2
  31: {
    name: "dnssl",
    min: 8,
    read: (view, at, end, cx) => ({
      lifetime: view.getUint32(at + 4),
      domains: domains(view, at + 8, end, cx),
    }),
  },
  // RFC 6775 4.2; the lifetime is in minutes there.
  34: {
    name: "6co",
    min: 8,
    read(view, at, end) {
      const flags = view.getUint8(at + 3);
      return {
        lifetime: view.getUint16(at + 6) * 60,
        prefix: prefix(view, at + 8, end, view.getUint8(at + 2)),
        context: flags & 0x0f,
        ...((flags & 0x10) !== 0 && { compress: true }),
      };
    },
  },
  // RFC 8910 2.3
  37: { name: "captive-portal", min: 2, read: (view, at, end) => ({ uri: text(view, at + 2, end) }) },
  // RFC 8781 4
  38: {
    name: "pref64",
    min: 16,
    read(view, at) {
      const scaled = view.getUint16(at + 2);
      const length = PREF64_LENGTHS[scaled & 7];
      return {
        lifetime: scaled & 0xfff8,
        ...(length !== undefined && { prefix: prefix(view, at + 4, at + 16, length) }),
      };
    },
  },
};

/** RFC 4191 2.1 */
const PREFERENCES = ["medium", "high", "reserved", "low"];
const PREF64_LENGTHS = [96, 64, 56, 48, 40, 32];

/** Reads the option at `at`; undefined when it does not fit, which ends the options. */
export function readNdOption(
  view: DataView,
  at: number,
  end: number,
  cx: RtContext,
): { option: NdOption; length: number } | undefined {
  const length = end - at < 2 ? 0 : view.getUint8(at + 1) * 8;
  if (length === 0 || length > end - at) {
    cx.problem("nd_opt", `option of ${length} bytes, ${end - at} bytes left`);
    cx.keep("nd_opt", view, at, end - at);
    return undefined;
  }
  const type = view.getUint8(at);
  const reader = READERS[type];
  if (reader === undefined || length < reader.min) {
    const data = hex(view, at + 2, length - 2);
    return { option: { option: reader?.name ?? String(type), data }, length };
  }
  return { option: { option: reader.name, ...reader.read(view, at, at + length, cx) }, length };
}

/** As much of an address as is there, the rest is zero. */
function prefix(view: DataView, at: number, end: number, length: number): string {
  const bytes = new Uint8Array(16);
  for (let i = 0; i < 16 && at + i < end; i++) bytes[i] = view.getUint8(at + i);
  return `${formatInet6(new DataView(bytes.buffer), 0)}/${length}`;
}

/** Up to the padding. */
const text = (view: DataView, at: number, end: number): string =>
  decodeText(new Uint8Array(view.buffer, view.byteOffset + at, end - at));

/** Names as RFC 1035 3.1 has them: labels with their length before them, an empty one ends a name; zeros at the end. */
function domains(view: DataView, start: number, end: number, cx: RtContext): string[] {
  const names: string[] = [];
  let labels: string[] = [];
  for (let at = start; at < end; ) {
    const length = view.getUint8(at++);
    if (length === 0) {
      if (labels.length > 0) names.push(labels.join("."));
      labels = [];
    } else if (length > 63 || length > end - at) {
      cx.problem("nd_opt", `label of ${length} bytes, ${end - at} bytes left`);
      break;
    } else {
      labels.push(text(view, at, at + length));
      at += length;
    }
  }
  return names;
}
