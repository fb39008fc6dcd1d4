/** What kinds of filter have in common. Their options are shown together with the filter's handle. */
import type { Table } from "../../netlink/attr.ts";
import { nest } from "../../netlink/attr.ts";
import { mapped } from "../../netlink/types.ts";
import type { RtContext, RtType } from "../types.ts";
import { police } from "./actions/police.ts";

export interface FilterKind<F extends object = object> {
  readonly attributes: Table<RtContext, F>;
  /** What tc shows of the options. */
  show(fields: F, handle: number): object;
}

/** Declares a kind. */
export const filterKind = <F extends object>(
  attributes: Table<RtContext, F>,
  show: (fields: F, handle: number) => object,
): FilterKind => ({ attributes, show: show as FilterKind["show"] });

/** TCA_*_POLICE: a policer that is no action of a list: its keys stand among the filter's. */
export const oldPolice: RtType<object> = mapped(nest(police), (fields) => ({ kind: "police", ...fields }));

/** TCA_CLS_FLAGS_* */
export const classifierFlags = (flags = 0): object => ({
  ...((flags & 1) !== 0 && { skip_hw: true }),
  ...((flags & 2) !== 0 && { skip_sw: true }),
  ...((flags & 4) !== 0 ? { in_hw: true } : (flags & 8) !== 0 && { not_in_hw: true }),
});
