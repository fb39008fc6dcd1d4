import { expect, test } from "bun:test";
import { closeSync, openSync, readlinkSync, writeSync } from "node:fs";
import { EPOLLIN, EPOLLOUT, Epoll } from "../../ffi/epoll.ts";
import { SystemError } from "../../ffi/errno.ts";
import { NETLINK_ROUTE, NetlinkSocket } from "../../ffi/netlink.ts";
import { Fifo } from "./fixtures/fifo.ts";
import { getLo } from "./fixtures/request.ts";

class TestEpoll extends Epoll implements Disposable {
  /** The descriptors that are ready now. */
  get ready(): number[] {
    const count = this.wait(0);
    return Array.from({ length: count }, (_, i) => this.fdAt(i)).sort((a, b) => a - b);
  }
  [Symbol.dispose](): void {
    closeSync(this.fd);
  }
}

test("a pipe is ready when there is something to read, until it has been read", () => {
  using fifo = new Fifo();
  using epoll = new TestEpoll();
  epoll.add(fifo.reader, EPOLLIN);
  expect(epoll.ready).toEqual([]);
  writeSync(fifo.writer, "x");
  expect(epoll.ready).toEqual([fifo.reader]);
  expect(epoll.ready).toEqual([fifo.reader]);
  fifo.read();
  expect(epoll.ready).toEqual([]);
});

test("a netlink socket is ready when the kernel has answered", () => {
  const socket = new NetlinkSocket(NETLINK_ROUTE);
  using epoll = new TestEpoll();
  epoll.add(socket.fd, EPOLLIN);
  expect(epoll.ready).toEqual([]);
  socket.send(getLo(1));
  expect(epoll.wait(1000)).toBe(1);
  expect(epoll.fdAt(0)).toBe(socket.fd);
  socket.close();
});

test("tells all that are ready", () => {
  using one = new Fifo();
  using other = new Fifo();
  using epoll = new TestEpoll();
  for (const fd of [one.reader, other.reader]) epoll.add(fd, EPOLLIN);
  for (const fd of [one.writer, other.writer]) epoll.add(fd, EPOLLOUT);
  expect(epoll.ready).toEqual([one.writer, other.writer].sort((a, b) => a - b));
  writeSync(other.writer, "x");
  expect(epoll.ready).toEqual([one.writer, other.writer, other.reader].sort((a, b) => a - b));
});

test("modify and delete change what is waited for", () => {
  using fifo = new Fifo();
  using epoll = new TestEpoll();
  epoll.add(fifo.writer, EPOLLOUT);
  expect(epoll.ready).toEqual([fifo.writer]);
  epoll.modify(fifo.writer, 0);
  expect(epoll.ready).toEqual([]);
  epoll.modify(fifo.writer, EPOLLOUT);
  expect(epoll.ready).toEqual([fifo.writer]);
  epoll.delete(fifo.writer);
  expect(epoll.ready).toEqual([]);
});

test("a reader that goes is told also where nothing is asked for", () => {
  using fifo = new Fifo();
  using epoll = new TestEpoll();
  epoll.add(fifo.writer, 0);
  expect(epoll.ready).toEqual([]);
  fifo.close(fifo.reader);
  expect(epoll.ready).toEqual([fifo.writer]);
});

test("waits as long as it is told", () => {
  using epoll = new TestEpoll();
  const start = performance.now();
  expect(epoll.wait(20)).toBe(0);
  expect(performance.now() - start).toBeGreaterThanOrEqual(19);
});

test("a refused call is a SystemError", () => {
  using fifo = new Fifo();
  using epoll = new TestEpoll();
  const file = openSync(import.meta.path, "r");
  const refused = (call: () => void): unknown => {
    try {
      call();
    } catch (error) {
      return error instanceof SystemError && [error.syscall, error.code];
    }
  };
  epoll.add(fifo.reader, EPOLLIN);
  expect(refused(() => epoll.add(fifo.reader, EPOLLIN))).toEqual(["epoll_ctl", "EEXIST"]);
  expect(refused(() => epoll.add(file, EPOLLIN))).toEqual(["epoll_ctl", "EPERM"]);
  expect(refused(() => epoll.delete(fifo.writer))).toEqual(["epoll_ctl", "ENOENT"]);
  expect(refused(() => epoll.modify(-1, EPOLLIN))).toEqual(["epoll_ctl", "EBADF"]);
  closeSync(file);
});

test("waiting on a set that is closed is an error, not nothing", () => {
  const epoll = new Epoll();
  closeSync(epoll.fd);
  expect(() => epoll.wait(0)).toThrow("epoll_wait: Bad file descriptor (EBADF)");
});

test("finds Bun's own epoll sets, and nothing else", () => {
  using fifo = new Fifo();
  using epoll = new TestEpoll();
  const found = epoll.bunEpolls();
  expect(found.length).toBeGreaterThanOrEqual(1);
  expect(found).not.toContain(epoll.fd);
  expect(found).not.toContain(fifo.reader);
  for (const fd of found) expect(readlinkSync(`/proc/self/fd/${fd}`)).toBe("anon_inode:[eventpoll]");
  expect(epoll.bunEpolls()).toEqual(found);
});
