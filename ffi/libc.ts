/**
 * ffi/: libc through bun:ffi, and nothing else. What lives here knows sockets, file descriptors and errno;
 * it knows nothing of rtnetlink, events or the command line. This file holds the program's only dlopen.
 * No pointer leaves this folder: callers see numbers, strings and views of the arena.
 */
import { dlopen, FFIType } from "bun:ffi";

/** bun:ffi could not load libc: its message names the cause, `remedy` says what the user can do. */
export class LibcError extends Error {
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
    this.name = "LibcError";
  }
}

/** The sentence for each way in which dlopen is known to fail. */
export function explainDlopen(message: string): LibcError {
  const symbol = /symbol "?([A-Za-z0-9_]+)"?/i.exec(message)?.[1];
  if (symbol !== undefined) {
    return new LibcError(
      `libc has no function ${symbol}`,
      "use glibc 2.17 or musl 1.1 or newer; on musl, use the musl build of nlmon",
    );
  }
  if (/no such file|cannot open shared object/i.test(message)) {
    return new LibcError(
      `cannot load libc.so.6: ${message}`,
      "install the C library (Debian: libc6, Alpine: musl)",
    );
  }
  return new LibcError(
    `cannot call libc: ${message}`,
    "bun:ffi compiles its calls: allow writable and executable memory (systemd: MemoryDenyWriteExecute=no) " +
      "and more than 2 GiB of address space (ulimit -v unlimited)",
  );
}

function load() {
  try {
    // The literal name: musl resolves it to itself, and no other name is looked for in the current folder.
    return dlopen("libc.so.6", {
      __errno_location: { args: [], returns: "ptr" },
      adjtimex: { args: ["ptr"], returns: "i32" },
      bind: { args: ["i32", "ptr", "u32"], returns: "i32" },
      clock_gettime: { args: ["i32", "ptr"], returns: "i32" },
      close: { args: ["i32"], returns: "i32" },
      epoll_create1: { args: ["i32"], returns: "i32" },
      epoll_ctl: { args: ["i32", "i32", "i32", "ptr"], returns: "i32" },
      epoll_wait: { args: ["i32", "ptr", "i32", "i32"], returns: "i32" },
      fcntl: { args: ["i32", "i32", "i32"], returns: "i32" },
      flock: { args: ["i32", "i32"], returns: "i32" },
      getsockname: { args: ["i32", "ptr", "ptr"], returns: "i32" },
      getsockopt: { args: ["i32", "i32", "i32", "ptr", "ptr"], returns: "i32" },
      if_indextoname: { args: ["u32", "ptr"], returns: "ptr" },
      if_nametoindex: { args: ["ptr"], returns: "u32" },
      inotify_add_watch: { args: ["i32", "ptr", "u32"], returns: "i32" },
      inotify_init1: { args: ["i32"], returns: "i32" },
      ioctl: { args: ["i32", FFIType.u64_fast, "ptr"], returns: "i32" },
      isatty: { args: ["i32"], returns: "i32" },
      open: { args: ["ptr", "i32", "i32"], returns: "i32" },
      pipe2: { args: ["ptr", "i32"], returns: "i32" },
      poll: { args: ["ptr", FFIType.u64_fast, "i32"], returns: "i32" },
      pwrite: {
        args: ["i32", "ptr", FFIType.u64_fast, FFIType.i64_fast],
        returns: FFIType.i64_fast,
      },
      read: { args: ["i32", "ptr", FFIType.u64_fast], returns: FFIType.i64_fast },
      recvmmsg: { args: ["i32", "ptr", "u32", "i32", "ptr"], returns: "i32" },
      recvmsg: { args: ["i32", "ptr", "i32"], returns: FFIType.i64_fast },
      sendto: { args: ["i32", "ptr", FFIType.u64_fast, "i32", "ptr", "u32"], returns: FFIType.i64_fast },
      setns: { args: ["i32", "i32"], returns: "i32" },
      setsockopt: { args: ["i32", "i32", "i32", "ptr", "u32"], returns: "i32" },
      sched_yield: { args: [], returns: "i32" },
      socket: { args: ["i32", "i32", "i32"], returns: "i32" },
      syscall: { args: [FFIType.i64_fast, "ptr", FFIType.u64_fast], returns: FFIType.i64_fast },
      timerfd_create: { args: ["i32", "i32"], returns: "i32" },
      timerfd_settime: { args: ["i32", "i32", "ptr", "ptr"], returns: "i32" },
      write: { args: ["i32", "ptr", FFIType.u64_fast], returns: FFIType.i64_fast },
    } as const).symbols;
  } catch (error) {
    throw explainDlopen(error instanceof Error ? error.message : String(error));
  }
}

export const libc = load();
