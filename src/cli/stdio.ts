/** Prints once and whole: diagnostics, help. Without ffi, for what has to be said where ffi does not work. */
import { writeSync } from "node:fs";

const encoder = new TextEncoder();
const nap = new Int32Array(new SharedArrayBuffer(4));

/** Writes all of `text` to `fd`, waiting for its reader. A closed reader is no error here. */
export function print(fd: 1 | 2, text: string): void {
  const data = encoder.encode(text);
  for (let at = 0; at < data.length; ) {
    try {
      at += writeSync(fd, data, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EAGAIN") Atomics.wait(nap, 0, 0, 1);
      else if (code === "EPIPE") return;
      else throw error;
    }
  }
}
