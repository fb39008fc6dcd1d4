/**
 * Messages for the tests: those of the corpus, which is kept beside the checkout and holds what public projects
 * recorded, with facts that independent decoders agree on; and those that a test writes out byte by byte.
 */
import { existsSync, readFileSync } from "node:fs";
import { type Message, MessageWalk } from "../../src/netlink/nlmsg.ts";
import { Devs } from "../../src/rtnetlink/dev.ts";
import { type Decoded, decode } from "../../src/rtnetlink/objects.ts";
import { RtContext } from "../../src/rtnetlink/types.ts";

const FOLDER = `${import.meta.dir}/../../../shared/corpus`;

/** Everything that a test may lack elsewhere has to be here: what is absent is a failure. */
export const requireAll = process.env.NLMON_REQUIRE_ALL === "1";

export interface CorpusMessage {
  id: number;
  /** `RTM_NEWLINK`; the number in digits where there is no name; null where there is no whole header. */
  type: string | null;
  bytes: Uint8Array;
  wellformed: boolean;
  facts: Readonly<Record<string, unknown>>;
}

interface Entry {
  id: number;
  type: string | number | null;
  hex: string;
  wellformed: boolean;
  facts?: Record<string, unknown>;
}

function load(): CorpusMessage[] | undefined {
  if (!existsSync(FOLDER)) return undefined;
  const entries = JSON.parse(readFileSync(`${FOLDER}/messages.json`, "utf8")) as Entry[];
  return entries.map(({ id, type, hex, wellformed, facts }) => ({
    id,
    type: type === null ? null : String(type),
    bytes: Uint8Array.fromHex(hex),
    wellformed,
    facts: facts ?? {},
  }));
}

/** The messages of the corpus; undefined where the folder is absent. */
export const corpus = load();

/** A context that keeps everything. */
export function everything(devs = new Devs()): RtContext {
  const cx = new RtContext(devs);
  cx.all = true;
  cx.keepUnknown = true;
  return cx;
}

/**
 * The bytes as the only ones that a reader may touch: at an odd place of a larger buffer, in a view that ends with
 * them, so that a step beyond either end throws.
 */
export function exactView(bytes: Uint8Array): DataView {
  const larger = new Uint8Array(bytes.length + 16).fill(0xee);
  larger.set(bytes, 5);
  return new DataView(larger.buffer, 5, bytes.length);
}

/** The first message of the bytes, and what stopped the walk before the end of the bytes, if anything did. */
export function walked(bytes: Uint8Array): { message: Message | undefined; problem: string | undefined } {
  const walk = new MessageWalk(exactView(bytes), 0, bytes.length);
  const message = walk.next() ? walk.message : undefined;
  return { message, problem: walk.problem };
}

/** The first message of the bytes, which has to be whole. */
export function messageOf(bytes: Uint8Array): Message {
  const { message, problem } = walked(bytes);
  if (message === undefined) throw new Error(`no message: ${problem}`);
  return message;
}

/** What the first message of the bytes says. */
export function decodeBytes(bytes: Uint8Array, cx: RtContext): Decoded | undefined {
  cx.reset();
  const { message } = walked(bytes);
  return message && decode(message, cx);
}

/** Bytes written as hex digits in any grouping, `00*96` for a byte that is repeated, and comments after `//`. */
export function wire(text: string): Uint8Array {
  let hex = "";
  for (const line of text.split("\n"))
    for (const word of line.replace(/\/\/.*/, "").split(/\s+/)) {
      const [digits = "", times = "1"] = word.split("*");
      hex += digits.repeat(Number(times));
    }
  return Uint8Array.fromHex(hex);
}

/** An object as `JSON.stringify` shows it: devices as names. */
export const shown = (object: object): unknown => JSON.parse(JSON.stringify(object));

/** The same numbers every time: mulberry32. From 0 to below 2^32. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
