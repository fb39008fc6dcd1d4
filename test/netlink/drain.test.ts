import { afterEach, expect, test } from "bun:test";
import { allocate, bytes, pointer, view } from "../../ffi/arena.ts";
import { libc } from "../../ffi/libc.ts";
import { NETLINK_ROUTE, NetlinkSocket } from "../../ffi/netlink.ts";
import { Drain, type Receiver } from "../../src/netlink/drain.ts";
import { MessageWalk } from "../../src/netlink/nlmsg.ts";
import { join, message, u8, u16, u32 } from "./fixtures/wire.ts";

const NETLINK_USERSOCK = 2;
const AF_NETLINK = 16;

/** RTM_GETLINK of lo: one answer. */
const getLo = message(18, 1, join(u8(0, 0), u16(0), u32(1, 0, 0)));

/** Notes what it is told: the type of each message, "overrun", "drained". */
class Notes implements Receiver {
  told: (number | string)[] = [];
  datagram(_time: number, from: DataView, at: number, end: number): void {
    const walk = new MessageWalk(from, at, end);
    while (walk.next()) this.told.push(walk.message.type);
  }
  overrun(): void {
    this.told.push("overrun");
  }
  drained(): void {
    this.told.push("drained");
  }
}

const open: NetlinkSocket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});

function draining(protocol = NETLINK_ROUTE) {
  const socket = new NetlinkSocket(protocol);
  open.push(socket);
  const notes = new Notes();
  return { socket, notes, drain: new Drain(socket, notes) };
}

test("nothing there", () => {
  const { drain, notes } = draining();
  expect(drain.read()).toBe(true);
  expect(notes.told).toEqual(["drained"]);
});

test("everything that is there, in order, then drained", () => {
  const { drain, notes, socket } = draining();
  socket.send(getLo);
  socket.send(message(0x7fe, 1, u8(0, 0, 0, 0)));
  socket.send(getLo);
  expect(drain.read()).toBe(true);
  expect(notes.told).toEqual([16, 2, 16, "drained"]);
});

test("much comes in batches, with the others' turn between", () => {
  const { drain, notes, socket } = draining();
  socket.setReceiveBuffer(4 << 20);
  const SENT = 600;
  for (let i = 0; i < SENT; i++) socket.send(getLo);
  expect(socket.drops()).toBe(0);
  let reads = 1;
  while (!drain.read()) reads++;
  expect(reads).toBeGreaterThan(1);
  expect(notes.told.filter((one) => one === 16)).toHaveLength(SENT);
  expect(notes.told.filter((one) => one === "drained")).toHaveLength(reads);
  expect(notes.told.at(-1)).toBe("drained");
});

test.each([1, 63, 64, 65, 128, 255, 256, 257, 512])("%d: the end is told with the last of them", (sent) => {
  const { drain, notes, socket } = draining();
  socket.setReceiveBuffer(4 << 20);
  for (let i = 0; i < sent; i++) socket.send(getLo);
  let empty = false;
  while (notes.told.filter((one) => one === 16).length < sent) empty = drain.read();
  expect(empty).toBe(true);
});

test("an overrun is told once, after what came before the gap", () => {
  const { drain, notes, socket } = draining();
  socket.setReceiveBuffer(1);
  for (let i = 0; i < 100; i++) socket.send(getLo);
  expect(socket.drops()).toBeGreaterThan(0);
  while (!drain.read());
  const { told } = notes;
  expect(told.filter((one) => one === "overrun")).toHaveLength(1);
  expect(told.slice(-2)).toEqual(["overrun", "drained"]);
  expect(told.slice(0, -2)).toContain(16);
  // It is over with that.
  notes.told = [];
  socket.send(getLo);
  expect(drain.read()).toBe(true);
  expect(notes.told).toEqual([16, "drained"]);
});

test("an overrun waits until all that came before it has been read, in however many batches", () => {
  const { drain, notes, socket } = draining();
  socket.setReceiveBuffer(200_000);
  while (socket.drops() === 0) socket.send(message(0x7fe, 1, u8(0, 0, 0, 0)));
  let reads = 1;
  while (!drain.read()) {
    reads++;
    expect(notes.told).not.toContain("overrun");
  }
  expect(reads).toBeGreaterThan(1);
  expect(notes.told.slice(-2)).toEqual(["overrun", "drained"]);
});

test("finish delivers everything that has arrived", () => {
  const { drain, notes, socket } = draining();
  socket.setReceiveBuffer(4 << 20);
  for (let i = 0; i < 600; i++) socket.send(getLo);
  drain.finish();
  expect(notes.told.filter((one) => one === 16)).toHaveLength(600);
  expect(notes.told.at(-1)).toBe("drained");
});

test("finish ends also where more comes all the time", () => {
  const { drain, notes, socket } = draining();
  // Each message brings the next.
  notes.datagram = () => socket.send(getLo);
  socket.send(getLo);
  const start = performance.now();
  drain.finish();
  expect(performance.now() - start).toBeLessThan(2000);
  expect(socket.receive()).toBeGreaterThan(0);
});

/** Sends a message to the other socket, which no kernel has sent. */
function forge(from: NetlinkSocket, to: NetlinkSocket, data: Uint8Array): void {
  const address = allocate(12);
  const length = allocate(4);
  view.setUint32(length, 12, true);
  expect(libc.getsockname(to.fd, pointer(address), pointer(length))).toBe(0);
  expect(view.getUint16(address, true)).toBe(AF_NETLINK);
  const at = allocate(data.length);
  bytes.set(data, at);
  const sent = Number(libc.sendto(from.fd, pointer(at), data.length, 0, pointer(address), 12));
  expect(sent).toBe(data.length);
}

test("a message from another process is not taken for the kernel's", () => {
  const { drain, notes, socket } = draining(NETLINK_USERSOCK);
  const other = draining(NETLINK_USERSOCK);
  forge(other.socket, socket, message(16, 0, u8(1, 2, 3, 4)));
  expect(drain.read()).toBe(true);
  forge(other.socket, socket, message(16, 0, u8(1, 2, 3, 4)));
  expect(socket.receive()).toBeGreaterThan(0);
  expect(socket.sender).not.toBe(0);
  expect(notes.told).toEqual(["drained"]);
});
