/** Types of payload that any netlink protocol uses: integers, strings, structs, lists of names for bits. */
import { decodeText } from "../../ffi/text.ts";
import type { Type } from "./attr.ts";
import type { Context } from "./context.ts";
import { hex } from "./hex.ts";

export const u8: Type<number> = { min: 1, read: (view, at) => view.getUint8(at) };
export const u16: Type<number> = { min: 2, read: (view, at) => view.getUint16(at, true) };
export const u32: Type<number> = { min: 4, read: (view, at) => view.getUint32(at, true) };
export const s32: Type<number> = { min: 4, read: (view, at) => view.getInt32(at, true) };
/** In network byte order. */
export const be16: Type<number> = { min: 2, read: (view, at) => view.getUint16(at) };
export const be32: Type<number> = { min: 4, read: (view, at) => view.getUint32(at) };

/** The number as JSON.stringify shall write it, digit by digit (TC39 JSON.parse source text access). */
const { rawJSON } = JSON as unknown as { rawJSON(text: string): number };

/** A number, exact: beyond 2^53 it becomes a value that JSON.stringify writes with all its digits. */
export const u64: Type<number> = {
  min: 8,
  read(view, at) {
    const high = view.getUint32(at + 4, true);
    if (high > 0x1f_ffff) return rawJSON(view.getBigUint64(at, true).toString());
    return high * 0x1_0000_0000 + view.getUint32(at, true);
  },
};

/** The same in network byte order. */
export const be64: Type<number> = {
  min: 8,
  read(view, at) {
    const high = view.getUint32(at);
    if (high > 0x1f_ffff) return rawJSON(view.getBigUint64(at).toString());
    return high * 0x1_0000_0000 + view.getUint32(at + 4);
  },
};

/** NLA_UINT: 4 bytes, or 8 where the number needs them. */
export const uint: Type<number> = {
  min: 4,
  read: (view, at, length, cx) => (length < 8 ? u32 : u64).read(view, at, length, cx),
};

export const bool: Type<boolean> = { min: 1, read: (view, at) => view.getUint8(at) !== 0 };
/** An attribute whose presence is the message. */
export const flag: Type<true> = { min: 0, read: () => true };

/** Bytes as `0a1b2c`. */
export const bytes: Type<string> = { min: 0, read: hex };

/** Where a string is put together before it becomes one, in one step. */
const SCRATCH = 256;
const scratch = Buffer.alloc(SCRATCH);

/** Names of devices and kinds come again and again: as many as this are kept, up to this length. */
const KEPT = 64;
const KEPT_LENGTH = 16;
const kept: (string | undefined)[] = [];

/** The first bytes of `scratch`. */
function textOf(size: number, hash: number): string {
  if (size > KEPT_LENGTH) return scratch.toString("latin1", 0, size);
  const slot = (hash ^ (hash >>> 6)) & (KEPT - 1);
  const text = kept[slot];
  if (text !== undefined && text.length === size) {
    let same = 0;
    while (same < size && text.charCodeAt(same) === scratch[same]) same++;
    if (same === size) return text;
  }
  return (kept[slot] = scratch.toString("latin1", 0, size));
}

/** Up to the first NUL. Bytes that are no UTF-8 become `\xff`; control characters stay: the sinks escape them. */
export const str: Type<string> = {
  min: 0,
  read(view, at, length) {
    let size = 0;
    let hash = 0;
    for (; size < length; size++) {
      const byte = view.getUint8(at + size);
      if (byte === 0) break;
      if (byte >= 0x80 || size === SCRATCH)
        return decodeText(new Uint8Array(view.buffer, view.byteOffset + at, length));
      scratch[size] = byte;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    return textOf(size, hash);
  },
};

/** The same payload, shown another way. */
export const mapped = <A, B, C = Context>(
  type: Type<A, C>,
  show: (value: A) => B | undefined,
): Type<B, C> => ({
  min: type.min,
  read(view, at, length, cx) {
    const value = type.read(view, at, length, cx);
    return value === undefined ? undefined : show(value);
  },
});

/** A number that has a name; without one it stays a number in text. */
export const named = (type: Type<number>, names: Readonly<Record<number, string>>): Type<string> =>
  mapped(type, (value) => names[value] ?? String(value));

/** `key: name`, or `key_index: number` where there is no name for it, as `ip -j` does. For spread rows. */
export const indexed = <const K extends string>(
  type: Type<number>,
  key: K,
  names: Readonly<Record<number, string>>,
): Type<{ [P in K | `${K}_index`]?: string | number }> => {
  type Indexed = { [P in K | `${K}_index`]?: string | number };
  const named: Readonly<Record<number, Indexed>> = Object.fromEntries(
    Object.entries(names).map(([value, name]) => [value, { [key]: name } as Indexed]),
  );
  return mapped(type, (value) => named[value] ?? ({ [`${key}_index`]: value } as Indexed));
};

/** Set bits as names, in the order given; bits without a name last, together, as hex digits. */
export function bitNames(value: number, names: readonly (readonly [bit: number, name: string])[]): string[] {
  const set: string[] = [];
  let rest = value;
  for (const [bit, name] of names) {
    if ((rest & bit) === 0) continue;
    set.push(name);
    rest &= ~bit;
  }
  if (rest !== 0) set.push((rest >>> 0).toString(16));
  return set;
}

/** What printf's %#x gives: `0x1f`, and `0` for zero. */
export const hex0x = (value: number): string => (value === 0 ? "0" : `0x${value.toString(16)}`);

interface Field {
  readonly key: string;
  readonly type: Type<number>;
}

/**
 * A struct of the kernel's: fields one after the other. Structs grow at the end from kernel to kernel: those that
 * are there are read, bytes beyond the last known one are left. `min` is the size the oldest kernel sends.
 */
export const struct = <const K extends string>(
  min: number,
  fields: readonly (readonly [key: K, type: Type<number>])[],
): Type<{ [P in K]?: number }> => {
  const list: Field[] = fields.map(([key, type]) => ({ key, type }));
  const size = list.reduce((sum, { type }) => sum + type.min, 0);
  /** A copy has its keys at once; that takes a third of the time of adding them one by one. */
  const whole: Record<string, number | undefined> = Object.fromEntries(list.map(({ key }) => [key, 0]));
  return {
    min,
    read(view, at, length, cx) {
      const into = length < size ? {} : { ...whole };
      let offset = 0;
      for (let i = 0; i < list.length; i++) {
        const { key, type } = list[i]!;
        if (offset + type.min > length) break;
        into[key] = type.read(view, at + offset, type.min, cx);
        offset += type.min;
      }
      return into as { [P in K]?: number };
    },
  };
};

/** A number, or nothing for 0: what ip prints when it is not zero. */
export const unlessZero = (type: Type<number>): Type<number> => mapped(type, (value) => value || undefined);

/** The same in hex: `0x1f`. */
export const hexUnlessZero = (type: Type<number>): Type<string> => mapped(unlessZero(type), hex0x);

/** True, or nothing: what ip prints when it is set. */
export const whenSet: Type<true> = mapped(bool, (value) => value || undefined);
