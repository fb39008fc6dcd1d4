/** AF_NETLINK sockets, netlink(7): open, join groups, receive datagrams into the arena, send requests. */
import { allocate, bytes, pointer, setPointer, view } from "./arena.ts";
import { check, EAGAIN, EINTR, ENOBUFS, EPERM, lastErrno, SystemError } from "./errno.ts";
import { libc } from "./libc.ts";
import type { Netns } from "./netns.ts";

const AF_NETLINK = 16;
const SOCK_RAW = 3;
const SOCK_NONBLOCK = 0o4000;
const SOCK_CLOEXEC = 0o2000000;
const SOL_SOCKET = 1;
const SO_RCVBUF = 8;
const SO_RCVTIMEO = 20;
const SO_ATTACH_FILTER = 26;
const SO_DETACH_FILTER = 27;
const SO_RCVBUFFORCE = 33;
const SO_MEMINFO = 55;
const SK_MEMINFO_DROPS = 8;
export const SOL_NETLINK = 270;
const NETLINK_ADD_MEMBERSHIP = 1;
export const NETLINK_LISTEN_ALL_NSID = 8;
const MSG_TRUNC = 0x20;
const MSG_DONTWAIT = 0x40;

export const NETLINK_ROUTE = 0;
/** netlink(7), SOL_NETLINK options that are a flag. */
export const NETLINK_EXT_ACK = 11;
export const NETLINK_GET_STRICT_CHK = 12;

/** Larger than any datagram the kernel sends (dumps come in parts of up to 32 KiB). */
const DATAGRAM_SIZE = 1 << 18;

/** Where `receive` puts a datagram: shared by all sockets, valid until the next call. */
export const datagram = allocate(DATAGRAM_SIZE);

const SOCKADDR_NL_SIZE = 12;
const sockaddr = allocate(SOCKADDR_NL_SIZE);
const iovec = allocate(16);
const msghdr = allocate(56);
/** struct sock_fprog: the number of instructions, and where they are. */
const sockFprog = allocate(16);
const INSTRUCTION_SIZE = 8;
const MOST_INSTRUCTIONS = 512;
const instructions = allocate(MOST_INSTRUCTIONS * INSTRUCTION_SIZE);
const option = allocate(64);
const optionLength = allocate(4);
const REQUEST_SIZE = 512;
const request = allocate(REQUEST_SIZE);

setPointer(iovec, datagram);
view.setBigUint64(iovec + 8, BigInt(DATAGRAM_SIZE), true);
setPointer(msghdr, sockaddr);
setPointer(msghdr + 16, iovec);
view.setUint32(msghdr + 24, 1, true);
const MSG_NAMELEN = msghdr + 8;
const MSG_FLAGS = msghdr + 48;
const NL_PID = sockaddr + 4;

const msghdrPointer = pointer(msghdr);
const sockaddrPointer = pointer(sockaddr);
const optionPointer = pointer(option);
const optionLengthPointer = pointer(optionLength);
const requestPointer = pointer(request);

/** `receive` found nothing to read (non-blocking) or its time-out passed (blocking). */
export const NOTHING = -1;
/** `receive` was told ENOBUFS: the kernel dropped messages for this socket. */
export const OVERRUN = -2;

export class NetlinkSocket {
  readonly fd: number;
  /** Set by `receive`: the datagram was longer than the buffer. */
  truncated = false;
  /** Set by `receive`: port id of the sender, 0 for the kernel. */
  sender = 0;
  /** What is received can come from other network namespaces. */
  listensToAll = false;

  /**
   * A bound socket, of another network namespace where one is given. With `timeout` (ms) it blocks that long in
   * `receive`, else not at all.
   */
  constructor(protocol: number, timeout?: number, netns?: Netns) {
    const type = SOCK_RAW | SOCK_CLOEXEC | (timeout === undefined ? SOCK_NONBLOCK : 0);
    const open = () => check("socket(AF_NETLINK)", libc.socket(AF_NETLINK, type, protocol));
    this.fd = netns === undefined ? open() : netns.run(open);
    try {
      bytes.fill(0, sockaddr, sockaddr + SOCKADDR_NL_SIZE);
      view.setUint16(sockaddr, AF_NETLINK, true);
      check("bind", libc.bind(this.fd, sockaddrPointer, SOCKADDR_NL_SIZE));
      view.setUint32(optionLength, SOCKADDR_NL_SIZE, true);
      check("getsockname", libc.getsockname(this.fd, sockaddrPointer, optionLengthPointer));
      if (
        view.getUint16(sockaddr, true) !== AF_NETLINK ||
        view.getUint32(optionLength, true) !== SOCKADDR_NL_SIZE
      )
        throw new Error("getsockname: not a netlink address");
      if (timeout !== undefined) this.#setTimeout(timeout);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #setTimeout(ms: number): void {
    view.setBigInt64(option, BigInt(Math.floor(ms / 1000)), true);
    view.setBigInt64(option + 8, BigInt((ms % 1000) * 1000), true);
    check("setsockopt(SO_RCVTIMEO)", libc.setsockopt(this.fd, SOL_SOCKET, SO_RCVTIMEO, optionPointer, 16));
  }

  /** Sets an integer option; false when this kernel does not have it. */
  trySet(level: number, name: number, value: number): boolean {
    view.setInt32(option, value, true);
    return libc.setsockopt(this.fd, level, name, optionPointer, 4) === 0;
  }

  /** Turns a SOL_NETLINK flag on; false on a kernel that does not know it. */
  enable(flag: number): boolean {
    return this.trySet(SOL_NETLINK, flag, 1);
  }

  /** Joins a multicast group (any number, also above 32); false on a kernel that does not have it. */
  join(group: number): boolean {
    return this.trySet(SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, group);
  }

  /** The kernel queues only what this program (classic BPF) accepts; undefined: everything. */
  setFilter(program: Uint8Array | undefined): void {
    if (program === undefined) {
      // There may be none.
      this.trySet(SOL_SOCKET, SO_DETACH_FILTER, 0);
      return;
    }
    if (program.length > MOST_INSTRUCTIONS * INSTRUCTION_SIZE) throw new RangeError("filter too long");
    bytes.set(program, instructions);
    view.setUint16(sockFprog, program.length / INSTRUCTION_SIZE, true);
    setPointer(sockFprog + 8, instructions);
    check(
      "setsockopt(SO_ATTACH_FILTER)",
      libc.setsockopt(this.fd, SOL_SOCKET, SO_ATTACH_FILTER, pointer(sockFprog), 16),
    );
  }

  /** Listens to all namespaces that have an id in its own; takes CAP_NET_BROADCAST. */
  listenToAll(): void {
    view.setInt32(option, 1, true);
    const name = NETLINK_LISTEN_ALL_NSID;
    check(
      "setsockopt(NETLINK_LISTEN_ALL_NSID)",
      libc.setsockopt(this.fd, SOL_NETLINK, name, optionPointer, 4),
    );
    this.listensToAll = true;
  }

  /**
   * Asks for a receive buffer of `size` bytes and returns what the kernel granted (it counts its own overhead
   * against it). SO_RCVBUFFORCE needs CAP_NET_ADMIN; without it, net.core.rmem_max is the limit.
   */
  setReceiveBuffer(size: number): number {
    view.setInt32(option, size, true);
    if (libc.setsockopt(this.fd, SOL_SOCKET, SO_RCVBUFFORCE, optionPointer, 4) < 0) {
      const errno = lastErrno();
      if (errno !== EPERM) throw new SystemError("setsockopt(SO_RCVBUFFORCE)", errno);
      check("setsockopt(SO_RCVBUF)", libc.setsockopt(this.fd, SOL_SOCKET, SO_RCVBUF, optionPointer, 4));
    }
    this.#getOption("SO_RCVBUF", SO_RCVBUF, 4);
    return view.getInt32(option, true) / 2;
  }

  /** Messages that the kernel dropped for this socket since it was opened; modulo 2^32. */
  drops(): number {
    this.#getOption("SO_MEMINFO", SO_MEMINFO, 36);
    return view.getUint32(option + 4 * SK_MEMINFO_DROPS, true);
  }

  #getOption(label: string, name: number, size: number): void {
    view.setUint32(optionLength, size, true);
    check(
      `getsockopt(${label})`,
      libc.getsockopt(this.fd, SOL_SOCKET, name, optionPointer, optionLengthPointer),
    );
  }

  /** Length of the datagram now at `datagram`, or NOTHING, or OVERRUN. */
  receive(): number {
    view.setUint32(MSG_NAMELEN, SOCKADDR_NL_SIZE, true);
    const length = Number(libc.recvmsg(this.fd, msghdrPointer, 0));
    if (length < 0) {
      const errno = lastErrno();
      if (errno === EAGAIN) return NOTHING;
      if (errno === ENOBUFS) return OVERRUN;
      if (errno === EINTR) return this.receive();
      throw new SystemError("recvmsg", errno);
    }
    this.truncated = (view.getInt32(MSG_FLAGS, true) & MSG_TRUNC) !== 0;
    this.sender = view.getUint32(NL_PID, true);
    return length;
  }

  /** Sends one request of at most 512 bytes to the kernel. */
  send(message: Uint8Array): void {
    if (message.length > REQUEST_SIZE)
      throw new RangeError(`request of ${message.length} bytes, at most ${REQUEST_SIZE}`);
    bytes.set(message, request);
    bytes.fill(0, sockaddr, sockaddr + SOCKADDR_NL_SIZE);
    view.setUint16(sockaddr, AF_NETLINK, true);
    const sent = Number(
      libc.sendto(this.fd, requestPointer, message.length, MSG_DONTWAIT, sockaddrPointer, SOCKADDR_NL_SIZE),
    );
    check("sendto", sent);
  }

  close(): void {
    libc.close(this.fd);
  }
}
