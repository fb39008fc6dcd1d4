/**
 * Updates (RFC 2136). One message changes one RRset as a whole: whoever asks meanwhile gets the old set or the new
 * one, and nothing between the two.
 */
import { ANY, CNAME, IN, NONE, SOA, typeName, UPDATE } from "./codes.ts";
import { flagsOf, type Message, type Rr } from "./message.ts";
import { shownName } from "./name.ts";
import { rdata } from "./records.ts";

export interface RrSet {
  name: string;
  type: number;
  ttl: number;
  /** Addresses or names, as text; none: there shall be no such record. */
  data: readonly string[];
}

/** `expected` has to be there before, or nothing is changed; `[]`: no such record. */
export function updateMessage(id: number, zone: string, set: RrSet, expected: readonly string[]): Message {
  const { name, type, ttl } = set;
  const add = (text: string): Rr => ({ name, type, class: IN, ttl, data: rdata(type, text) });
  return message(id, zone, prerequisites(set, expected), [
    // Section 2.5.2: delete an RRset.
    { name, type, class: ANY, ttl: 0, data: NOTHING },
    // Section 2.5.1: add to an RRset.
    ...set.data.map(add),
  ]);
}

/** Changes nothing: NOERROR says that the server takes updates of this zone, with this key. */
export const probeMessage = (id: number, zone: string): Message => message(id, zone, [], []);

const NOTHING = new Uint8Array();

/** Section 2.4. Servers ignore an address that is added beside a CNAME (section 3.4.2.2): so there shall be none. */
function prerequisites({ name, type }: RrSet, expected: readonly string[]): Rr[] {
  const absent = (type: number): Rr => ({ name, type, class: NONE, ttl: 0, data: NOTHING });
  const noAlias = absent(CNAME);
  if (expected.length === 0) return [noAlias, absent(type)];
  return [noAlias, ...expected.map((text) => ({ name, type, class: IN, ttl: 0, data: rdata(type, text) }))];
}

/** Section 2.2 to 2.5: zone, prerequisites, changes. */
const message = (id: number, zone: string, answer: readonly Rr[], authority: readonly Rr[]): Message => ({
  id,
  flags: flagsOf(UPDATE),
  question: [{ name: zone, type: SOA, class: IN }],
  answer,
  authority,
  additional: [],
});

/** `host.example.com A`. */
export const setName = ({ name, type }: Pick<RrSet, "name" | "type">): string =>
  `${shownName(name)} ${typeName(type)}`;

/** Sets have no order. */
export const sameData = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && [...a].sort().join() === [...b].sort().join();
