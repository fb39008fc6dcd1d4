/** Files that are read as a whole, and what is wrong with one, in a line that names it. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";

/** Throws where there is something else: a pipe would make everything wait for whoever writes to it. */
export function readRegular(path: string): Uint8Array {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!fstatSync(fd).isFile()) throw new Error("not a regular file");
    return readFileSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** What node:fs says, without the code before it, and the call and the path behind it. */
export const fileProblem = (path: string, error: unknown): string =>
  `${path === "" ? '""' : path}: ${(error as Error).message.replace(/^[A-Z0-9]+: /, "").replace(/, \w+( '.*')?$/s, "")}`;
