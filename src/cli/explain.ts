/** Errors in a sentence that tells the user what to do. */
import { fileProblem } from "../output/file-problem.ts";

const REMEDIES: Readonly<Record<string, string>> = {
  EPERM: "not permitted here: run it as root, or outside the sandbox that forbids it",
  EACCES: "not permitted here: run it as root, or outside the sandbox that forbids it",
  EAFNOSUPPORT:
    "AF_NETLINK sockets are not to be had here: allow them (systemd: RestrictAddressFamilies=AF_NETLINK), " +
    "or use a kernel with CONFIG_NET",
  EPROTONOSUPPORT: "this kernel has no NETLINK_ROUTE: nlmon needs Linux with networking",
  EMFILE: "too many open files: raise the limit (ulimit -n)",
  ENFILE: "the system has too many open files: raise fs.file-max",
  ENOMEM: "the kernel has no memory left: give it some, or use a smaller --rcvbuf",
  ENOSPC: "the disk is full: make room",
  EIO: "standard output cannot be written: look at the disk or terminal behind it",
};

/** What happened, and what to do about it where that is known. */
export function diagnose(error: unknown): { what: string; remedy: string | undefined } {
  if (!(error instanceof Error)) return { what: String(error), remedy: undefined };
  const { code, remedy, path, message } = error as Error &
    Partial<Record<"code" | "remedy" | "path", unknown>>;
  if (typeof path === "string") return { what: fileProblem(path, error), remedy: undefined };
  const known = typeof code === "string" ? REMEDIES[code] : undefined;
  return { what: message, remedy: typeof remedy === "string" ? remedy : known };
}

/** The same in one line. */
export function explain(error: unknown): string {
  const { what, remedy } = diagnose(error);
  return remedy === undefined ? what : `${what}; ${remedy}`;
}
