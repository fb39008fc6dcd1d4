import { expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Monitor, Namespace } from "./namespace.ts";

/** Ticks of 10 ms that a process has taken so far, of its own and in the kernel; proc_pid_stat(5). */
function ticks({ pid }: Monitor): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

const routes = (verb: string, count: number, rest: string): string[] =>
  Array.from(
    { length: count },
    (_, i) => `route ${verb} 10.${i >> 16}.${(i >> 8) & 255}.${i & 255}/32 ${rest}`,
  );

test("100,000 messages of another table cost nothing, and none of them is lost or counted", async () => {
  await using ns = await Namespace.create();
  await using nlmon = await ns.nlmon("-f", "json", "-o", "route", "--rcvbuf", "64K").ready();
  const before = ticks(nlmon);
  await ns.batch(routes("add", 50_000, "dev lo table 100"));
  await ns.batch(routes("del", 50_000, "dev lo table 100"));
  await ns.ip("route add 192.0.2.0/24 dev lo");
  await nlmon.event("route.added");
  expect(ticks(nlmon) - before).toBeLessThanOrEqual(3);
  expect(nlmon.events.map(({ event }) => event)).toEqual(["monitor.ready", "route.added"]);
  expect(nlmon.stderr).toBe("");
});

test("what is asked for comes, whatever else is left out", async () => {
  await using ns = await Namespace.create();
  await using other = await ns.nlmon("-f", "json", "-o", "route", "--table", "1000", "-6").ready();
  await using local = await ns
    .nlmon("-f", "json", "-o", "address,route", "-4", "--table", "local,main")
    .ready();
  await using rules = await ns.nlmon("-f", "json", "-o", "rule", "-6").ready();
  await using all = await ns.nlmon("-f", "json", "-o", "route", "--table", "all").ready();
  await using raw = ns.nlmon("-v", "--raw", "-f", "json", "-o", "route", "-6");
  await raw.until(({ stderr }) => stderr.includes("watching"), "the start");
  await ns.batch([
    "addr add 192.0.2.1/32 dev lo",
    "addr add 2001:db8::1/128 dev lo",
    "route add 198.51.100.0/24 dev lo table 1000",
    "route add 2001:db8:1::/48 dev lo table 1000",
    "route add 2001:db8:2::/48 dev lo table 1001",
    "rule add from 192.0.2.1 table 1000",
    "route add 2001:db8:9::/48 dev lo",
  ]);
  await ns.ip("-6 rule add from 2001:db8::1 table 1000");
  await ns.ip("route add 203.0.113.0/24 dev lo");
  const told = ({ events }: Monitor) =>
    events.flatMap(({ event, address, route, rule }) => {
      const body = (address ?? route ?? rule) as { local?: string; dst?: string; src?: string } | undefined;
      return body === undefined ? [] : `${event} ${body.local ?? body.dst ?? body.src}`;
    });
  const heard = (nlmon: Monitor, what: string) => nlmon.until((one) => told(one).includes(what), what);
  await heard(all, "route.added 203.0.113.0/24");
  await heard(local, "route.added 203.0.113.0/24");
  await heard(rules, "rule.added 2001:db8::1");
  await heard(other, "route.added 2001:db8:1::/48");
  await raw.until(
    ({ events }) =>
      events.some(({ route }) => (route as { dst?: string } | undefined)?.dst === "2001:db8:9::/48"),
    "the message",
  );
  expect(told(other)).toEqual(["route.added 2001:db8:1::/48"]);
  expect(told(rules)).toEqual(["rule.added 2001:db8::1"]);
  expect(told(local)).toEqual(expect.arrayContaining(["address.added 192.0.2.1", "route.added 192.0.2.1"]));
  for (const dst of ["198.51.100.0/24", "2001:db8:1::/48", "2001:db8:2::/48", "2001:db8::1", "192.0.2.1"])
    expect(told(all)).toContain(`route.added ${dst}`);
});

test("a rule that is read later widens it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "nlmon-"));
  const path = join(folder, "nlmon.toml");
  const rule = (table: string) =>
    writeFileSync(
      path,
      `[[rule]]\non = ["route.added"]\ntable = ["${table}"]\nexec = 'echo "$NLMON_DST in $NLMON_TABLE"'\n`,
    );
  try {
    rule("200");
    await using ns = await Namespace.create();
    await using nlmon = await ns.nlmon("-f", "json", "-v", "--config", path).ready();
    await ns.ip("route add 192.0.2.0/25 dev lo table 100");
    await ns.ip("route add 192.0.2.0/26 dev lo table 200");
    await nlmon.until(({ stderr }) => stderr.includes("192.0.2.0/26 in 200"), "the first");
    rule("100");
    nlmon.signal("SIGHUP");
    await nlmon.until(({ stderr }) => stderr.includes("read again"), "the rule");
    await ns.ip("route add 192.0.2.0/27 dev lo table 100");
    await nlmon.until(({ stderr }) => stderr.includes("192.0.2.0/27 in 100"), "the second");
    expect(nlmon.stderr).not.toContain("192.0.2.0/27 in 200");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
