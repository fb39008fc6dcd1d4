/**
 * src/capture/: files that hold netlink messages and the time of each - pcap, pcapng, rtmon - read as their bytes
 * come, and written. What lives here knows nothing of what a message means.
 *
 * The bytes of a capture, in pieces of any size: `push` what has been read, look at what is there, `take` it.
 */

/** Longest thing that is looked at in one piece; what is longer can only be skipped. */
const FIRST_SIZE = 1 << 16;

export class Input {
  #bytes = new Uint8Array(FIRST_SIZE);
  /** What is there is [at, end) of it; valid until the next `push`. */
  view = new DataView(this.#bytes.buffer);
  at = 0;
  end = 0;
  /** Position in the file of `at`. */
  offset = 0;
  /** No more will be pushed. */
  ended = false;
  /** Bytes that are still to come and nobody wants. */
  #skip = 0;

  /** Bytes that are there. */
  get left(): number {
    return this.end - this.at;
  }

  push(data: Uint8Array): void {
    const skipped = Math.min(this.#skip, data.length);
    this.#skip -= skipped;
    const wanted = data.length - skipped;
    if (this.end + wanted > this.#bytes.length) this.#makeRoom(wanted);
    this.#bytes.set(skipped > 0 ? data.subarray(skipped) : data, this.end);
    this.end += wanted;
  }

  /** Passes over `size` bytes, also such as are still to come. */
  take(size: number): void {
    const there = Math.min(size, this.left);
    this.at += there;
    this.#skip += size - there;
    this.offset += size;
  }

  /** Bytes that were passed over and have not come. */
  get missing(): number {
    return this.#skip;
  }

  #makeRoom(wanted: number): void {
    const { left } = this;
    const from = this.#bytes;
    if (left + wanted > from.length) {
      this.#bytes = new Uint8Array(Math.max(2 * from.length, left + wanted));
      this.view = new DataView(this.#bytes.buffer);
    }
    this.#bytes.set(from.subarray(this.at, this.end));
    this.at = 0;
    this.end = left;
  }
}
