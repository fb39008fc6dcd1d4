/** Something that did not work, in a sentence for the user: what it means and what to check. */

/**
 * What to do about it: `elsewhere`: ask the next server, and later again. `later`: only time helps. `lasting`: it
 * stays until somebody changes something.
 */
export type Remedy = "elsewhere" | "later" | "lasting";

export class Failure {
  constructor(
    readonly sentence: string,
    readonly remedy: Remedy,
  ) {}
}
