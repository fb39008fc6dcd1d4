import { afterAll, expect, test } from "bun:test";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DnsServer, KEY, KEYS, type Kind, SECRET, SERVERS } from "./dns-server.ts";
import { installed } from "./installed.ts";
import { BINARY, Monitor, Namespace } from "./namespace.ts";

const NAME = "host.example.com";
const FILES = mkdtempSync(join(tmpdir(), "nlmon-ddns-"));
afterAll(() => rmSync(FILES, { recursive: true }));

/** For a test, in ms: most of the time these wait for one another. */
const LIMIT = 60_000;

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

test(
  "the addresses of a host, from its start to its end, on each server",
  async () => {
    await Promise.all(SERVERS.map(live));
  },
  LIMIT,
);

async function live(kind: Kind): Promise<void> {
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

  // 2 s of them are the quiet time. What is asked here takes its time on a busy machine, now and then.
  const sorted = took.sort((a, b) => a - b);
  expect(sorted[sorted.length >> 1]).toBeLessThan(3000);
  expect(sorted.at(-1)).toBeLessThan(6000);
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
      /127\.0\.0\.1 refuses to tell host\.example\.org A: it is no server of zone example\.org/,
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

const FAKETIME = installed("faketime");
const KNSUPDATE = installed("knsupdate");
/** A second may pass between the two clocks. */
const CLOCKS = [
  ["+1h", /127\.0\.0\.1 has a clock (3600|3599) s behind this host's \(BADTIME\): set the clock/],
  ["-10m", /127\.0\.0\.1 has a clock (600|601) s ahead of this host's \(BADTIME\): set the clock/],
] as const;

for (const kind of SERVERS) {
  test.concurrent(
    `${kind}: what goes wrong is said, with what to check, and changes nothing`,
    async () => {
      await using host = await scene(kind);
      const { ns, server } = host;
      await ns.ip("addr add 192.0.2.10/24 dev v0");
      for (const [what, options, says] of [...BOTH, ...TROUBLE[kind]]) {
        const { code, err } = await ddns(ns, ...options, "--once");
        expect([what, code, err]).toEqual([what, 1, expect.stringMatching(says)]);
        expect(err).not.toContain(SECRET);
      }
      // The clock is wrong, by an hour and by ten minutes.
      for (const [offset, says] of FAKETIME ? CLOCKS : []) {
        const env = { FAKETIME_DONT_FAKE_MONOTONIC: "1" };
        const command = ["faketime", "-f", offset, BINARY, "ddns", ...HOST, ...RIGHT, "--once"];
        await using run = new Monitor(ns.spawn(command, env));
        expect([await run.exit(), run.stderr]).toEqual([1, expect.stringMatching(says)]);
      }
      expect(await server.serial()).toBe(1);
    },
    LIMIT,
  );
}

/** Somebody between nlmon and the server, at 127.0.0.2. */
async function between(ns: Namespace, how: string, ...more: string[]): Promise<Monitor> {
  const proxy = new Monitor(
    ns.spawn([process.execPath, join(import.meta.dir, "fixtures/dns-between.ts"), how, ...more]),
  );
  await proxy.until(({ lines }) => lines.includes("listening"), "the one between");
  return proxy;
}

const TOO_SHORT: Readonly<Record<Kind, RegExp>> = {
  bind: /wants longer signatures than hmac-sha512-256 \(BADTRUNC\)/,
  knot: /\(BADSIG\).*, or truncated signatures are not for it \(Knot\)/,
};
const BETWEEN = ["--name", NAME, "--zone", "example.com", "--server", "127.0.0.2", ...RIGHT];

for (const kind of SERVERS) {
  test.concurrent(
    `${kind}: a forged answer, an old one and a damaged one count for nothing`,
    async () => {
      await using host = await scene(kind);
      const { ns, server } = host;
      await ns.ip("addr add 192.0.2.10/24 dev v0");
      const state = join(server.directory, "state.json");
      for (const [how, says] of [
        ["unsigned", /127\.0\.0\.2 sends an answer that is not signed: it counts for nothing/],
        ["damage", /127\.0\.0\.2 sends a damaged answer: 2 bytes after the last record/],
        ["servfail", /cannot do it now \(SERVFAIL\).*\(this answer is not signed\)/],
        ["notimp", /takes no updates \(NOTIMP\)/],
      ] as const) {
        await using _ = await between(ns, how);
        const { code, err } = await ddns(ns, ...BETWEEN, "-4", "--once", "--state", state);
        expect([how, code, err]).toEqual([how, 1, expect.stringMatching(says)]);
        expect(existsSync(state)).toBe(false);
      }
      expect(await server.serial()).toBe(1);

      await using _ = await between(ns, "replay");
      expect((await ddns(ns, ...BETWEEN, "-4", "--once")).code).toBe(0);
      await ns.batch(["addr del 192.0.2.10/24 dev v0", "addr add 192.0.2.11/24 dev v0"]);
      const { code, err } = await ddns(ns, ...BETWEEN, "-4", "--once", "--state", state);
      expect([code, err]).toEqual([
        1,
        expect.stringMatching(
          /127\.0\.0\.2 sends an answer whose signature is wrong: it is forged, an old one/,
        ),
      ]);
      expect(existsSync(state)).toBe(false);
      expect(await server.ask(NAME, "A")).toEqual(["192.0.2.10"]);
    },
    LIMIT,
  );

  test.concurrent(
    `${kind}: a rival, a name of another zone, and a server that has stopped`,
    async () => {
      await using host = await scene(kind);
      const { ns, server } = host;
      await ns.ip("addr add 192.0.2.10/24 dev v0");
      await using _ = await between(ns, "rival", KEY);
      const rival = await ddns(ns, ...BETWEEN, "-4", "--once");
      expect([rival.code, rival.err]).toEqual([
        1,
        expect.stringMatching(
          /has another host\.example\.com A than a moment ago: .* changes it too \(YXRRSET\)/,
        ),
      ]);
      const fixture = join(import.meta.dir, "fixtures/not-in-zone.ts");
      expect(await ns.run(process.execPath, fixture, KEY)).toBe(
        "127.0.0.1 says that host.example.org A is not in zone example.com: check --zone",
      );
      server.pause();
      const stopped = await ddns(ns, ...HOST, "--zone", "example.com", ...RIGHT, "-4", "--once");
      expect([stopped.code, stopped.err]).toEqual([
        1,
        expect.stringMatching(/127\.0\.0\.1 took the message and does not answer/),
      ]);
    },
    LIMIT,
  );

  test.concurrent(
    `${kind}: an update that comes once more, later, changes nothing`,
    async () => {
      await using host = await scene(kind);
      const { ns, server } = host;
      await using late = await between(ns, "late");
      for (const address of ["192.0.2.10", "192.0.2.11", "192.0.2.12"]) {
        await ns.ip(`addr add ${address}/24 dev v0`);
        expect((await ddns(ns, ...BETWEEN, "-4", "--once")).code).toBe(0);
        await ns.ip(`addr del ${address}/24 dev v0`);
      }
      const serial = await server.serial();
      late.type("\n");
      await late.until(({ lines }) => lines.length > 1, "the answer to the late one");
      // YXRRSET: there was no record when it was made.
      expect(late.lines[1]).toBe("again 7");
      expect(await server.ask(NAME, "A")).toEqual(["192.0.2.12"]);
      expect(await server.serial()).toBe(serial);
    },
    LIMIT,
  );

  test.concurrent(
    `${kind}: the next server when one does not do it, over IPv6, with connections that are cut`,
    async () => {
      await using host = await scene(kind);
      const { ns, server } = host;
      await ns.ip("addr add 192.0.2.10/24 dev v0");
      {
        await using _ = await between(ns, "servfail");
        // Nobody listens at the first one.
        const servers = ["127.0.0.9", "127.0.0.2", "::1"].flatMap((at) => ["--server", at]);
        const { code, err } = await ddns(ns, "--name", NAME, ...servers, ...RIGHT, "-4", "--once");
        expect([code, err]).toEqual([
          0,
          expect.stringMatching(/host\.example\.com A none -> 192\.0\.2\.10 \(::1, /),
        ]);
      }
      await ns.ip("addr add 2001:db8:1::10/64 dev v0 nodad");
      await using _ = await between(ns, "cut");
      expect((await ddns(ns, ...BETWEEN, "--once")).code).toBe(0);
      expect(await server.ask(NAME, "AAAA")).toEqual(["2001:db8:1::10"]);
      expect(await server.serial()).toBe(3);
    },
    LIMIT,
  );

  test.concurrent(
    `${kind}: every algorithm, every form of a key`,
    async () => {
      await using host = await scene(kind);
      const { ns } = host;
      const bindForm = `# a key\nkey "key1" {\n  algorithm hmac-sha256; // which\n  secret "${SECRET.slice(0, 8)} ${SECRET.slice(8)}";\n};\n`;
      const bindOnly = kind === "bind" ? [KEYS.truncated] : [];
      for (const key of [KEYS.right, KEYS.sha512, KEYS.sha1, bindForm, ...bindOnly]) {
        const { code, out, err } = await ddns(ns, ...HOST, ...withKey(key), "--check");
        expect([key, code, out]).toEqual([
          key,
          0,
          expect.stringMatching(/127\.0\.0\.1 takes updates of zone example\.com with key/),
        ]);
        expect(err).toBe("");
      }
      const short = await ddns(ns, ...HOST, ...withKey(KEYS.tooShort), "--check");
      expect(short).toMatchObject({ code: 1, err: expect.stringMatching(TOO_SHORT[kind]) });
      const md5 = [...HOST, ...withKey(KEYS.md5), "--check"];
      expect(await ddns(ns, ...md5)).toMatchObject({
        code: 2,
        err: expect.stringMatching(/hmac-md5 is broken/),
      });
      expect(await ddns(ns, ...md5, "--allow-md5")).toMatchObject({ code: 0 });
      const command = [BINARY, "ddns", ...HOST, "--check"];
      await using run = new Monitor(ns.spawn(command, { NLMON_DDNS_KEY: KEYS.right }));
      expect(await run.exit()).toBe(0);
      expect(run.lines.join()).toMatch(/with key key1/);
    },
    LIMIT,
  );

  test.concurrent(
    `${kind}: PTR records, names that go, nsupdate, and what is known after a restart`,
    async () => {
      await using host = await scene(kind);
      const { ns, server } = host;
      const state = ["--state", join(server.directory, "state.json")];
      const all = [
        ...HOST,
        "--name",
        "second.example.com",
        ...RIGHT,
        "--ptr",
        "--on-loss",
        "delete",
        ...state,
      ];
      await ns.batch(["addr add 192.0.2.10/24 dev v0", "addr add 2001:db8:1::10/64 dev v0 nodad"]);
      expect(await ddns(ns, ...all, "--once")).toMatchObject({ code: 0 });
      const reverse6 = `0.1.0.0.${"0.".repeat(12)}0.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa`;
      expect(await server.ask("10.2.0.192.in-addr.arpa", "PTR")).toEqual([`${NAME}.`]);
      expect(await server.ask(reverse6, "PTR")).toEqual([`${NAME}.`]);
      expect(await server.ask("second.example.com", "AAAA")).toEqual(["2001:db8:1::10"]);

      // Once more: nothing is written.
      const serials = async () => [await server.serial(), await server.serial("2.0.192.in-addr.arpa")];
      const before = await serials();
      expect(await ddns(ns, ...all, "--once")).toMatchObject({
        code: 0,
        err: expect.stringMatching(/, as it was/),
      });
      expect(await serials()).toEqual(before);

      // Another address: the PTR record of the old one goes with it; not one that somebody else has made since.
      await ns.run(
        "sh",
        "-c",
        `printf 'server 127.0.0.1\nupdate delete ${reverse6} PTR\nupdate add ${reverse6} 60 PTR other.example.com\nsend\n' | nsupdate -y ${KEY}`,
      );
      await ns.batch([
        "addr del 192.0.2.10/24 dev v0",
        "addr add 192.0.2.11/24 dev v0",
        "addr del 2001:db8:1::10/64 dev v0",
      ]);
      expect(await ddns(ns, ...all, "--once")).toMatchObject({ code: 0 });
      expect(await server.ask(NAME, "A")).toEqual(["192.0.2.11"]);
      expect(await server.ask(NAME, "AAAA")).toEqual([]);
      expect(await server.ask("10.2.0.192.in-addr.arpa", "PTR")).toEqual([]);
      expect(await server.ask("11.2.0.192.in-addr.arpa", "PTR")).toEqual([`${NAME}.`]);
      expect(await server.ask(reverse6, "PTR")).toEqual(["other.example.com."]);

      // The same by nsupdate, from what --dry-run prints, and by --via.
      await ns.batch(["addr del 192.0.2.11/24 dev v0", "addr add 192.0.2.12/24 dev v0"]);
      const { out } = await ddns(ns, ...HOST, ...RIGHT, "-4", ...state, "--dry-run");
      expect(out.split("\n")).toEqual([
        "server 127.0.0.1 53",
        "prereq nxrrset host.example.com CNAME",
        "prereq yxrrset host.example.com A 192.0.2.11",
        "update delete host.example.com A",
        "update add host.example.com 300 A 192.0.2.12",
        "send",
      ]);
      await ns.run("sh", "-c", `printf '%s\n' '${out}' | nsupdate -y ${KEY}`);
      expect(await server.ask(NAME, "A")).toEqual(["192.0.2.12"]);
      await ns.batch(["addr del 192.0.2.12/24 dev v0", "addr add 192.0.2.13/24 dev v0"]);
      const via = await ddns(ns, ...HOST, ...RIGHT, "-4", ...state, "--via", "nsupdate", "--once");
      expect([via.code, via.err]).toEqual([0, expect.stringMatching(/A .*192\.0\.2\.13 \(127\.0\.0\.1/)]);
      expect(await server.ask(NAME, "A")).toEqual(["192.0.2.13"]);
      if (KNSUPDATE) {
        await ns.batch(["addr del 192.0.2.13/24 dev v0", "addr add 192.0.2.14/24 dev v0"]);
        const knot = ["--zone", "example.com", "--via", "knsupdate -v"];
        expect(await ddns(ns, ...HOST, ...RIGHT, "-4", ...state, ...knot, "--once")).toMatchObject({
          code: 0,
        });
        expect(await server.ask(NAME, "A")).toEqual(["192.0.2.14"]);
      }
      const wrong = await ddns(
        ns,
        ...HOST,
        ...withKey(KEYS.otherSecret),
        "-4",
        "--via",
        "nsupdate",
        "--once",
      );
      expect([wrong.code, wrong.err]).toEqual([1, expect.stringMatching(/BADSIG/)]);
      expect(wrong.err).not.toContain("b3Ro");
    },
    LIMIT,
  );

  test.concurrent(
    `${kind}: zone and server are found; a stub resolver is asked, and gets no update`,
    async () => {
      await using host = await scene(kind);
      const { ns, server } = host;
      await using stub = new Monitor(
        ns.spawn([process.execPath, join(import.meta.dir, "fixtures/dns-stub.ts")]),
      );
      await stub.until(({ lines }) => lines.includes("listening"), "the stub");
      const conf = join(server.directory, "resolv.conf");
      writeFileSync(conf, "options timeout:1 attempts:1\nnameserver 127.0.0.53\n");
      await ns.ip("addr add 192.0.2.10/24 dev v0");
      // Another mount namespace: this host's own file stays as it is.
      const bind = `mount --bind ${conf} /etc/resolv.conf && exec "$@"`;
      const command = [BINARY, "ddns", "--name", "deep.in.example.com", ...RIGHT, "-4", "--once"];
      await using run = new Monitor(ns.spawn(["unshare", "-m", "sh", "-c", bind, "sh", ...command]));
      const code = await run.exit();
      expect([code, run.stderr]).toEqual([
        0,
        expect.stringMatching(/A none -> 192\.0\.2\.10 \(127\.0\.0\.1, /),
      ]);
      expect(await server.ask("deep.in.example.com", "A")).toEqual(["192.0.2.10"]);
      const asked = ["deep.in.example.com", "in.example.com", "example.com", "ns1.example.com"];
      expect([...new Set(stub.lines.slice(1))]).toEqual(asked.map((name) => `question ${name}`));
      // Not even when somebody wants it.
      const there = ["--name", NAME, "--zone", "example.com", "--server", "127.0.0.53", ...RIGHT];
      expect(await ddns(ns, ...there, "--check")).toMatchObject({
        code: 2,
        err: expect.stringMatching(/that is systemd-resolved, which drops updates; give the zone's primary/),
      });
    },
    LIMIT,
  );

  test.concurrent(
    `${kind}: what somebody else has changed, wildcards, another TTL`,
    async () => {
      await using host = await scene(kind);
      const { ns, server } = host;
      const state = ["--state", join(server.directory, "state.json")];
      const once = (...options: string[]) => ddns(ns, ...AT, ...RIGHT, "-4", "--once", ...state, ...options);
      const change = (address: string) =>
        ns.run(
          "sh",
          "-c",
          `printf 'server 127.0.0.1\nupdate delete ${NAME} A\nupdate add ${NAME} 60 A ${address}\nsend\n' | nsupdate -y ${KEY}`,
        );
      await ns.ip("addr add 192.0.2.10/24 dev v0");
      expect(await once("--name", NAME)).toMatchObject({ code: 0 });
      // With the same address, and with another one.
      await change("203.0.113.66");
      const same = await once("--name", NAME);
      expect([same.code, same.err]).toEqual([
        0,
        expect.stringMatching(
          /A was 203\.0\.113\.66, not 192\.0\.2\.10: somebody else has changed it\n.*A 203\.0\.113\.66 -> 192\.0\.2\.10 /,
        ),
      ]);
      await change("203.0.113.67");
      await ns.batch(["addr del 192.0.2.10/24 dev v0", "addr add 192.0.2.11/24 dev v0"]);
      const other = await once("--name", NAME);
      expect([other.code, other.err]).toEqual([
        0,
        expect.stringMatching(/A 203\.0\.113\.67 -> 192\.0\.2\.11 /),
      ]);
      expect(await server.ask(NAME, "A")).toEqual(["192.0.2.11"]);

      // The TTL is a part of what shall be there.
      const before = await server.serial();
      expect(await once("--name", NAME, "--ttl", "60")).toMatchObject({ code: 0 });
      expect(await once("--name", NAME, "--ttl", "60")).toMatchObject({ code: 0 });
      expect(await server.serial()).toBe(before + 1);

      // A name below a wildcard seems to be there, and is not.
      const wild = ["--name", "host.wild.example.com"];
      expect(await server.ask("host.wild.example.com", "A")).toEqual(["192.0.2.99"]);
      expect(await once(...wild)).toMatchObject({ code: 0 });
      expect(await server.ask("host.wild.example.com", "A")).toEqual(["192.0.2.11"]);
      await ns.ip("addr del 192.0.2.11/24 dev v0");
      expect(await once(...wild)).toMatchObject({
        code: 1,
        err: expect.stringMatching(/no address to publish/),
      });
      expect(await once(...wild, "--on-loss", "delete")).toMatchObject({
        code: 0,
        err: expect.stringMatching(/192\.0\.2\.11 -> none/),
      });
      expect(await server.ask("host.wild.example.com", "A")).toEqual(["192.0.2.99"]);
    },
    LIMIT,
  );

  test.concurrent(
    `${kind}: names from a file, which is read again`,
    async () => {
      await using host = await scene(kind);
      const { ns, server } = host;
      await ns.batch(["addr add 192.0.2.10/24 dev v0", "addr add 2001:db8:1::10/64 dev v0 nodad"]);
      const config = join(server.directory, "nlmon.toml");
      const table = (name: string, more: string) =>
        `[[ddns]]\nname = "${name}.example.com"\nserver = "127.0.0.1"\nkey_file = "${RIGHT[1]}"\ndebounce = "50ms"\n${more}\n`;
      writeFileSync(
        config,
        table("a", 'family = "inet"') + table("b", 'family = "inet6"\nsuffix = "::80/64"'),
      );
      await using run = ns.nlmon("ddns", "--config", config);
      await until(server, "a.example.com", "A", "192.0.2.10");
      await until(server, "b.example.com", "AAAA", "2001:db8:1::80");
      writeFileSync(config, "[[ddns]]\nnane = 1\n");
      run.signal("SIGHUP");
      await says(run, "all stays as it was");
      expect(run.stderr).toContain(`${config}:2:1: unknown key nane; did you mean name?`);
      writeFileSync(config, table("c", 'family = "inet"'));
      run.signal("SIGHUP");
      await until(server, "c.example.com", "A", "192.0.2.10");
      await ns.ip("addr add 198.51.100.10/24 dev v0");
      await until(server, "c.example.com", "A", "192.0.2.10", "198.51.100.10");
      expect(await server.ask("a.example.com", "A")).toEqual(["192.0.2.10"]);
      expect(await run.end()).toMatchObject({ code: 0 });
    },
    LIMIT,
  );

  test.concurrent(
    `${kind}: nothing there at the start: no address, no server`,
    async () => {
      await using ns = await Namespace.create();
      await ns.batch(VETH);
      await using run = ns.nlmon("ddns", ...HOST, ...RIGHT, "-4", "--debounce", "100ms");
      await says(run, "no address for it now");
      await ns.ip("addr add 192.0.2.10/24 dev v0");
      await says(run, "trying again in");
      await using server = await DnsServer.start(ns, kind);
      await until(server, NAME, "A", "192.0.2.10");
      // The end, as soon as there is nothing in flight.
      const { code, ms } = await run.end("SIGINT");
      expect(code).toBe(0);
      expect(ms).toBeLessThan(1000);
    },
    LIMIT,
  );
}

test("two do not keep their state in one file", async () => {
  await using ns = await Namespace.create();
  const state = join(FILES, "shared.json");
  const own = [BINARY, "ddns", ...TO, "-v", "--state", state];
  const start = async () => {
    const run = new Monitor(ns.spawn(own));
    await says(run, "following the addresses");
    return run;
  };
  await using first = await start();
  const said = `nlmon: ${state}: process ${first.pid} keeps its state there; each nlmon ddns needs a --state of its own\n`;
  expect(await ddns(ns, ...TO, "--state", state)).toEqual({ code: 1, out: "", err: said });
  expect(await ddns(ns, ...TO, "--state", state, "--once")).toEqual({ code: 1, out: "", err: said });
  // What only looks may look.
  expect((await ddns(ns, ...TO, "--state", state, "--explain")).code).toBe(0);
  expect((await first.end("SIGTERM")).code).toBe(143);
  // Nor does one that was killed keep it.
  await using second = await start();
  expect((await second.end("SIGKILL")).code).toBe(137);
  await using third = await start();
  expect((await third.end()).code).toBe(0);
});

test("a setting that is about the other family", async () => {
  await using ns = await Namespace.create();
  for (const [options, said] of [
    [["-4", "--ula"], "--ula: it is about IPv6, and only IPv4 is asked for"],
    [["-4", "--temporary"], "--temporary: it is about IPv6, and only IPv4 is asked for"],
    [["-4", "--suffix", "::1/64"], "--suffix: it is about IPv6, and only IPv4 is asked for"],
    [["-6", "--private"], "--private: it is about IPv4, and only IPv6 is asked for"],
  ] as const)
    expect(await ddns(ns, ...TO, ...options)).toEqual({
      code: 2,
      out: "",
      err: `nlmon: ${said}\nnlmon: try: nlmon ddns --help\n`,
    });
});

test("the example for --config is right, and needs no key to be looked at", async () => {
  await using ns = await Namespace.create();
  await ns.batch([...VETH, "addr add 10.0.0.1/24 dev v0", "addr add 2001:db8:1::10/64 dev v0 nodad"]);
  const example = join(import.meta.dir, "../../examples/ddns.toml");
  const { code, out, err } = await ddns(ns, "--config", example, "--explain", "--dry-run");
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain("lan.example.com:\nCHOSEN");
  expect(out).toContain("update add lan.example.com 300 A 10.0.0.1");
});
