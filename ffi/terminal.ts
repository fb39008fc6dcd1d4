/** The terminal: its size, and keys as they are pressed. By ioctl(2), whose structs are the kernel's and not libc's. */
import { allocate, bytes, pointer, view } from "./arena.ts";
import { check, EINTR, lastErrno } from "./errno.ts";
import { isatty } from "./fd.ts";
import { libc } from "./libc.ts";
import { readPipe } from "./pipe.ts";

const TCGETS = 0x5401;
const TCSETS = 0x5402;
const TIOCGWINSZ = 0x5413;

/** struct termios of the kernel: four words of flags, c_line, c_cc[19]. */
const TERMIOS = 36;
const C_LFLAG = 12;
const C_CC = 17;
const VTIME = 5;
const VMIN = 6;
const ICANON = 0o2;
const ECHO = 0o10;

const winsize = allocate(8);
const termios = allocate(TERMIOS);

export interface Size {
  columns: number;
  rows: number;
}

/** undefined: it is no terminal, or does not know. */
export function sizeOf(fd: number): Size | undefined {
  if (libc.ioctl(fd, TIOCGWINSZ, pointer(winsize)) < 0) return undefined;
  const rows = view.getUint16(winsize, true);
  const columns = view.getUint16(winsize + 2, true);
  return rows > 0 && columns > 0 ? { columns, rows } : undefined;
}

/** Cells of a line; whatever is no terminal has room for everything. */
export const roomOf = (fd: number): (() => number) =>
  isatty(fd) ? () => sizeOf(fd)?.columns ?? Number.POSITIVE_INFINITY : () => Number.POSITIVE_INFINITY;

/** Keys come one by one and are not shown, until what this returns is called. Ctrl-C and Ctrl-Z stay signals. */
export function keysOf(fd: number): () => void {
  check("ioctl(TCGETS)", libc.ioctl(fd, TCGETS, pointer(termios)));
  const before = bytes.slice(termios, termios + TERMIOS);
  view.setUint32(termios + C_LFLAG, view.getUint32(termios + C_LFLAG, true) & ~(ICANON | ECHO), true);
  bytes[termios + C_CC + VMIN] = 1;
  bytes[termios + C_CC + VTIME] = 0;
  set(fd);
  return () => {
    bytes.set(before, termios);
    set(fd);
  };
}

/** In the background this stops the program until it is in the foreground. A terminal that has gone keeps nothing. */
function set(fd: number): void {
  while (libc.ioctl(fd, TCSETS, pointer(termios)) < 0) if (lastErrno() !== EINTR) return;
}

/** What has been typed; empty: nobody types any more. To be asked when there is something. */
export function typed(fd: number): string {
  try {
    return String.fromCharCode(...(readPipe(fd) ?? []));
  } catch {
    return "";
  }
}
