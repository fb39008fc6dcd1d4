/** An object that is like another but for one value: where there are many, it is kept as that value. */
import type { Reading } from "../rtnetlink/object.ts";

export class Alike implements Reading {
  /** `field`: the key of the body that `text` belongs to. */
  constructor(
    readonly like: Reading,
    readonly field: string,
    readonly key: string,
    readonly text: string,
  ) {}

  get dev(): Reading["dev"] {
    return this.like.dev;
  }

  get body(): object {
    return { ...this.like.body, [this.field]: this.text };
  }
}
