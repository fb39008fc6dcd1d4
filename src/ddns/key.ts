/** A TSIG key. Its secret stays in here: it is neither printed nor logged, and not part of its JSON. */
import { createHmac } from "node:crypto";
import type { Algorithm } from "./algorithm.ts";
import { shownName } from "./name.ts";

export class Key {
  readonly #secret: Uint8Array;

  constructor(
    readonly name: string,
    readonly algorithm: Algorithm,
    secret: Uint8Array,
  ) {
    this.#secret = secret;
  }

  /** The MAC of these parts, as long as the algorithm has it. */
  mac(...parts: readonly Uint8Array[]): Uint8Array {
    return this.hash(...parts).subarray(0, this.algorithm.length);
  }

  /** The MAC in full length. */
  hash(...parts: readonly Uint8Array[]): Uint8Array {
    const hmac = createHmac(this.algorithm.hash, this.#secret);
    for (const part of parts) hmac.update(part);
    return hmac.digest();
  }

  /** The line that gives this key to nsupdate on its standard input: the one way out for the secret. */
  nsupdateLine(): string {
    return `key ${this.algorithm.name}:${shownName(this.name)} ${this.#text}`;
  }

  /** Whether a text gives the secret away. */
  isIn(text: string): boolean {
    return text.includes(this.#text);
  }

  get #text(): string {
    return Buffer.from(this.#secret).toString("base64");
  }
}
