/** Fields come in the order of the kernel's attributes, bodies have ip's. */
import type { Fields } from "../netlink/attr.ts";

/** Puts what is there of `from` into `into`, in the order of `keys`. */
export function inOrder<F extends object>(into: object, from: F, keys: readonly (keyof F & string)[]): void {
  for (const key of keys) if (from[key] !== undefined) (into as Fields)[key] = from[key];
}
