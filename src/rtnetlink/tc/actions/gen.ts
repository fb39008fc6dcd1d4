/** What all actions begin with: tc_gen (index u32, capab u32, action s32, refcnt s32, bindcnt s32), and struct tcf_t. */
import { attr, type Type } from "../../../netlink/attr.ts";
import { s32, struct, u32 } from "../../../netlink/types.ts";
import { clockTicks } from "../../types.ts";
import { control } from "../control.ts";

const GEN = [
  ["index", u32],
  ["capab", u32],
  ["action", s32],
  ["ref", s32],
  ["bind", s32],
] as const;
const GEN_SIZE = 20;

type GenKey = (typeof GEN)[number][0];
type Gen = { [K in GenKey]?: number };

/** A struct that begins so. */
export const gen = <const K extends string = never>(
  ...more: readonly (readonly [key: K, type: Type<number>])[]
): Type<{ [P in K | GenKey]?: number }> =>
  struct<K | GenKey>(
    more.reduce((size, [, { min }]) => size + min, GEN_SIZE),
    [...GEN, ...more],
  );

export const controlOf = ({ action = 0 }: Gen) => control(action);

/** Which it is, how many hold it and how many filters use it, and when. */
export const identity = ({ index, ref, bind }: Gen, tm?: Times) => ({ index, ref, bind, ...tm });

/** struct tcf_t, in seconds; zeros are not shown. */
const times = struct(24, [
  ["installed", clockTicks],
  ["last_used", clockTicks],
  ["expires", clockTicks],
  ["first_used", clockTicks],
]);

type Times = { installed?: number; last_used?: number; first_used?: number; expires?: number };

const tm: Type<Times> = {
  min: times.min,
  read(view, at, length, cx) {
    const shown: Times = {};
    const { installed, last_used, first_used, expires } = times.read(view, at, length, cx)!;
    if (installed) shown.installed = Math.trunc(installed);
    if (last_used) shown.last_used = Math.trunc(last_used);
    if (first_used) shown.first_used = Math.trunc(first_used);
    if (expires) shown.expires = Math.trunc(expires);
    return shown;
  },
};

/** TCA_*_TM of any kind: it ticks, and is read only when all is asked. */
export const tmRow = (name: string) => attr(name, "tm", tm, "detail");
