import { expect, test } from "bun:test";
import { BINARY, Namespace } from "./namespace.ts";

interface Report {
  nlmon: string;
  verdict: string;
  checks: { check: string; verdict: string; found: string; remedy?: string }[];
}

async function doctor(command: readonly string[]): Promise<{ out: string; err: string; code: number }> {
  const child = Bun.spawn([...command], { stdout: "pipe", stderr: "pipe" });
  const [out, err, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { out, err, code };
}

test("what works is ok; each finding that is not has a remedy", async () => {
  await using ns = await Namespace.create();
  const report = JSON.parse(await ns.run(BINARY, "doctor", "-f", "json")) as Report;
  const verdicts = Object.fromEntries(report.checks.map(({ check, verdict }) => [check, verdict]));
  for (const check of ["kernel", "libc", "event loop", "netlink", "state", "/proc"])
    expect([check, verdicts[check]]).toEqual([check, "ok"]);
  for (const { verdict, remedy } of report.checks) expect(remedy === undefined).toBe(verdict === "ok");
  expect(report.verdict).not.toBe("trouble");
  const text = await ns.run(BINARY, "doctor");
  for (const { check } of report.checks) expect(text).toContain(check);
  expect(text.split("\n").every((line) => line.length <= 130)).toBe(true);
});

test("where libc cannot be called: trouble with its remedy, exit 1", async () => {
  const { out, err, code } = await doctor(["prlimit", "--as=1900000000", BINARY, "doctor", "-f", "json"]);
  expect([err, code]).toEqual(["", 1]);
  const { verdict, checks } = JSON.parse(out) as Report;
  expect(verdict).toBe("trouble");
  expect(checks.find(({ check }) => check === "libc")).toEqual({
    check: "libc",
    verdict: "trouble",
    found: expect.stringContaining("JIT"),
    remedy: expect.stringContaining("MemoryDenyWriteExecute=no"),
  });
});

test.skipIf(process.getuid?.() !== 0)("without capabilities: notes, exit 0", async () => {
  const drop = ["setpriv", "--bounding-set", "-net_admin,-sys_admin"];
  const { out, code } = await doctor([...drop, BINARY, "doctor", "-f", "json"]);
  expect(code).toBe(0);
  const { checks } = JSON.parse(out) as Report;
  const found = checks.find(({ check }) => check === "capabilities")!;
  expect(found.verdict).toBe("note");
  expect(found.found).toContain("CAP_NET_ADMIN");
});
