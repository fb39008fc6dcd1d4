/** AF_UNIX datagrams to a socket that somebody else has bound: by path, or by a name of the abstract kind (`@name`). */
import { allocate, bytes, pointer, view } from "./arena.ts";
import { check } from "./errno.ts";
import { libc } from "./libc.ts";

const AF_UNIX = 1;
const SOCK_DGRAM = 2;
const SOCK_NONBLOCK = 0o4000;
const SOCK_CLOEXEC = 0o2000000;
const MSG_NOSIGNAL = 0x4000;
const SUN_PATH_SIZE = 108;
const MESSAGE_SIZE = 4096;

const sockaddr = allocate(2 + SUN_PATH_SIZE);
const message = allocate(MESSAGE_SIZE);
const encoder = new TextEncoder();

export class DatagramSender {
  readonly #fd: number;
  readonly #path: Uint8Array;

  /** undefined: `address` is neither an absolute path nor an abstract name, or too long for one. */
  static to(address: string): DatagramSender | undefined {
    const path = encoder.encode(address.startsWith("@") ? `\0${address.slice(1)}` : address);
    return /^[/@]./.test(address) && path.length < SUN_PATH_SIZE ? new DatagramSender(path) : undefined;
  }

  private constructor(path: Uint8Array) {
    this.#path = path;
    this.#fd = check("socket", libc.socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  }

  /** Sends `text`, cut to 4 KiB, without waiting. */
  send(text: string): void {
    view.setUint16(sockaddr, AF_UNIX, true);
    bytes.fill(0, sockaddr + 2, sockaddr + 2 + SUN_PATH_SIZE);
    bytes.set(this.#path, sockaddr + 2);
    const { written } = encoder.encodeInto(text, bytes.subarray(message, message + MESSAGE_SIZE));
    // A path ends with its NUL, an abstract name with the length.
    const length = 2 + this.#path.length + (this.#path[0] === 0 ? 0 : 1);
    check(
      "sendto",
      Number(libc.sendto(this.#fd, pointer(message), written, MSG_NOSIGNAL, pointer(sockaddr), length)),
    );
  }
}
