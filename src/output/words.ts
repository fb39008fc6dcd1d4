/** How an object is told to people, in one line of text; one file and one row of WORDS per object. */

import type { Changed } from "../state/change.ts";

export interface Words<B extends object> {
  /** What the line calls it, of at most five letters: `route`. */
  readonly word: string;
  /** Which one it is, in as few words as tell it from others: `default via 192.0.2.1`. */
  title(body: B): string;
  /** All that is worth a line, for one that was found, added or removed. Without the name of its own device. */
  summary(body: B): string;
  /** What differs, where several fields say one thing; absent: field by field. */
  differences?(body: B, changed: Changed): string[];
}
