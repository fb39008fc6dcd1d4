import { dlopen } from "bun:ffi";
import { expect, test } from "bun:test";
import { join } from "node:path";
import { explainDlopen, LibcError } from "../../ffi/libc.ts";

/** What dlopen says when it fails. */
function refusal(library: string, symbol: string): string {
  try {
    dlopen(library, { [symbol]: { args: [], returns: "i32" } });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error("dlopen did not fail");
}

test("a function that libc lacks is named", () => {
  const error = explainDlopen(refusal("libc.so.6", "no_such_function"));
  expect(error).toBeInstanceOf(LibcError);
  expect(error.message).toBe("libc has no function no_such_function");
  expect(error.remedy).toContain("musl");
});

test("a library that is not there is to be installed", () => {
  const said = refusal("libno-such-library.so.6", "open");
  const error = explainDlopen(said);
  expect(error.message).toBe(`cannot load libc.so.6: ${said}`);
  expect(error.remedy).toContain("install");
});

test.each(["bun:ffi requires the JIT", "something nobody has seen yet"])("%s", (said) => {
  const error = explainDlopen(said);
  expect(error.message).toBe(`cannot call libc: ${said}`);
  expect(error.remedy).toContain("MemoryDenyWriteExecute=no");
  expect(error.remedy).toContain("ulimit -v");
});

test("too little address space is explained, not a crash", () => {
  const { exitCode, stdout } = Bun.spawnSync(
    [
      "sh",
      "-c",
      'ulimit -v 2000000; exec "$0" "$1"',
      process.execPath,
      join(import.meta.dir, "fixtures/load.ts"),
    ],
    { stderr: "ignore", timeout: 5000 },
  );
  expect(exitCode).toBe(0);
  const said: unknown = JSON.parse(stdout.toString());
  expect(said).toMatchObject({ name: "LibcError" });
  expect(said).toHaveProperty("remedy", expect.stringContaining("2 GiB"));
});
