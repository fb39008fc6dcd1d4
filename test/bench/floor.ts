/**
 * The floor: Bun's part of the work and nothing else. Receives what a group tells, and writes for each message the IPv4
 * address that its second attribute has, as a line of so many bytes: `bun floor.ts GROUP OFFSET BYTES`.
 */
import { bytes, view } from "../../ffi/arena.ts";
import { EPOLLIN, Epoll } from "../../ffi/epoll.ts";
import { nap } from "../../ffi/fd.ts";
import { receiveMany, slot } from "../../ffi/mmsg.ts";
import { NETLINK_ROUTE, NetlinkSocket } from "../../ffi/netlink.ts";
import { FdWriter } from "../../ffi/writer.ts";

const [group, offset, size] = process.argv.slice(2).map(Number) as [number, number, number];
const SPARSE = 4;

const socket = new NetlinkSocket(NETLINK_ROUTE);
socket.setReceiveBuffer(128 << 20);
socket.join(group);
const epoll = new Epoll();
epoll.add(socket.fd, EPOLLIN);
const writer = new FdWriter(1);
const line = Buffer.alloc(64 * size, " ");
for (let rounds = 0; ; rounds++) {
  if (epoll.wait(1) === 0) {
    rounds = 0;
    epoll.wait(-1);
  }
  if (rounds > SPARSE) nap();
  for (let count = receiveMany(socket); count > 0; count = receiveMany(socket)) {
    for (let i = 0; i < count; i++) {
      const at = slot(i) + offset;
      const text = `${bytes[at]}.${bytes[at + 1]}.${bytes[at + 2]}.${view.getUint8(at + 3)}\n`;
      for (let k = 0; k < text.length; k++) line[i * size + k] = text.charCodeAt(k);
    }
    writer.write(line.subarray(0, count * size));
  }
}
