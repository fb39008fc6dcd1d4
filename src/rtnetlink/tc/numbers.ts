/** Types of payload that only traffic control has. */
import type { Type } from "../../netlink/attr.ts";
import { mapped, s32, u32 } from "../../netlink/types.ts";

/** Hex digits: `1f`. */
export const hexText = (value: number): string => (value >>> 0).toString(16);

/** struct nla_bitfield32: value u32, selector u32. */
export const bitfield32: Type<{ value: number; selector: number }> = {
  min: 8,
  read: (view, at) => ({ value: view.getUint32(at, true), selector: view.getUint32(at + 4, true) }),
};

/** An array of numbers, as many as fit. */
export const list = (type: Type<number>): Type<number[]> => ({
  min: 0,
  read(view, at, length, cx) {
    const values: number[] = [];
    for (let offset = 0; offset + type.min <= length; offset += type.min)
      values.push(type.read(view, at + offset, type.min, cx) ?? 0);
    return values;
  },
});

/** True, or nothing for 0, of a number. */
export const whenNonzero: Type<true> = mapped(u32, (value) => (value === 0 ? undefined : true));

/** CLOCK_*, those that the kernel takes. */
const CLOCKS: Readonly<Record<number, string>> = { 0: "REALTIME", 1: "MONOTONIC", 7: "BOOTTIME", 11: "TAI" };

export const clockName = (clockid: number | undefined): string =>
  clockid === undefined ? "invalid" : (CLOCKS[clockid] ?? "invalid");

export const clock: Type<string> = mapped(s32, clockName);
