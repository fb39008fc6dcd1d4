/** errno as values: names, texts, and the error every failed call becomes. */
import { read } from "bun:ffi";
import { libc } from "./libc.ts";

/** errno(3): number -> name and text, those that the calls in ffi/ can return. */
const ERRNO: Record<number, readonly [code: string, text: string]> = {
  1: ["EPERM", "Operation not permitted"],
  2: ["ENOENT", "No such file or directory"],
  3: ["ESRCH", "No such process"],
  4: ["EINTR", "Interrupted system call"],
  5: ["EIO", "Input/output error"],
  6: ["ENXIO", "No such device or address"],
  7: ["E2BIG", "Argument list too long"],
  9: ["EBADF", "Bad file descriptor"],
  11: ["EAGAIN", "Resource temporarily unavailable"],
  12: ["ENOMEM", "Cannot allocate memory"],
  13: ["EACCES", "Permission denied"],
  16: ["EBUSY", "Device or resource busy"],
  17: ["EEXIST", "File exists"],
  19: ["ENODEV", "No such device"],
  20: ["ENOTDIR", "Not a directory"],
  22: ["EINVAL", "Invalid argument"],
  23: ["ENFILE", "Too many open files in system"],
  24: ["EMFILE", "Too many open files"],
  27: ["EFBIG", "File too large"],
  28: ["ENOSPC", "No space left on device"],
  32: ["EPIPE", "Broken pipe"],
  34: ["ERANGE", "Numerical result out of range"],
  38: ["ENOSYS", "Function not implemented"],
  61: ["ENODATA", "No data available"],
  88: ["ENOTSOCK", "Socket operation on non-socket"],
  90: ["EMSGSIZE", "Message too long"],
  92: ["ENOPROTOOPT", "Protocol not available"],
  93: ["EPROTONOSUPPORT", "Protocol not supported"],
  95: ["EOPNOTSUPP", "Operation not supported"],
  97: ["EAFNOSUPPORT", "Address family not supported by protocol"],
  98: ["EADDRINUSE", "Address already in use"],
  99: ["EADDRNOTAVAIL", "Cannot assign requested address"],
  100: ["ENETDOWN", "Network is down"],
  101: ["ENETUNREACH", "Network is unreachable"],
  104: ["ECONNRESET", "Connection reset by peer"],
  105: ["ENOBUFS", "No buffer space available"],
  110: ["ETIMEDOUT", "Connection timed out"],
  111: ["ECONNREFUSED", "Connection refused"],
  113: ["EHOSTUNREACH", "No route to host"],
  122: ["EDQUOT", "Disk quota exceeded"],
  125: ["ECANCELED", "Operation canceled"],
  524: ["ENOTSUPP", "Operation not supported"],
};

export const EPERM = 1;
export const ENOENT = 2;
export const EINTR = 4;
export const EAGAIN = 11;
export const EINVAL = 22;
export const EPIPE = 32;
export const ECONNRESET = 104;
export const ECANCELED = 125;
export const ENOBUFS = 105;

/** `ENODEV` for 19; `E511` for a number without a name here. */
export const errnoName = (errno: number): string => ERRNO[errno]?.[0] ?? `E${errno}`;
/** `No such device` for 19. */
export const errnoText = (errno: number): string => ERRNO[errno]?.[1] ?? `error ${errno}`;

/** A system call that failed. */
export class SystemError extends Error {
  readonly code: string;
  constructor(
    readonly syscall: string,
    readonly errno: number,
  ) {
    super(`${syscall}: ${errnoText(errno)} (${errnoName(errno)})`);
    this.name = "SystemError";
    this.code = errnoName(errno);
  }
}

const location = libc.__errno_location();
if (location === null) throw new Error("__errno_location returned NULL");

/** errno of the call before: ask in the very next expression, the runtime's own calls overwrite it. */
export const lastErrno = (): number => read.i32(location, 0);

/** `result`, or a SystemError when it is negative. */
export function check(syscall: string, result: number): number {
  if (result < 0) throw new SystemError(syscall, lastErrno());
  return result;
}
