/** What nlmon tells systemd, over the socket that systemd names. */
import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installed } from "./installed.ts";
import { Namespace } from "./namespace.ts";

const folder = mkdtempSync(join(tmpdir(), "nlmon-systemd-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Binds, and writes what it receives to a file, a line a datagram; what would be a line's end as `|`. */
const RECEIVER = `use Socket; $| = 1; socket(S, AF_UNIX, SOCK_DGRAM, 0) or die $!;
  my ($name, $out) = @ARGV; $name =~ s/^@/\\0/; bind(S, pack_sockaddr_un($name)) or die $!;
  open(OUT, ">", $out) or die $!; OUT->autoflush(1); print "bound\\n";
  while (1) { recv(S, $_, 65536, 0); s/\\n/|/g; print OUT "$_\\n" }`;

async function receiver(
  ns: Namespace,
  address: string,
): Promise<{ told: () => string[]; end: () => Promise<void> }> {
  const out = join(folder, "told");
  const child = ns.spawn(["perl", "-MIO::Handle", "-e", RECEIVER, address, out]);
  await child.stdout.getReader().read();
  return {
    told: () => readFileSync(out, "utf8").split("\n").slice(0, -1),
    async end() {
      child.kill();
      await child.exited;
    },
  };
}

async function eventually(condition: () => boolean, what: string): Promise<void> {
  const late = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > late) throw new Error(`waited for ${what}`);
    await Bun.sleep(5);
  }
}

test.skipIf(!installed("python3")).each([["/path"], ["@nlmon-test-abstract"]])(
  "ready, alive, reloading, stopping: %s",
  async (name) => {
    await using ns = await Namespace.create();
    const address = name.startsWith("/") ? join(folder, name) : `${name}-${process.pid}`;
    const config = join(folder, "nlmon.toml");
    const seen = join(folder, `seen${name.length}`);
    writeFileSync(
      config,
      `[[rule]]\non_start = true\nexec = 'echo "$NOTIFY_SOCKET$WATCHDOG_USEC" > ${seen}.new; mv ${seen}.new ${seen}'\n`,
    );
    // Abstract names are those of a network namespace.
    const systemd = await receiver(ns, address);
    const env = { NOTIFY_SOCKET: address, WATCHDOG_USEC: "100000" };
    await using nlmon = ns.nlmonWith(env, "-i", "none", "--config", config);
    const has = (text: string) => () => systemd.told().some((line) => line.startsWith(text));
    await eventually(has("READY=1|STATUS=watching link and address; 1 rule"), "ready");
    await eventually(
      () => systemd.told().filter((line) => line === "WATCHDOG=1").length >= 3,
      "signs of life",
    );
    nlmon.signal("SIGHUP");
    await eventually(has("RELOADING=1|MONOTONIC_USEC="), "reloading");
    const usec = Number(/MONOTONIC_USEC=(\d+)/.exec(systemd.told().join())![1]);
    const now = Number(await ns.run("python3", "-c", "import time; print(time.monotonic())"));
    expect(now - usec / 1e6).toBeGreaterThan(0);
    expect(now - usec / 1e6).toBeLessThan(10);
    await eventually(
      () => systemd.told().filter((line) => line.startsWith("READY=1")).length === 2,
      "ready once more",
    );
    expect((await nlmon.end("SIGTERM")).code).toBe(143);
    await eventually(has("STOPPING=1"), "stopping");
    await eventually(() => Bun.file(seen).size > 0, "the hook");
    expect(readFileSync(seen, "utf8")).toBe("\n");
    await systemd.end();
  },
);
