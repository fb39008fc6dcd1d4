import { afterAll, expect, test } from "bun:test";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DnsServer, KEY, KEYS, type Kind, SECRET, SERVERS } from "./dns-server.ts";
import { BINARY, Monitor, Namespace } from "./namespace.ts";

const NAME = "host.example.com";
const FILES = mkdtempSync(join(tmpdir(), "nlmon-ddns-"));
afterAll(() => rmSync(FILES, { recursive: true }));

/** A file with a key of this text. */
function keyFile(text: string): string {
  const path = join(FILES, Bun.hash(text).toString(16));
  writeFileSync(path, text);
  chmodSync(path, 0o600);
  return path;
}

const TO = ["--name", NAME, "--server", "127.0.0.1", "--key-file", keyFile(KEY)];

const VETH = [
  "link add v0 type veth peer name v1",
  "link set v0 addrgenmode none",
  "link set v1 addrgenmode none",
  "link set v0 up",
  "link set v1 up",
];

async function scene(kind: Kind): Promise<{ ns: Namespace; server: DnsServer } & AsyncDisposable> {
  const ns = await Namespace.create();
  await ns.batch(VETH);
  const server = await DnsServer.start(ns, kind);
  return {
    ns,
    server,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await ns[Symbol.asyncDispose]();
    },
  };
}

/** Runs `nlmon ddns` to its end. */
async function ddns(
  ns: Namespace,
  ...options: string[]
): Promise<{ code: number; out: string; err: string }> {
  await using run = ns.nlmon("ddns", ...options);
  const code = await run.exit();
  return { code, out: run.lines.join("\n"), err: run.stderr };
}

/** Waits until the server has exactly this; how long it took, in ms. */
async function until(server: DnsServer, name: string, type: string, ...data: string[]): Promise<number> {
  const from = performance.now();
  for (;;) {
    const has = await server.ask(name, type);
    const ms = performance.now() - from;
    if (has.join() === [...data].sort().join()) return ms;
    if (ms > 10_000) throw new Error(`${name} ${type} is ${has.join(" ")}, not ${data.join(" ")}`);
    await Bun.sleep(20);
  }
}

const says = (run: Monitor, text: string): Promise<void> =>
  run.until(({ stderr }) => stderr.includes(text), text);

for (const kind of SERVERS) {
  test.concurrent(`${kind}: the addresses of a host, from its start to its end`, async () => {
    await using host = await scene(kind);
    const { ns, server } = host;
    await using run = ns.nlmon("ddns", ...TO);
    const took: number[] = [];
    const expectSet = async (type: string, ...data: string[]) =>
      took.push(await until(server, NAME, type, ...data));

    await ns.ip("addr add 192.0.2.10/24 dev v0");
    await expectSet("A", "192.0.2.10");
    // When the first address of a network goes, the second one takes its place.
    await ns.run("sysctl", "-qw", "net.ipv4.conf.v0.promote_secondaries=1");
    // Another network of the interface, and a second address that the kernel calls secondary.
    await ns.batch(["addr add 198.51.100.5/24 dev v0", "addr add 192.0.2.20/24 dev v0"]);
    await expectSet("A", "192.0.2.10", "198.51.100.5");
    // Replaced: one is taken away, another comes.
    await ns.batch(["addr del 198.51.100.5/24 dev v0", "addr add 203.0.113.5/24 dev v0"]);
    await expectSet("A", "192.0.2.10", "203.0.113.5");
    // Flapping: gone and back.
    await ns.batch(["addr del 203.0.113.5/24 dev v0", "addr add 203.0.113.5/24 dev v0"]);
    await ns.ip("link set v0 mtu 1400");

    // IPv6: a stable address, from which the kernel makes a temporary one.
    await ns.run("sysctl", "-qw", "net.ipv6.conf.v0.use_tempaddr=2");
    await ns.ip("addr add 2001:db8:1::10/64 dev v0 mngtmpaddr valid_lft 9000 preferred_lft 8000");
    // Not before duplicate address detection, which takes its own time.
    await until(server, NAME, "AAAA", "2001:db8:1::10");
    const all = await ns.json("addr show dev v0");
    expect(JSON.stringify(all)).toContain('"temporary":true');
    // The provider gives another prefix; the old one is deprecated, and goes later.
    await ns.batch([
      "addr change 2001:db8:1::10/64 dev v0 mngtmpaddr valid_lft 900 preferred_lft 0",
      "addr add 2001:db8:2::10/64 dev v0 nodad mngtmpaddr valid_lft 9000 preferred_lft 8000",
    ]);
    await expectSet("AAAA", "2001:db8:2::10");
    await ns.ip("addr del 2001:db8:1::10/64 dev v0");
    // No address of the family is left, and the record stays.
    await ns.ip("link set v1 down");
    await says(run, "no address for it now, it stays as it is");
    await ns.ip("link set v1 up");
    await ns.ip("addr del 192.0.2.10/24 dev v0");
    await expectSet("A", "192.0.2.20", "203.0.113.5");

    for (const ms of took) expect(ms).toBeLessThan(3000);
    const { code } = await run.end("SIGTERM");
    expect(code).toBe(143);
    // Every set that there ever was to be seen: one step for each change, and none that should not be.
    const v4 = (...data: string[]) => data.map((one) => `${NAME}. A ${one}`);
    const v6 = (...data: string[]) => data.map((one) => `${NAME}. AAAA ${one}`);
    expect(states(await server.history())).toEqual([
      v4("192.0.2.10"),
      v4("192.0.2.10", "198.51.100.5"),
      v4("192.0.2.10", "203.0.113.5"),
      [...v4("192.0.2.10", "203.0.113.5"), ...v6("2001:db8:1::10")],
      [...v4("192.0.2.10", "203.0.113.5"), ...v6("2001:db8:2::10")],
      [...v4("192.0.2.20", "203.0.113.5"), ...v6("2001:db8:2::10")],
    ]);
    expect(await server.serial()).toBe(7);
  }, 60_000);
}

/** What was there after each step, the records of the zone's file left out. */
function states(history: Awaited<ReturnType<DnsServer["history"]>>): string[][] {
  const now = new Set<string>();
  return history.map(({ removed, added }) => {
    for (const record of removed) now.delete(record);
    for (const record of added) now.add(record);
    return [...now].sort();
  });
}

/** What goes wrong, how it is provoked, and what is said of it; each changes nothing. */
type Trouble = readonly [what: string, options: readonly string[], says: RegExp];

const withKey = (text: string): string[] => ["--key-file", keyFile(text)];
const AT = ["--server", "127.0.0.1"];
const HOST = ["--name", NAME, ...AT];
const RIGHT = withKey(KEYS.right);

const TROUBLE: Readonly<Record<Kind, readonly Trouble[]>> = {
  bind: [
    [
      "REFUSED",
      [...HOST, ...withKey(KEYS.withoutRights)],
      /127\.0\.0\.1 refuses: key key2 \(hmac-sha256\) may not change host\.example\.com A; check update-policy/,
    ],
    ["no key", HOST, /refuses to have host\.example\.com A changed without a key: give one with --key-file/],
    [
      "NOTAUTH",
      ["--name", "host.example.org", "--zone", "example.org", ...AT, ...RIGHT],
      /127\.0\.0\.1 is not the server of zone example\.org: check --zone, and give the primary/,
    ],
  ],
  knot: [
    [
      "BADKEY",
      [...HOST, ...withKey(KEYS.withoutRights)],
      /does not accept key key2 .*; Knot also says so when no acl/,
    ],
    ["no key", HOST, /is not the server of zone example\.com, or wants a key \(--key-file\)/],
    [
      "NOTAUTH",
      ["--name", "host.example.org", "--zone", "example.org", ...AT, ...RIGHT],
      /127\.0\.0\.1 refuses, without a signature: often it is not a server of zone example\.org/,
    ],
  ],
};
const BOTH: readonly Trouble[] = [
  ["BADKEY", [...HOST, ...withKey(KEYS.unknown)], /does not accept key nobody \(hmac-sha256\) \(BADKEY\)/],
  [
    "BADKEY of another algorithm",
    [...HOST, ...withKey(KEYS.otherAlgorithm)],
    /does not accept key key1 \(hmac-sha384\) \(BADKEY\)/,
  ],
  [
    "BADSIG",
    [...HOST, ...withKey(KEYS.otherSecret)],
    /finds the signature wrong \(BADSIG\): another secret has the name key1 there/,
  ],
  [
    "CNAME",
    ["--name", "alias.example.com", ...AT, ...RIGHT],
    /alias\.example\.com is an alias \(CNAME\) of ns1\.example\.com/,
  ],
  [
    "SERVFAIL",
    ["--name", "host.broken.example", "--zone", "broken.example", ...AT, ...RIGHT],
    /cannot do it now \(SERVFAIL\): its log says why; often zone broken\.example is not loaded/,
  ],
  [
    "nobody there",
    ["--name", NAME, "--zone", "example.com", "--server", "127.0.0.9", ...RIGHT],
    /127\.0\.0\.9 cannot be connected to/,
  ],
];

for (const kind of SERVERS) {
  test.concurrent(`${kind}: what goes wrong is said, with what to check, and changes nothing`, async () => {
    await using host = await scene(kind);
    const { ns, server } = host;
    await ns.ip("addr add 192.0.2.10/24 dev v0");
    for (const [what, options, says] of [...BOTH, ...TROUBLE[kind]]) {
      const { code, err } = await ddns(ns, ...options, "--once");
      expect([what, code, err]).toEqual([what, 1, expect.stringMatching(says)]);
      expect(err).not.toContain(SECRET);
    }
    // The clock is wrong, by an hour and by ten minutes.
    for (const [offset, words] of [
      ["+1h", "3600 s behind"],
      ["-10m", "600 s ahead of"],
    ] as const) {
      const env = { FAKETIME_DONT_FAKE_MONOTONIC: "1" };
      const command = ["faketime", "-f", offset, BINARY, "ddns", ...HOST, ...RIGHT, "--once"];
      await using run = new Monitor(ns.spawn(command, env));
      expect(await run.exit()).toBe(1);
      expect(run.stderr).toMatch(
        new RegExp(
          `127.0.0.1 has a clock (3599|${words.split(" ")[0]}|601|599) s ${words.split(" s ")[1]} this host's \\(BADTIME\\)`,
        ),
      );
    }
    expect(await server.serial()).toBe(1);
  }, 30_000);
}
