/** Changes of the network as fast as the kernel takes them: requests made beforehand, sent by the hundred. */
import { ptr } from "bun:ffi";
import { check } from "../../ffi/errno.ts";
import { libc } from "../../ffi/libc.ts";
import { attribute, join, u8, u16, u32 } from "../netlink/fixtures/wire.ts";

const AF_NETLINK = 16;
const SOCK_RAW = 3;
const SOCK_CLOEXEC = 0o2000000;
const SOCK_NONBLOCK = 0o4000;
const NETLINK_ROUTE = 0;
const NLM_F_REQUEST = 1;
const NLM_F_REPLACE = 0x100;
const NLM_F_CREATE = 0x400;

export const RTM_NEWADDR = 20;
export const RTM_DELADDR = 21;
export const RTM_NEWROUTE = 24;
export const RTM_DELROUTE = 25;

function request(type: number, body: Uint8Array): Uint8Array {
  const flags = NLM_F_REQUEST | ((type & 1) === 0 ? NLM_F_CREATE | NLM_F_REPLACE : 0);
  return join(u32(16 + body.length), u16(type, flags), u32(1, 0), body);
}

/** The i-th of 2^24 addresses. */
export const inet = (i: number): Uint8Array => u8(10, (i >> 16) & 255, (i >> 8) & 255, i & 255);
export const inetText = (i: number): string => inet(i).join(".");

export const route = (type: number, ifindex: number, i: number): Uint8Array =>
  request(
    type,
    join(u8(2, 32, 0, 0, 254, 4, 253, 1), u32(0), attribute(1, inet(i)), attribute(4, u32(ifindex))),
  );

export const address = (type: number, ifindex: number, i: number): Uint8Array =>
  request(type, join(u8(2, 32, 0, 0), u32(ifindex), attribute(2, inet(i)), attribute(1, inet(i))));

/** Requests that go with one call. */
const BATCH = 200;

/** Requests for `count` objects, ready to be sent. */
export function batches(make: (i: number) => Uint8Array, count: number): Uint8Array[] {
  const list: Uint8Array[] = [];
  for (let from = 0; from < count; from += BATCH)
    list.push(join(...Array.from({ length: Math.min(BATCH, count - from) }, (_, k) => make(from + k))));
  return list;
}

/** Large enough that its place stays. */
const buffer = new Uint8Array(1 << 20);
const pointer = ptr(buffer);

export class Sender {
  readonly #fd = check(
    "socket",
    libc.socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE),
  );

  send(requests: Uint8Array): void {
    buffer.set(requests);
    check("write", Number(libc.write(this.#fd, pointer, requests.length)));
  }

  sendAll(list: readonly Uint8Array[]): void {
    for (const requests of list) this.send(requests);
  }
}
