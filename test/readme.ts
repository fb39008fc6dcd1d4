/**
 * The sessions that README.md shows, run for real: `bun test/readme.ts` writes their output into it (between
 * `<!-- output: NAME -->` and the end of the block that follows), the test compares the two without what differs
 * from run to run.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DnsServer, KEY, SERVERS } from "./e2e/dns-server.ts";
import { BINARY, Namespace } from "./e2e/namespace.ts";

const PAIR = [
  "link add v0 type veth peer name v1",
  "link set v0 addrgenmode none",
  "link set v1 addrgenmode none",
  "link set v1 up",
  "link set v0 up",
];

export const README = `${import.meta.dir}/../README.md`;

/** Down, up, an address: what the C program's author did. */
async function session(ns: Namespace, options: readonly string[], started: string): Promise<string[]> {
  await ns.batch([
    "link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02",
    "link set v1 up",
    "link set v0 up",
  ]);
  await using before = await ns.nlmon("-f", "json", "-s", "-o", "address", "-i", "v0").ready();
  const local = (line: string) => line.includes("fe80::") && line.includes('"usable":true');
  await before.until(({ lines }) => lines.some(local), "the link-local address");
  await using nlmon = ns.nlmon(...options);
  if (started !== "")
    await nlmon.until(({ stderr, lines }) => `${stderr}${lines}`.includes(started), "the start");
  const marked = nlmon.lines.length;
  await ns.ip("link set v0 down");
  await nlmon.until(
    ({ lines }) => lines.slice(marked).some((line) => line.includes("fe80::")),
    "the removal",
  );
  const halfway = nlmon.lines.length;
  await ns.ip("link set v0 up");
  await ns.ip("addr add 192.0.2.1/24 dev v0");
  await nlmon.until(
    ({ lines }) => lines.slice(halfway).some((line) => line.includes("fe80::")),
    "the new one",
  );
  await nlmon.end();
  return nlmon.lines;
}

/** The session, recorded and replayed. */
async function replayed(ns: Namespace): Promise<string[]> {
  const folder = mkdtempSync(`${tmpdir()}/nlmon-`);
  const file = `${folder}/net.pcap`;
  try {
    await session(ns, ["record", "--print", "-v", "-o", "link,address", "-i", "v0", file], "recording");
    return (await ns.run(BINARY, "replay", "-s", "--on", "address.*", "-i", "v0", file)).split("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function inNamespace(run: (ns: Namespace) => Promise<string[]>): Promise<string> {
  await using ns = await Namespace.create();
  return `${(await run(ns)).join("\n").trim()}\n`;
}

export const OUTPUTS: Readonly<Record<string, () => Promise<string>>> = {
  text: () => inNamespace((ns) => session(ns, ["-v", "-i", "v0"], "watching")),
  replay: () => inNamespace(replayed),
  raw: () => inNamespace((ns) => session(ns, ["-v", "--raw", "-i", "v0"], "watching")),
  json: () =>
    inNamespace(async (ns) => {
      const on = ["--on", "address.added,address.removed,addresses.changed"];
      const lines = await session(ns, ["-v", "-f", "json", "-i", "v0", ...on], "watching");
      return lines.filter((line) => !line.includes('"inet6"'));
    }),
  snapshot: () =>
    inNamespace(async (ns) => {
      await ns.batch([
        "link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02",
        "link set v0 addrgenmode none",
        "addr add 192.0.2.1/24 dev v0",
      ]);
      await using nlmon = ns.nlmon("-s");
      await nlmon.until(({ lines }) => lines.some((line) => line.includes("state found")), "the snapshot");
      await nlmon.end();
      return nlmon.lines;
    }),
  exec: () =>
    inNamespace(async (ns) => {
      await ns.batch([...PAIR, "link set v0 addrgenmode none"]);
      const command = 'echo "$1 has now: $NLMON_ADDRESSES"; sleep 1';
      await using nlmon = ns.nlmon("-v", "-i", "v0", "--on", "addresses.changed", "--exec", command);
      const said = (what: string) => nlmon.until(({ stderr }) => stderr.includes(what), what);
      await said("watching");
      await ns.ip("addr add 192.0.2.1/24 dev v0");
      await said("has now: 192.0.2.1/24");
      for (const words of ["add 192.0.2.2/24", "add 198.51.100.3/24", "del 192.0.2.2/24"])
        await ns.ip(`addr ${words} dev v0`);
      await nlmon.until(({ stderr }) => stderr.match(/ after /g)?.length === 2, "two runs");
      await nlmon.end();
      return nlmon.stderr.split("\n").filter((line) => !line.includes("debug"));
    }),
  "ddns-explain": () =>
    inNamespace(async (ns) => {
      await ns.batch([
        ...PAIR,
        "addr add 192.0.2.7/24 dev v0",
        "addr add 192.168.0.7/24 dev v0",
        "addr add 2001:db8:1::7/64 dev v0 nodad",
        "addr add 2001:db8:2::7/64 dev v0 nodad preferred_lft 0 valid_lft 600",
        "addr add fd00::7/64 dev v0 nodad",
      ]);
      await using nlmon = ns.nlmon("ddns", "-n", "host.example.com", "-i", "v0", "-q", "--explain");
      await nlmon.exit();
      return nlmon.lines;
    }),
  ...(SERVERS.includes("bind") && { ddns: () => inNamespace(ddnsSession) }),
};

/** The session of the README's chapter on the DNS, with BIND as the server. */
async function ddnsSession(ns: Namespace): Promise<string[]> {
  await ns.batch([...PAIR, "addr add 192.0.2.7/24 dev v0"]);
  await using server = await DnsServer.start(ns, "bind");
  const key = join(server.directory, "ddns.key");
  writeFileSync(key, KEY, { mode: 0o600 });
  await using nlmon = ns.nlmon("ddns", "-n", "host.example.com", "-s", server.address, "-k", key);
  await nlmon.until(({ stderr }) => stderr.includes("-> 192.0.2.7"), "the first address");
  await ns.ip("addr add 2001:db8:1::7/64 dev v0 nodad");
  await nlmon.until(({ stderr }) => stderr.includes("-> 2001:db8:1::7"), "the second");
  await ns.batch(["addr del 192.0.2.7/24 dev v0", "addr add 198.51.100.7/24 dev v0"]);
  await nlmon.until(({ stderr }) => stderr.includes("-> 198.51.100.7"), "another one");
  await nlmon.end();
  return nlmon.stderr.split("\n");
}

/** Without times, ids of processes and what they number. */
export const normal = (output: string): string =>
  output
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z/g, "TIME")
    .replace(/\d\d:\d\d:\d\d\.\d{3}/g, "TIME")
    .replace(/ +by ip\[\d+\]$/gm, "")
    .replace(/,"by":\{[^}]*\}/g, "")
    .replace(/\b\d+ ms\)/g, "N ms)")
    .replace(/\[\d+\]: /g, "[N]: ")
    .replace(/after \d+\.\d{3} s/g, "after N s")
    .replace(/ and \d+ before it/g, "")
    .replace(/"seq":\d+/g, '"seq":N')
    .replace(/nlmsg_seq {3}\d+ nlmsg_pid \d+/g, "nlmsg_seq   N nlmsg_pid N");

const block = (name: string): RegExp =>
  new RegExp(`(<!-- output: ${name} -->\\n\`\`\`[a-z]*\\n)([^]*?)(\`\`\`\\n)`);

/** What the README shows under this name. */
export const shown = (name: string): string | undefined =>
  block(name).exec(readFileSync(README, "utf8"))?.[2];

if (import.meta.main) {
  for (const [name, run] of Object.entries(OUTPUTS)) {
    const output = await run();
    writeFileSync(
      README,
      readFileSync(README, "utf8").replace(block(name), (_, head, _body, tail) => head + output + tail),
    );
    console.log(`${name}:\n${output}`);
  }
}
