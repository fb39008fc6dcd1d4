/** What the corpus knows of messages, and how it is found again in what nlmon reads of them: one file an object. */
import type { Dev } from "../../../src/rtnetlink/dev.ts";
import type { RtContext } from "../../../src/rtnetlink/types.ts";

/** What decode says, in the terms of the fact (kernel's name, number); undefined: it says nothing of it. */
export type Recover<B> = (body: B, dev: Dev, cx: RtContext, fact: unknown) => unknown;

export interface Facts<B extends object> {
  /** Message types that speak of the object. */
  readonly types: readonly string[];
  /** Names of the facts that are this object's. */
  readonly names: RegExp;
  /** By name of the fact. */
  readonly recover: Readonly<Record<string, Recover<B>>>;
}

/** The value that a list has for a name. */
export const number = (
  names: Readonly<Record<string, number>>,
  name: string | undefined,
): number | undefined => (name === undefined ? undefined : names[name]);
