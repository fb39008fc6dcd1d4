import { expect, test } from "bun:test";
import { closeSync, readdirSync, readFileSync, writeSync } from "node:fs";
import { closeFd, memoryFile, openPipe, readPipe } from "../../ffi/pipe.ts";

const text = (data: Uint8Array | undefined): string | undefined =>
  data === undefined ? undefined : new TextDecoder().decode(data);

const flags = (fd: number): number =>
  Number.parseInt(/^flags:\s+(\d+)$/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, "utf8"))![1]!, 8);

test("a pipe: nothing yet, data, the end", () => {
  const { reader, writer } = openPipe();
  expect(readPipe(reader)).toBeUndefined();
  writeSync(writer, "ab");
  expect(text(readPipe(reader))).toBe("ab");
  expect(readPipe(reader)).toBeUndefined();
  closeFd(writer);
  expect(text(readPipe(reader))).toBe("");
  closeFd(reader);
  expect(() => readPipe(reader)).toThrow("EBADF");
});

test("only the reading end does not block; both are closed on exec", () => {
  const { reader, writer } = openPipe();
  const [O_NONBLOCK, O_CLOEXEC] = [0o4000, 0o2000000];
  expect(flags(reader) & O_NONBLOCK).toBe(O_NONBLOCK);
  expect(flags(writer) & O_NONBLOCK).toBe(0);
  expect(flags(reader) & flags(writer) & O_CLOEXEC).toBe(O_CLOEXEC);
  closeFd(reader);
  closeFd(writer);
});

test("a file in memory is read from its start, whatever its size", () => {
  const before = readdirSync("/proc/self/fd").length;
  for (const size of [0, 1, 1 << 14, 300_001]) {
    const data = new Uint8Array(size).map((_, i) => i % 251);
    const fd = memoryFile(data);
    expect(flags(fd) & 0o2000000).toBe(0o2000000);
    expect(new Uint8Array(readFileSync(fd))).toEqual(data);
    closeSync(fd);
  }
  expect(readdirSync("/proc/self/fd").length).toBe(before);
});
