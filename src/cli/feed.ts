/** The bytes of a file, or of a pipe as they come, in pieces, each when it is asked for. */
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { EPOLLIN } from "../../ffi/epoll.ts";
import { isatty } from "../../ffi/fd.ts";
import type { Loop } from "../../ffi/loop.ts";
import { UsageError } from "./usage-error.ts";

const PIECE = 1 << 16;

export class Feed {
  /** There is no more. */
  ended = false;
  readonly #loop: Loop;
  readonly #fd: number;
  readonly #take: (data: Uint8Array) => void;
  /** A pipe, a socket, a terminal: epoll tells when there is something to read. */
  readonly #watched: boolean;
  readonly #piece = new Uint8Array(PIECE);
  #asked = false;

  /** `-` is standard input. `take` gets each piece, valid during the call, and an empty one at the end. */
  constructor(loop: Loop, path: string, take: (data: Uint8Array) => void) {
    if (path === "-" && isatty(0))
      throw new UsageError("a capture does not come from a terminal: name a file");
    this.#loop = loop;
    this.#take = take;
    // A pipe in the file system is opened without waiting for who writes to it.
    this.#fd = path === "-" ? 0 : openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(this.#fd);
    if (stat.isDirectory()) throw new UsageError(`${path} is a folder, not a capture`);
    this.#watched = stat.isFIFO() || stat.isSocket() || isatty(this.#fd);
  }

  /** Asks for the next piece. */
  more(): void {
    if (this.#asked || this.ended) return;
    this.#asked = true;
    if (this.#watched) this.#loop.add(this.#fd, EPOLLIN, () => this.#read());
    else this.#loop.after(0, () => this.#read());
  }

  #read(): void {
    let length = 0;
    try {
      length = readSync(this.#fd, this.#piece);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EAGAIN") return;
      throw error;
    }
    if (this.#watched) this.#loop.delete(this.#fd);
    this.#asked = false;
    this.ended = length === 0;
    if (this.ended && this.#fd > 0) closeSync(this.#fd);
    this.#take(this.#piece.subarray(0, length));
  }
}
