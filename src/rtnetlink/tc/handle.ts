/** Handles of qdiscs and classes: 16 bits of the qdisc (major), 16 bits of the class (minor); tc's `8001:10`. */
import type { Type } from "../../netlink/attr.ts";
import { mapped, u32 } from "../../netlink/types.ts";

/** The parent of a device's root qdisc. */
export const TC_H_ROOT = 0xffff_ffff;
/** The parent of the qdiscs `ingress` and `clsact`. */
export const TC_H_INGRESS = 0xffff_fff1;
/** Parents of the filters of `clsact`. */
export const CLSACT_INGRESS = 0xffff_fff2;
export const CLSACT_EGRESS = 0xffff_fff3;

/** The lower half: the class, or 0. */
export const minor = (handle: number): number => handle & 0xffff;

/** Of a class: `1:10`. */
export function formatClassid(handle: number): string {
  if (handle === TC_H_ROOT) return "root";
  if (handle === 0) return "none";
  const major = handle >>> 16;
  if (major === 0) return `:${minor(handle).toString(16)}`;
  return minor(handle) === 0 ? formatHandle(handle) : `${major.toString(16)}:${minor(handle).toString(16)}`;
}

/** Of a qdisc: `8001:`. */
export const formatHandle = (handle: number): string => `${(handle >>> 16).toString(16)}:`;

export const classid: Type<string> = mapped(u32, formatClassid);

/** The number that is written so. */
export function parseHandle(text: string): number {
  const [major = "", rest = ""] = text.split(":");
  return ((Number.parseInt(major || "0", 16) << 16) | Number.parseInt(rest || "0", 16)) >>> 0;
}
