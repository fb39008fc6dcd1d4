/** How `nlmon show` prints an object: a table for people, ip's own array for programs; one file and row per object. */
import type { Link } from "../../rtnetlink/link.ts";
import type { Reading } from "../../rtnetlink/object.ts";
import type { ObjectName } from "../../rtnetlink/objects.ts";

export interface Shown<B extends object> {
  /** Headings, and the cell of each; undefined is an empty cell, an array its elements separated by commas. */
  readonly columns: readonly (readonly [heading: string, cell: (reading: Reading<B>) => unknown])[];
  /** The array that `ip -j -d OBJECT show` (or `bridge`, `tc`) prints: same keys, values and order. */
  json(readings: readonly Reading<B>[], links: readonly Reading<Link>[]): unknown[];
  /** What `json` gives is a part of the first element of this object's array, where both are shown. */
  readonly within?: ObjectName;
  /** ip shows only this family, or these, unless told otherwise (`inet` for routes and rules). */
  readonly family?: string | readonly string[];
}
