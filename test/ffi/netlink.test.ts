import { afterEach, expect, test } from "bun:test";
import { readlinkSync } from "node:fs";
import { allocate, pointer, view } from "../../ffi/arena.ts";
import { SystemError } from "../../ffi/errno.ts";
import { libc } from "../../ffi/libc.ts";
import {
  datagram,
  NETLINK_EXT_ACK,
  NETLINK_ROUTE,
  NetlinkSocket,
  NOTHING,
  OVERRUN,
} from "../../ffi/netlink.ts";
import { getLinks, getLo } from "./fixtures/request.ts";

const open: NetlinkSocket[] = [];

function socket(timeout?: number): NetlinkSocket {
  const made = new NetlinkSocket(NETLINK_ROUTE, timeout);
  open.push(made);
  return made;
}

afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

test("opens a socket that is closed on exec", async () => {
  const one = socket();
  expect(readlinkSync(`/proc/self/fd/${one.fd}`)).toMatch(/^socket:/);
  const info = await Bun.file(`/proc/self/fdinfo/${one.fd}`).text();
  const flags = Number.parseInt(/^flags:\s*([0-7]+)/m.exec(info)![1]!, 8);
  expect(flags & 0o2000000).toBe(0o2000000);
  expect(flags & 0o4000).toBe(0o4000);
});

test("a protocol that does not exist is a SystemError", () => {
  let caught: unknown;
  try {
    new NetlinkSocket(99);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(SystemError);
  expect(caught).toMatchObject({ syscall: "socket(AF_NETLINK)", code: "EPROTONOSUPPORT" });
});

test("receive does not wait, and says that there is nothing", () => {
  expect(socket().receive()).toBe(NOTHING);
});

test("with a time-out receive waits that long", () => {
  const one = socket(30);
  const start = performance.now();
  expect(one.receive()).toBe(NOTHING);
  expect(performance.now() - start).toBeGreaterThanOrEqual(25);
});

test("a time-out has seconds and microseconds", () => {
  const SOL_SOCKET = 1;
  const SO_RCVTIMEO = 20;
  const timeval = allocate(16);
  const length = allocate(4);
  view.setUint32(length, 16, true);
  expect(libc.getsockopt(socket(1020).fd, SOL_SOCKET, SO_RCVTIMEO, pointer(timeval), pointer(length))).toBe(
    0,
  );
  expect([view.getBigInt64(timeval, true), view.getBigInt64(timeval + 8, true)]).toEqual([1n, 20_000n]);
});

test("the kernel answers a request", () => {
  const one = socket();
  one.send(getLo(77));
  const length = one.receive();
  expect(length).toBeGreaterThanOrEqual(32);
  expect(one.sender).toBe(0);
  expect(one.truncated).toBe(false);
  expect(view.getUint32(datagram, true)).toBeLessThanOrEqual(length);
  expect(view.getUint16(datagram + 4, true)).toBe(16);
  expect(view.getUint32(datagram + 8, true)).toBe(77);
  expect(view.getInt32(datagram + 20, true)).toBe(1);
  expect(one.receive()).toBe(NOTHING);
});

test("sockets do not hear each other's answers", () => {
  const one = socket();
  const other = socket();
  one.send(getLo(1));
  expect(other.receive()).toBe(NOTHING);
  expect(one.receive()).toBeGreaterThan(0);
});

test("a dump ends with NLMSG_DONE", () => {
  const one = socket(1000);
  one.send(getLinks(5));
  let last = 0;
  while (last !== 3) {
    const length = one.receive();
    expect(length).toBeGreaterThan(0);
    for (let at = datagram; at < datagram + length; at += (view.getUint32(at, true) + 3) & ~3)
      last = view.getUint16(at + 4, true);
  }
  expect(last).toBe(3);
});

test("join tells whether there is such a group", () => {
  const one = socket();
  expect(one.join(1)).toBe(true);
  expect(one.join(9)).toBe(true);
  expect(one.join(1_000_000)).toBe(false);
  expect(one.join(0)).toBe(false);
});

test("enable tells whether there is such an option", () => {
  const one = socket();
  expect(one.enable(NETLINK_EXT_ACK)).toBe(true);
  expect(one.enable(9999)).toBe(false);
});

test("setReceiveBuffer returns what was granted", () => {
  const one = socket();
  expect(one.setReceiveBuffer(65536)).toBe(65536);
  // The kernel has a least size of its own.
  const least = one.setReceiveBuffer(1);
  expect(least).toBeGreaterThan(1);
  expect(least).toBeLessThan(65536);
});

test("what does not fit is counted, and told before the rest is read", () => {
  const one = socket();
  expect(one.drops()).toBe(0);
  one.setReceiveBuffer(1);
  const SENT = 200;
  for (let seq = 1; seq <= SENT; seq++) one.send(getLo(seq));
  const drops = one.drops();
  expect(drops).toBeGreaterThan(0);
  let received = 0;
  let overruns = 0;
  for (let length = one.receive(); length !== NOTHING; length = one.receive())
    if (length === OVERRUN) overruns++;
    else received++;
  expect(overruns).toBe(1);
  // An answer that does not fit makes the kernel try an error message, which does not fit either.
  expect(drops).toBeGreaterThanOrEqual(SENT - received);
  expect(drops).toBeLessThanOrEqual(2 * (SENT - received));
  expect(one.drops()).toBe(drops);
  one.send(getLo(1));
  expect(one.receive()).toBeGreaterThan(0);
});

test("a closed socket is an error, not a wait", () => {
  const one = new NetlinkSocket(NETLINK_ROUTE);
  one.close();
  expect(() => one.receive()).toThrow(SystemError);
  expect(() => one.send(getLo(1))).toThrow("sendto: Bad file descriptor (EBADF)");
});
