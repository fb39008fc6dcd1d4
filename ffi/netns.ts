/**
 * Network namespaces, setns(2). A namespace belongs to a thread, and a socket for good to the namespace in which it
 * was made: the main thread, which is the only one that calls libc here, goes there, makes it, and comes back. Bun's
 * own threads are not concerned.
 */
import type { Pointer } from "bun:ffi";
import { fstatSync } from "node:fs";
import { allocate, pointer, setCString } from "./arena.ts";
import { check, EINVAL, lastErrno, SystemError } from "./errno.ts";
import { libc } from "./libc.ts";

const O_NONBLOCK = 0o4000;
const O_CLOEXEC = 0o2000000;
const CLONE_NEWNET = 0x4000_0000;
const CURRENT = "/proc/thread-self/ns/net";
const PATH_MAX = 4096;
/** The same number on every machine. */
const SYS_PIDFD_OPEN = 434;

const path = allocate(PATH_MAX);

function open(name: string): number {
  if (!setCString(path, PATH_MAX, name)) throw new RangeError(`path of ${name.length} characters`);
  // What is there may be a pipe, whose other end nobody opens.
  return check(`open(${name})`, libc.open(pointer(path), O_CLOEXEC | O_NONBLOCK, 0));
}

/** Where this program was started; opened when it first leaves. */
let home: number | undefined;

export class Netns {
  readonly #fd: number;

  /** undefined: what is there is no network namespace. A SystemError where it cannot be opened or entered. */
  static open(name: string): Netns | undefined {
    const named = new Netns(open(name));
    try {
      // Not through the mount that is its name: that one could not be unmounted any more.
      return new Netns(named.run(() => open(CURRENT)));
    } catch (error) {
      if (error instanceof SystemError && error.errno === EINVAL) return undefined;
      throw error;
    } finally {
      named.close();
    }
  }

  private constructor(fd: number) {
    this.#fd = fd;
  }

  /** Two names of one namespace have the same, two namespaces that exist never. */
  get inode(): { dev: number; ino: number } {
    return fstatSync(this.#fd);
  }

  /** Does something there that ends at once; what sockets it makes belong there. */
  run<T>(something: () => T): T {
    home ??= open(CURRENT);
    check("setns", libc.setns(this.#fd, CLONE_NEWNET));
    try {
      return something();
    } finally {
      if (libc.setns(home, CLONE_NEWNET) < 0) leave(lastErrno());
    }
  }

  /** Sockets that were made there go on, and keep it alive. */
  close(): void {
    libc.close(this.#fd);
  }
}

/** Not to get back would make every later socket one of the wrong namespace. */
function leave(errno: number): never {
  throw new SystemError("setns(back)", errno);
}

/** A descriptor that is ready to read when the process has ended; undefined: there is no such process (any more). */
export function openProcess(pid: number): number | undefined {
  const fd = Number(libc.syscall(SYS_PIDFD_OPEN, pid as Pointer, 0));
  return fd < 0 ? undefined : fd;
}
