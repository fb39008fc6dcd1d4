/** An object that is like another but for one value: where there are many, it is kept as that value. */
import type { Reading } from "../rtnetlink/object.ts";

/** What is the same in all of them. */
export interface Kind {
  /** One of them. */
  readonly like: Reading;
  /** The key of the body that the value belongs to. */
  readonly field: string;
  /** What stands before and after the value in the key that tells them apart. */
  readonly keyStart: string;
  readonly keyEnd: string;
}

export class Alike implements Reading {
  constructor(
    readonly kind: Kind,
    readonly text: string,
  ) {}

  get dev(): Reading["dev"] {
    return this.kind.like.dev;
  }

  get key(): string {
    return keyOf(this.kind, this.text);
  }

  get body(): object {
    const { like, field } = this.kind;
    return { ...like.body, [field]: this.text };
  }
}

export const keyOf = ({ keyStart, keyEnd }: Kind, text: string): string =>
  keyStart === "" && keyEnd === "" ? text : keyStart + text + keyEnd;
