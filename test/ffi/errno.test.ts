import { expect, test } from "bun:test";
import { constants } from "node:os";
import {
  check,
  EAGAIN,
  EINTR,
  ENOBUFS,
  ENOENT,
  EPERM,
  EPIPE,
  errnoName,
  errnoText,
  lastErrno,
  SystemError,
} from "../../ffi/errno.ts";
import { libc } from "../../ffi/libc.ts";

test("names are those of the system, or tell the number", () => {
  const named = new Map<number, Set<string>>();
  for (const [name, number] of Object.entries(constants.errno))
    named.set(number, (named.get(number) ?? new Set()).add(name));
  let known = 0;
  for (const [number, names] of named) {
    const name = errnoName(number);
    if (name === `E${number}`) continue;
    known++;
    expect([...names]).toContain(name);
  }
  expect(known).toBeGreaterThanOrEqual(30);
});

test("the numbers with a constant of their own", () => {
  const { errno } = constants;
  expect({ EPERM, ENOENT, EINTR, EAGAIN, EPIPE, ENOBUFS }).toEqual({
    EPERM: errno.EPERM,
    ENOENT: errno.ENOENT,
    EINTR: errno.EINTR,
    EAGAIN: errno.EAGAIN,
    EPIPE: errno.EPIPE,
    ENOBUFS: errno.ENOBUFS,
  });
});

test.each([
  [19, "ENODEV", "No such device"],
  [22, "EINVAL", "Invalid argument"],
  [511, "E511", "error 511"],
  [0, "E0", "error 0"],
])("errno %d", (number, name, text) => {
  expect(errnoName(number)).toBe(name);
  expect(errnoText(number)).toBe(text);
});

test("SystemError says what failed and why", () => {
  const error = new SystemError("bind", 98);
  expect(error).toBeInstanceOf(Error);
  expect({ ...error }).toMatchObject({ code: "EADDRINUSE", errno: 98, syscall: "bind" });
  expect(error.name).toBe("SystemError");
  expect(error.message).toBe("bind: Address already in use (EADDRINUSE)");
});

test("check lets results pass and turns -1 into the error of the call", () => {
  expect(check("read", 0)).toBe(0);
  expect(check("read", 42)).toBe(42);
  let caught: unknown;
  try {
    check("close", libc.close(-1));
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(SystemError);
  expect(caught).toMatchObject({ code: "EBADF", errno: 9, syscall: "close" });
});

test("lastErrno is that of the call before", () => {
  const F_DUPFD = 0;
  const failures = [
    [() => libc.fcntl(-1, F_DUPFD, 0), 9],
    [() => libc.fcntl(0, 9999, 0), 22],
    [() => libc.socket(-1, 0, 0), 97],
  ] as const;
  for (let round = 0; round < 50; round++)
    for (const [call, errno] of failures) {
      const result = call();
      const found = lastErrno();
      expect([result, found]).toEqual([-1, errno]);
    }
});
