/** What every kind of object says of itself: one file and one row of OBJECTS each. */

import type { Request } from "../netlink/dump.ts";
import type { Message } from "../netlink/nlmsg.ts";
import { NLA_HDRLEN, NLA_TYPE_MASK } from "../netlink/row.ts";
import type { Dev } from "./dev.ts";
import type { RtContext } from "./types.ts";

/** What a message says of one object. */
export interface Reading<B extends object = object> {
  /** The device that the object belongs to; undefined where it has none. */
  dev: Dev | undefined;
  /** With the keys and values of `ip -j -d`. It may be given again: nobody changes it. */
  body: B;
  /** What the kernel tells it from others of its kind by. */
  key: string;
  /** Family of the header, where a message of one family tells only a part of the object (links). */
  family?: number;
}

/** Reads all objects of another kind: where it takes those to know what to ask the kernel for. */
export type Ask = <B extends object>(type: ObjectType<B>) => readonly Reading<B>[];

export interface ObjectType<B extends object = object> {
  /** RTM_NEW*: it is there, or another than before. */
  readonly set: number;
  /** RTM_GET*, where the kernel answers with that instead of `set`. */
  readonly answer?: number;
  /** RTM_DEL*; absent where the kernel keeps no state: such an object is only received. */
  readonly delete?: number;
  /** Families of the message's header that are this object's; absent: those that no other row of the type names. */
  readonly families?: readonly number[];
  /** Where rows share type and family: whether a message is of this one. */
  holds?(message: Message): boolean;
  /** Multicast groups (RTNLGRP_*) that tell of it. */
  readonly groups: readonly number[];
  /** Requests that together give all there are. */
  dumps(ask: Ask): readonly Request[];
  /** Requests that together give all that belong to one device, where the kernel can be asked so. */
  dumpsOf?(ifindex: number, ask: Ask): readonly Request[];
  /**
   * What a message says; several where it holds several. undefined when not even its header is whole. What is wrong
   * goes to `cx`; `cx.reset()` comes first and `cx.remember(body)` last.
   */
  read(message: Message, cx: RtContext): Reading<B> | readonly Reading<B>[] | undefined;
  /**
   * The kernel walks the devices by their position, and says nothing (NLM_F_DUMP_INTR) when one goes between two parts
   * of the answer: others are left out.
   */
  readonly byPosition?: true;
  /** It may belong to several devices at once (a route with several nexthops). */
  readonly ofSeveral?: boolean;
  /** It is still there when its device is not (a rule that names one). */
  readonly outlivesDevice?: boolean;
  /** See `Varies`; absent: they are not so many that it matters. */
  readonly varies?: Varies;
  /** Keys, at any depth, that tick by themselves: a difference in them is no change. */
  readonly ticking?: ReadonlySet<string>;
}

/** The one value in which most of these objects differ from one another: an attribute that is one key of the body. */
export interface Varies {
  /** Bytes of the family header. */
  readonly header: number;
  /** Number of the attribute. */
  readonly attribute: number;
  /** Key of the body. */
  readonly field: string;
  /** The value as it stands in the body and in `key`; of characters that JSON takes as they are. */
  text(message: Message, at: number, length: number, cx: RtContext): string;
}

/** Declares an object: the shape of its body is that of `read`. */
export const object = <B extends object>(type: ObjectType<B>): ObjectType<B> => type;

type Known = Pick<ObjectType, "set" | "delete" | "answer" | "groups">;

/**
 * An object that most never watch: its file is loaded (`() => require("./tc/qdisc.ts").qdisc`) when one is read or asked
 * for. What has to be known before stands here again.
 */
export function late<B extends object>(known: Known, load: () => ObjectType<B>): ObjectType<B> {
  let loaded: ObjectType<B> | undefined;
  const type = (): ObjectType<B> => (loaded ??= load());
  return {
    ...known,
    dumps: (ask) => type().dumps(ask),
    get dumpsOf() {
      return type().dumpsOf;
    },
    read: (message, cx) => type().read(message, cx),
    get byPosition() {
      return type().byPosition;
    },
    get ticking() {
      return type().ticking;
    },
  } as ObjectType<B>;
}

/** The number of the first attribute after the family's header of this size; undefined where there is none. */
export const firstAttribute = ({ view, at, end }: Message, size: number): number | undefined =>
  end - at < size + NLA_HDRLEN ? undefined : view.getUint16(at + size + 2, true) & NLA_TYPE_MASK;
