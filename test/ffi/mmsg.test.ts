import { afterEach, expect, test } from "bun:test";
import { view } from "../../ffi/arena.ts";
import { SystemError } from "../../ffi/errno.ts";
import { isTruncated, lengthOf, receiveMany, SLOTS, senderOf, slot } from "../../ffi/mmsg.ts";
import { NETLINK_ROUTE, NetlinkSocket, NOTHING, OVERRUN } from "../../ffi/netlink.ts";
import { getLo } from "./fixtures/request.ts";

const open: NetlinkSocket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});

function socket(): NetlinkSocket {
  const one = new NetlinkSocket(NETLINK_ROUTE);
  open.push(one);
  return one;
}

test("as many as wait, in order, up to all slots", () => {
  const one = socket();
  one.setReceiveBuffer(1 << 20);
  expect(receiveMany(one)).toBe(NOTHING);
  for (let seq = 1; seq <= SLOTS + 3; seq++) one.send(getLo(seq));
  let seq = 0;
  for (const count of [SLOTS, 3]) {
    expect(receiveMany(one)).toBe(count);
    for (let i = 0; i < count; i++) {
      expect(lengthOf(i)).toBeGreaterThanOrEqual(32);
      expect(view.getUint32(slot(i), true)).toBeLessThanOrEqual(lengthOf(i));
      expect(view.getUint32(slot(i) + 8, true)).toBe(++seq);
      expect([senderOf(i), isTruncated(i)]).toEqual([0, false]);
    }
  }
  expect(receiveMany(one)).toBe(NOTHING);
});

test("what does not fit is told before the rest is read", () => {
  const one = socket();
  one.setReceiveBuffer(1);
  for (let seq = 1; seq <= 200; seq++) one.send(getLo(seq));
  const told: number[] = [];
  while (told.at(-1) !== NOTHING) told.push(receiveMany(one));
  expect(told.filter((count) => count === OVERRUN)).toHaveLength(1);
  expect(told.filter((count) => count > 0)).not.toHaveLength(0);
});

test("a closed socket is an error", () => {
  const one = new NetlinkSocket(NETLINK_ROUTE);
  one.close();
  expect(() => receiveMany(one)).toThrow(SystemError);
});
