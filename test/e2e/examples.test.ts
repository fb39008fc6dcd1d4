/** What examples/ shows, run for real. */
import { afterAll, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { loadConfig } from "../../src/cli/config/load.ts";
import { DnsServer, SECRET, SERVERS } from "./dns-server.ts";
import { installed } from "./installed.ts";
import { type Json, Namespace } from "./namespace.ts";

const EXAMPLES = resolve(import.meta.dir, "../../examples");
const BINARY = resolve(import.meta.dir, "../../dist/nlmon");
const folder = mkdtempSync(join(tmpdir(), "nlmon-examples-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function eventually(condition: () => Promise<boolean> | boolean, what: string): Promise<void> {
  const late = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > late) throw new Error(`waited for ${what}`);
    await Bun.sleep(20);
  }
}

async function uplinks(ns: Namespace): Promise<void> {
  await ns.batch([
    "link add v0 type veth peer name v1",
    "link add w0 type veth peer name w1",
    ...["v0", "v1", "w0", "w1"].map((name) => `link set ${name} addrgenmode none`),
    ...["v1", "w1", "v0", "w0"].map((name) => `link set ${name} up`),
  ]);
}

describe.skipIf(!SERVERS.includes("bind") || !installed("nsupdate"))("update-dns.sh", () => {
  const NAME = "host.example.com";
  const key = join(folder, "key");
  writeFileSync(key, `key "key1" {\n\talgorithm hmac-sha256;\n\tsecret "${SECRET}";\n};\n`, { mode: 0o600 });
  const env = { DNS_NAME: NAME, DNS_KEY_FILE: key, DNS_SERVER: "127.0.0.1" };
  const script = join(EXAMPLES, "update-dns.sh");

  async function run(ns: Namespace, more: Record<string, string>): Promise<{ out: string; code: number }> {
    const child = ns.spawn(["sh", "-c", '"$0" 2>&1', script], { ...env, ...more });
    return { out: await new Response(child.stdout).text(), code: await child.exited };
  }

  test("the records follow the addresses, both families", async () => {
    await using ns = await Namespace.create();
    await uplinks(ns);
    await using dns = await DnsServer.start(ns, "bind");
    const records = async (): Promise<string> =>
      [...(await dns.ask(NAME, "A")), ...(await dns.ask(NAME, "AAAA"))].join(" ");
    await ns.ip("addr add 192.0.2.1/24 dev v0");
    const options = ["-i", "v0", "--on", "addresses.changed", "--exec-on-start", "--exec", script];
    const nlmon = ns.spawn([BINARY, ...options], env);
    await eventually(async () => (await records()) === "192.0.2.1", "the address found at the start");
    await ns.batch([
      "addr add 2001:db8::7/64 dev v0 nodad",
      "addr add fd00::7/64 dev v0 nodad",
      "addr add 198.51.100.9/24 dev v0",
      "addr add 203.0.113.1/24 dev w0",
      "addr del 192.0.2.1/24 dev v0",
    ]);
    await eventually(async () => (await records()) === "198.51.100.9 2001:db8::7", "both families");
    await ns.ip("addr flush dev v0");
    await eventually(async () => (await records()) === "", "no address any more");
    nlmon.kill("SIGINT");
    expect(await nlmon.exited).toBe(0);
    expect(await new Response(nlmon.stderr).text()).not.toContain("warning");
  });

  test("a dry run finds the zone, and sends nothing", async () => {
    await using ns = await Namespace.create();
    await uplinks(ns);
    await using dns = await DnsServer.start(ns, "bind");
    await ns.ip("addr add 192.0.2.1/24 dev v0");
    const { out, code } = await run(ns, { DNS_DRY_RUN: "1", DNS_INTERFACE: "v0", DNS_TTL: "60" });
    expect(code).toBe(0);
    expect(out.split("\n").slice(0, 4)).toEqual([
      "server 127.0.0.1",
      "zone example.com.",
      `update delete ${NAME}. A`,
      `update add ${NAME}. 60 A 192.0.2.1`,
    ]);
    expect(await dns.ask(NAME, "A")).toEqual([]);
  });

  test("what cannot be done is said, and fails", async () => {
    await using ns = await Namespace.create();
    for (const [more, said] of [
      [{ DNS_NAME: "" }, "set DNS_NAME"],
      [{ DNS_NAME: "x\nupdate delete example.com" }, "only letters, digits"],
      [{ DNS_KEY_FILE: "/nonexistent" }, "cannot read the key in /nonexistent"],
      [{ DNS_FAMILIES: "ipx", DNS_ZONE: "example.com" }, "ipx is neither inet nor inet6"],
      [{ DNS_ZONE: "example.com" }, "the server did not take the update"],
    ] as const) {
      const { out, code } = await run(ns, more);
      expect(out).toContain(said);
      expect(code).not.toBe(0);
    }
  });
});

test("on-link-down-failover.sh: the default route moves, and moves back", async () => {
  await using ns = await Namespace.create();
  await uplinks(ns);
  await ns.batch([
    "addr add 192.0.2.1/24 dev v0",
    "addr add 198.51.100.1/24 dev w0",
    "route add default via 192.0.2.254 dev v0 metric 100",
  ]);
  const first = async () => (await ns.json("route show default"))[0]?.dev;
  const script = join(EXAMPLES, "on-link-down-failover.sh");
  const options = ["-i", "v0", "--on", "link.up,link.down", "--exec-on-start", "--exec", script];
  const nlmon = ns.spawn([BINARY, "-f", "json", ...options], { BACKUP: "w0", BACKUP_VIA: "198.51.100.254" });
  await eventually(async () => (await first()) === "v0", "the first uplink");
  await ns.ip("link set v1 down");
  await eventually(async () => (await first()) === "w0", "the second uplink");
  await ns.ip("link set v1 up");
  await eventually(async () => (await ns.json("route show default")).length === 1, "the first one again");
  expect(await first()).toBe("v0");
  nlmon.kill("SIGINT");
  expect(await nlmon.exited).toBe(0);
});

/** Answers every POST, the first with 500; says what it got, a line each. */
const WEB_SERVER = `let first = true;
const server = Bun.serve({ hostname: "127.0.0.1", port: 8080, async fetch(request) {
  console.log(JSON.stringify({ authorization: request.headers.get("authorization"), body: await request.json() }));
  const status = first ? 500 : 200; first = false;
  return new Response("", { status });
} });
console.log(JSON.stringify({ listening: server.port }));`;

test.skipIf(!installed("curl"))("notify-webhook.sh: posts the event, and again after a failure", async () => {
  await using ns = await Namespace.create();
  await uplinks(ns);
  const token = join(folder, "token");
  writeFileSync(token, "s3cret\n");
  const out = join(folder, "posts");
  const server = ns.spawn(["sh", "-c", `exec "$0" -e "$1" > ${out}`, process.execPath, WEB_SERVER]);
  const got = () =>
    existsSync(out)
      ? readFileSync(out, "utf8")
          .split("\n")
          .slice(0, -1)
          .map((line) => JSON.parse(line) as Json)
      : [];
  await eventually(() => got().length === 1, "the server");
  const exec = ["--exec-retry", "1", "--exec", join(EXAMPLES, "notify-webhook.sh")];
  const env = { WEBHOOK_URL: "http://127.0.0.1:8080/", WEBHOOK_TOKEN_FILE: token };
  await using nlmon = ns.nlmonWith(
    env,
    "-f",
    "json",
    "-i",
    "v0",
    "--on",
    "link.changed,monitor.ready",
    ...exec,
  );
  await nlmon.ready();
  await eventually(() => got().length === 2, "the first post");
  await ns.ip("link set v0 mtu 1400");
  await eventually(() => got().some(({ body }) => (body as Json | undefined)?.ifname === "v0"), "the post");
  const [, refused, ...posts] = got();
  expect(refused).toMatchObject({ authorization: "Bearer s3cret", body: { event: "monitor.ready" } });
  expect(posts.at(-1)).toMatchObject({ body: { event: "link.changed", changed: { mtu: [1500, 1400] } } });
  server.kill();
  await server.exited;
});

test("nlmon.toml is right but for the programs that are not here", () => {
  const { rules, warnings } = loadConfig(join(EXAMPLES, "nlmon.toml"));
  expect(rules.map(({ label }) => label)).toEqual(["dns", "failover", "log"]);
  for (const warning of warnings) expect(warning).toMatch(/: \/etc\/nlmon\/[\w.-]+: no such file$/);
});

test.skipIf(!installed("systemd-analyze"))("nlmon.service: verified, and little exposed", () => {
  const unit = join(folder, "nlmon.service");
  const text = readFileSync(join(EXAMPLES, "nlmon.service"), "utf8");
  writeFileSync(unit, text.replace("/usr/local/bin/nlmon", BINARY));
  const analyze = (...words: string[]) => {
    const { stdout, stderr, exitCode } = Bun.spawnSync(["systemd-analyze", ...words, unit]);
    return { said: `${stdout}${stderr}`, exitCode };
  };
  expect(analyze("verify")).toEqual({ said: "", exitCode: 0 });
  // The threshold is in tenths: 2.0.
  const { exitCode } = analyze("security", "--offline=true", "--threshold=20", "--no-pager");
  expect(exitCode).toBe(0);
});
