/**
 * src/netlink/: the wire. Messages, attributes, errors, dumps and the receive loop of any netlink protocol;
 * nothing here knows what a link or an address is.
 *
 * A datagram holds messages, each `nlmsghdr` + body, padded to 4 bytes (netlink(7)). Lengths come from outside:
 * every one is checked against what is there before it is used, and what does not fit is a problem, not an
 * exception. All numbers are in the byte order of the host, which is little-endian on every machine Bun runs on.
 */

/** struct nlmsghdr: nlmsg_len u32, nlmsg_type u16, nlmsg_flags u16, nlmsg_seq u32, nlmsg_pid u32. */
export const NLMSG_HDRLEN = 16;

export const NLMSG_NOOP = 1;
export const NLMSG_ERROR = 2;
export const NLMSG_DONE = 3;
export const NLMSG_OVERRUN = 4;
export const NLMSG_MIN_TYPE = 16;

export const NLM_F_REQUEST = 0x1;
export const NLM_F_MULTI = 0x2;
const NLM_F_ACK = 0x4;
const NLM_F_ECHO = 0x8;
export const NLM_F_DUMP_INTR = 0x10;
const NLM_F_DUMP_FILTERED = 0x20;
export const NLM_F_REPLACE = 0x100;
export const NLM_F_EXCL = 0x200;
export const NLM_F_CREATE = 0x400;
export const NLM_F_APPEND = 0x800;
/** In an acknowledgement (NLMSG_ERROR): the request is not repeated; extended ack attributes follow. */
export const NLM_F_CAPPED = 0x100;
export const NLM_F_ACK_TLVS = 0x200;
const NLM_F_ROOT = 0x100;
const NLM_F_MATCH = 0x200;
const NLM_F_ATOMIC = 0x400;
export const NLM_F_DUMP = NLM_F_ROOT | NLM_F_MATCH;
const NLM_F_NONREC = 0x100;
const NLM_F_BULK = 0x200;

const COMMON_FLAGS: readonly (readonly [bit: number, name: string])[] = [
  [NLM_F_REQUEST, "REQUEST"],
  [NLM_F_MULTI, "MULTI"],
  [NLM_F_ACK, "ACK"],
  [NLM_F_ECHO, "ECHO"],
  [NLM_F_DUMP_INTR, "DUMP_INTR"],
  [NLM_F_DUMP_FILTERED, "DUMP_FILTERED"],
];
const NEW_FLAGS = [
  [NLM_F_REPLACE, "REPLACE"],
  [NLM_F_EXCL, "EXCL"],
  [NLM_F_CREATE, "CREATE"],
  [NLM_F_APPEND, "APPEND"],
] as const;
const DEL_FLAGS = [
  [NLM_F_NONREC, "NONREC"],
  [NLM_F_BULK, "BULK"],
] as const;
const GET_FLAGS = [
  [NLM_F_ROOT, "ROOT"],
  [NLM_F_MATCH, "MATCH"],
  [NLM_F_ATOMIC, "ATOMIC"],
] as const;
const ACK_FLAGS = [
  [NLM_F_CAPPED, "CAPPED"],
  [NLM_F_ACK_TLVS, "ACK_TLVS"],
] as const;

/** Names of `nlmsg_flags`; what the bits from 0x100 mean depends on the type. Unknown bits as hex. */
export function nlmsgFlagNames(type: number, flags: number): string[] {
  const names: string[] = [];
  let rest = flags;
  for (const [bit, name] of [...COMMON_FLAGS, ...typeFlags(type)]) {
    if ((rest & bit) === 0) continue;
    names.push(name);
    rest &= ~bit;
  }
  if (rest !== 0) names.push(`0x${rest.toString(16)}`);
  return names;
}

function typeFlags(type: number): readonly (readonly [bit: number, name: string])[] {
  if (type < NLMSG_MIN_TYPE) return ACK_FLAGS;
  // Numbers of rtnetlink come in fours: NEW, DEL, GET, SET.
  return [NEW_FLAGS, DEL_FLAGS, GET_FLAGS, NEW_FLAGS][type & 3]!;
}

const NOTHING = new DataView(new ArrayBuffer(0));

/** One message of a datagram: header fields, and the body as [at, end) of `view`. */
export class Message {
  type = 0;
  flags = 0;
  seq = 0;
  pid = 0;
  at = 0;
  end = 0;
  constructor(public view: DataView) {}
}

/**
 * Walks the messages in [start, end) of a view. `next` fills the same Message again and again:
 * while (walk.next()) use(walk.message). Afterwards `problem` says what stopped it early, if anything did.
 */
export class MessageWalk {
  readonly message: Message;
  problem: string | undefined;
  #next: number;
  #end: number;

  constructor(view: DataView = NOTHING, start = 0, end = 0) {
    this.message = new Message(view);
    this.#next = start;
    this.#end = end;
  }

  /** Walks these from now on. */
  enter(view: DataView, start: number, end: number): void {
    this.message.view = view;
    this.problem = undefined;
    this.#next = start;
    this.#end = end;
  }

  next(): boolean {
    const at = this.#next;
    const left = this.#end - at;
    if (left <= 0) return false;
    if (left < NLMSG_HDRLEN) return this.#stop(`${left} bytes left, a message header has ${NLMSG_HDRLEN}`);
    const { message } = this;
    const { view } = message;
    const length = view.getUint32(at, true);
    if (length < NLMSG_HDRLEN || length > left) return this.#stop(`nlmsg_len ${length}, ${left} bytes left`);
    message.type = view.getUint16(at + 4, true);
    message.flags = view.getUint16(at + 6, true);
    message.seq = view.getUint32(at + 8, true);
    message.pid = view.getUint32(at + 12, true);
    message.at = at + NLMSG_HDRLEN;
    message.end = at + length;
    this.#next = at + ((length + 3) & ~3);
    return true;
  }

  #stop(problem: string): false {
    this.problem = problem;
    this.#next = this.#end;
    return false;
  }
}

/** A whole message; `body` is the family header and the attributes. */
export function encodeMessage(type: number, flags: number, seq: number, body: Uint8Array): Uint8Array {
  const message = new Uint8Array(NLMSG_HDRLEN + body.length);
  const view = new DataView(message.buffer);
  view.setUint32(0, message.length, true);
  view.setUint16(4, type, true);
  view.setUint16(6, flags, true);
  view.setUint32(8, seq, true);
  message.set(body, NLMSG_HDRLEN);
  return message;
}
