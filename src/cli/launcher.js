#!/usr/bin/env node
/** What `npx nlmon` starts: runs the sources with the Bun that comes with the package, or with the one on the PATH. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
const { resolve } = createRequire(import.meta.url);

/** The executable in the package for this machine: it is there also where no install script has run. */
function bun() {
  const machine = `@oven/bun-linux-${process.arch === "arm64" ? "aarch64" : process.arch}`;
  for (const name of [machine, `${machine}-musl`])
    try {
      const path = resolve(`${name}/bin/bun`);
      if (existsSync(path)) return path;
    } catch {
      // Another C library, or a Bun that was installed by other means.
    }
  return "bun";
}

const child = spawn(bun(), ["--smol", main, ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("error", (error) => {
  console.error(`nlmon: Bun cannot be started (${error.message}): npm install bun, or https://bun.sh`);
  process.exit(1);
});
child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal ?? "SIGKILL"] ?? 0)));
