/**
 * What a child process gets as its standard streams: a pipe to write to, a file in memory to read from. Bun's own
 * are socket pairs, on which a script's `echo ... > /dev/stderr` fails.
 */
import { allocate, bytes, pointer, setCString, view } from "./arena.ts";
import { check, EAGAIN, EINTR, lastErrno, SystemError } from "./errno.ts";
import { libc } from "./libc.ts";

const O_NONBLOCK = 0o4000;
const O_CLOEXEC = 0o2000000;
const F_SETFL = 4;
const MFD_CLOEXEC = 1;
/** memfd_create(2) by its number: glibc has the function since 2.27 only. */
const SYS_MEMFD_CREATE = process.arch === "x64" ? 319 : 279;
const CHUNK = 1 << 14;

const ends = allocate(8);
const name = allocate(16);
const chunk = allocate(CHUNK);
const chunkPointer = pointer(chunk);
setCString(name, 16, "nlmon");

/** A pipe; `reader` does not block, `writer` does. Both are closed on exec. */
export function openPipe(): { reader: number; writer: number } {
  check("pipe2", libc.pipe2(pointer(ends), O_CLOEXEC));
  const reader = view.getInt32(ends, true);
  const writer = view.getInt32(ends + 4, true);
  check("fcntl", libc.fcntl(reader, F_SETFL, O_NONBLOCK));
  return { reader, writer };
}

/** What there is to read, valid until the next call; empty: the end; undefined: nothing yet. */
export function readPipe(fd: number): Uint8Array | undefined {
  const length = Number(libc.read(fd, chunkPointer, CHUNK));
  if (length >= 0) return bytes.subarray(chunk, chunk + length);
  const errno = lastErrno();
  if (errno === EAGAIN || errno === EINTR) return undefined;
  throw new SystemError("read", errno);
}

/** A file without a name that holds `data`, to be read from its start. Closed on exec. */
export function memoryFile(data: Uint8Array): number {
  const fd = check("memfd_create", Number(libc.syscall(SYS_MEMFD_CREATE, pointer(name), MFD_CLOEXEC)));
  for (let at = 0; at < data.length; ) {
    const part = data.subarray(at, at + CHUNK);
    bytes.set(part, chunk);
    const written = Number(libc.pwrite(fd, chunkPointer, part.length, at));
    if (written >= 0) at += written;
    else if (lastErrno() !== EINTR) {
      const error = new SystemError("pwrite", lastErrno());
      closeFd(fd);
      throw error;
    }
  }
  return fd;
}

export const closeFd = (fd: number): void => void libc.close(fd);
