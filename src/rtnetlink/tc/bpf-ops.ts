/** BPF programs of filters and actions: struct sock_filter of the classic ones; number and tag of the others. */
import type { Type } from "../../netlink/attr.ts";

/** code u16, jt u8, jf u8, k u32. */
const SOCK_FILTER_SIZE = 8;

interface Instruction {
  code: number;
  jt: number;
  jf: number;
  k: number;
}

export const instructions: Type<Instruction[]> = {
  min: 0,
  read: (view, at, length) =>
    Array.from({ length: Math.floor(length / SOCK_FILTER_SIZE) }, (_, index) => {
      const place = at + SOCK_FILTER_SIZE * index;
      return {
        code: view.getUint16(place, true),
        jt: view.getUint8(place + 2),
        jf: view.getUint8(place + 3),
        k: view.getUint32(place + 4, true),
      };
    }),
};

/** What identifies a program. */
export const program = (
  length: number | undefined,
  insns: readonly Instruction[] | undefined,
  id: number | undefined,
  tag: string | undefined,
) => ({
  ...(insns !== undefined && length ? { bytecode: { length, insns } } : {}),
  ...(id === undefined ? { tag } : { prog: tag === undefined ? { id } : { id, tag } }),
});
