import { expect, test } from "bun:test";
import { SystemError } from "../../ffi/errno.ts";
import { explainDlopen } from "../../ffi/libc.ts";
import { explain } from "../../src/cli/explain.ts";
import { RequestError } from "../../src/netlink/error.ts";

test.each([
  ["socket(AF_NETLINK)", 97, "AF_NETLINK sockets are not to be had here"],
  ["socket(AF_NETLINK)", 93, "this kernel has no NETLINK_ROUTE"],
  ["bind", 1, "not permitted here"],
  ["open", 13, "not permitted here"],
  ["epoll_create1", 24, "ulimit -n"],
  ["epoll_create1", 23, "fs.file-max"],
  ["recvmsg", 12, "--rcvbuf"],
  ["write", 28, "the disk is full"],
  ["write", 5, "standard output cannot be written"],
] as const)("%s, errno %d", (syscall, errno, advice) => {
  const error = new SystemError(syscall, errno);
  const told = explain(error);
  expect(told).toStartWith(`${error.message}; `);
  expect(told).toContain(advice);
  expect(told).not.toContain("\n");
});

test("an error without known advice is its message", () => {
  expect(explain(new SystemError("epoll_ctl", 22))).toBe("epoll_ctl: Invalid argument (EINVAL)");
  expect(explain(new Error("just this"))).toBe("just this");
});

test("what an error advises itself goes before what its code does", () => {
  const error = explainDlopen("bun:ffi requires the JIT");
  expect(explain(error)).toBe(`${error.message}; ${error.remedy}`);
  expect(explain(Object.assign(new Error("both"), { code: "EPERM", remedy: "do this" }))).toBe(
    "both; do this",
  );
});

test("the kernel's refusal keeps its words", () => {
  expect(explain(new RequestError("RTM_GETLINK", { error: -1, msg: "no" }))).toStartWith(
    "RTM_GETLINK: Operation not permitted (EPERM): no; not permitted here",
  );
});

test("codes that are no string, or not known", () => {
  expect(explain(Object.assign(new Error("odd"), { code: 13 }))).toBe("odd");
  expect(explain(Object.assign(new Error("odd"), { code: "ENOSUCH" }))).toBe("odd");
  expect(explain(Object.assign(new Error("odd"), { remedy: 7 }))).toBe("odd");
});

test("what is thrown without being an error", () => {
  expect(explain("a string")).toBe("a string");
  expect(explain(undefined)).toBe("undefined");
});
