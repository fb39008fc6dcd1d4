/**
 * The sessions that README.md and docs/ show, run for real: `bun test/readme.ts [NAME...]` writes their output there
 * (between `<!-- output: NAME -->` and the end of the block that follows), the test compares the two without what
 * differs from run to run.
 */
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DnsServer, KEY, SERVERS } from "./e2e/dns-server.ts";
import { installed } from "./e2e/installed.ts";
import { BINARY, Monitor, Namespace } from "./e2e/namespace.ts";
import { hasTmux, Tmux } from "./e2e/tmux.ts";

const PAIR = [
  "link add v0 type veth peer name v1",
  "link set v0 addrgenmode none",
  "link set v1 addrgenmode none",
  "link set v1 up",
  "link set v0 up",
];

/** Of a session that takes its time, in ms. */
const PAUSE = 4000;

const ROOT = `${import.meta.dir}/..`;

export const TEXTS: readonly string[] = globSync(["README.md", "docs/*.md"], { cwd: ROOT })
  .sort()
  .map((name) => join(ROOT, name));

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

/** The session, recorded and replayed with these options. */
async function replayed(ns: Namespace, ...options: string[]): Promise<string[]> {
  const folder = mkdtempSync(`${tmpdir()}/nlmon-`);
  const file = `${folder}/net.pcap`;
  try {
    await session(ns, ["record", "--print", "-v", "-o", "link,address", "-i", "v0", file], "recording");
    return (await ns.run(BINARY, "replay", ...options, file)).split("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function inNamespace(run: (ns: Namespace) => Promise<string[]>): Promise<string> {
  await using ns = await Namespace.create();
  return `${(await run(ns)).join("\n").trim()}\n`;
}

/** `pause`: between changes, in ms, where they shall not be all at once. */
export const OUTPUTS: Readonly<Record<string, (pause?: number) => Promise<string>>> = {
  text: () => inNamespace((ns) => session(ns, ["-v", "-i", "v0"], "watching")),
  replay: () => inNamespace((ns) => replayed(ns, "-s", "--on", "address.*", "-i", "v0")),
  ...(installed("jq") && { who: () => inNamespace(removals), shapes: () => inNamespace(shapes) }),
  ...(hasTmux && { top: picture }),
  overflow: () => inNamespace(overflow),
  library: () => inNamespace(sample),
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

/** Who removed an address: as recipes.md asks a recording. */
async function removals(ns: Namespace): Promise<string[]> {
  const folder = mkdtempSync(`${tmpdir()}/nlmon-`);
  try {
    await ns.batch([...PAIR, "addr add 192.0.2.1/24 dev v0", "addr add 198.51.100.1/24 dev v0"]);
    await using nlmon = ns.nlmon("record", "-v", `${folder}/nlmon.pcap`);
    await nlmon.until(({ stderr }) => stderr.includes("recording"), "the start");
    await ns.ip("addr del 192.0.2.1/24 dev v0");
    await ns.ip("addr flush dev v0");
    await nlmon.end();
    const command = /nlmon (replay -f json --on address\.removed nlmon\.pcap \|\n.*)\n/.exec(
      text("recipes.md"),
    )![1]!;
    return (await ns.run("sh", "-c", `cd ${folder} && ${BINARY} ${command}`)).split("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An event of each kind that an ordinary host has; of the link a few of its many keys. */
async function shapes(ns: Namespace): Promise<string[]> {
  await ns.batch(PAIR);
  const options = ["-f", "json", "-o", "link,address,route,rule,neighbour,nexthop", "-4"];
  await using nlmon = await ns.nlmon(...options).ready();
  for (const words of [
    "link set v0 mtu 1400",
    "addr add 192.0.2.1/24 dev v0",
    "nexthop add id 1 via 192.0.2.9 dev v0",
    "route add 198.51.100.0/24 nhid 1",
    "rule add from 192.0.2.0/24 table 7",
    "neigh add 192.0.2.9 lladdr 02:00:00:00:00:09 dev v0",
  ]) {
    await ns.ip(words);
    // What the address means is told when there is nothing more to read.
    if (words.startsWith("addr ")) await nlmon.event("addresses.changed");
  }
  await nlmon.event("neighbour.added");
  await nlmon.end();
  // The route that comes with an address may be told before or after what the address means.
  const lines = nlmon.lines.filter((line) => !line.includes('"protocol":"kernel"'));
  const short = "if .link then .link |= {ifname, flags, operstate, mtu} else . end";
  const jq = Bun.spawnSync(["jq", "-c", short], { stdin: new Blob([lines.join("\n")]) });
  return jq.stdout.toString().split("\n");
}

/** A terminal with `nlmon top` in it. */
async function picture(pause = 0): Promise<string> {
  await using tmux = await Tmux.open(100, 16);
  const { ns } = tmux;
  await ns.batch([
    "addr flush dev v0",
    "link set v0 name eth0",
    "link set v1 name sw0",
    "link add eth1 type veth peer name sw1",
    "link set eth1 addrgenmode none",
    "link set sw1 addrgenmode none",
    "link set lo up",
    ...["eth0", "eth1", "sw0", "sw1"].map((name) => `link set ${name} up`),
    "addr add 192.0.2.10/24 dev eth0",
    "addr add 2001:db8:1::10/64 dev eth0 nodad",
    "addr add 198.51.100.9/24 dev eth1",
    "addr add 203.0.113.9/32 dev eth1",
  ]);
  for (const name of ["eth0", "eth1", "sw0", "sw1"])
    await ns.run(BINARY, "wait", "-i", name, "--on", "link.up", "-t", "10s");
  await tmux.type("$NLMON top -d 100ms", "Enter");
  await tmux.until((screen) => screen.includes("q end"), "the picture");
  for (const words of [
    "link set eth0 mtu 1400",
    "link set eth0 mtu 1500",
    "addr del 203.0.113.9/32 dev eth1",
    "addr add 192.0.2.11/24 dev eth0",
    "link set sw1 down",
  ]) {
    await ns.ip(words);
    await Bun.sleep(pause);
  }
  return await tmux.until((screen) => /^eth1 +lower down/m.test(screen), "the last change");
}

/** A buffer that overflows, on purpose. */
async function overflow(ns: Namespace): Promise<string[]> {
  await ns.batch(PAIR);
  const options = ["-o", "route", "-f", "json", "--rcvbuf", "64K"];
  await using nlmon = await ns.nlmon(...options).ready();
  nlmon.signal("SIGSTOP");
  await ns.batch(Array.from({ length: 2000 }, (_, i) => `route add 10.0.${i >> 8}.${i & 255} dev v0`));
  nlmon.signal("SIGCONT");
  await nlmon.event("monitor.resynced");
  await nlmon.end();
  return nlmon.lines.filter((line) => line.includes('"monitor.'));
}

/** The library's sample, in a project of its own. */
async function sample(ns: Namespace): Promise<string[]> {
  const project = mkdtempSync(`${tmpdir()}/nlmon-`);
  try {
    mkdirSync(`${project}/node_modules`);
    symlinkSync(ROOT, `${project}/node_modules/nlmon`);
    const code = /<!-- run: library -->\n```ts\n([\s\S]*?)```\n/.exec(text("README.md"))![1]!;
    writeFileSync(`${project}/sample.ts`, code);
    await ns.batch([...PAIR, "addr add 192.0.2.1/24 dev v0"]);
    const program = new Monitor(ns.spawn([process.execPath, `${project}/sample.ts`]));
    await program.until(({ lines }) => lines.length === 1, "the snapshot");
    // It may not listen yet: to and fro until it has seen the way there.
    const there = "1500, 1400";
    for (let i = 0; !program.lines.some((line) => line.includes(there)); i++)
      await ns.ip(`link set v0 mtu ${i % 2 === 0 ? 1500 : 1400}`);
    await ns.ip("addr del 192.0.2.1/24 dev v0");
    await program.exit();
    const change = program.lines.findIndex((line) => line.includes(there));
    return [program.lines[0]!, ...program.lines.slice(change - 1, change + 2)];
  } finally {
    rmSync(project, { recursive: true });
  }
}

const text = (name: string): string => readFileSync(TEXTS.find((path) => path.endsWith(`/${name}`))!, "utf8");

/** Without times, names of hosts, ids of processes and what they number. */
export const normal = (output: string): string =>
  output
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z/g, "TIME")
    .replace(/\d\d:\d\d:\d\d\.\d{3}/g, "TIME")
    .replace(/ +by ip\[\d+\]$/gm, "")
    .replace(/,"by":\{[^}]*\}/g, "")
    .replace(/^nlmon top {2}\S+/, "nlmon top  HOST")
    .replace(/ +\d+s +(\d+) +[ ▁▂▃▄▅▆▇█]+$/gm, " N s  $1  BARS")
    .replace(/\t(ip\t\d+|\?\t\?)$/gm, "")
    .replace(/\b\d+ ms\)/g, "N ms)")
    .replace(/\[\d+\]: /g, "[N]: ")
    .replace(/after \d+\.\d{3} s/g, "after N s")
    .replace(/ and \d+ before it/g, "")
    .replace(/"(seq|lost|events)":\d+/g, '"$1":N')
    .replace(/nlmsg_seq {3}\d+ nlmsg_pid \d+/g, "nlmsg_seq   N nlmsg_pid N");

const block = (name: string): RegExp =>
  new RegExp(`(<!-- output: ${name} -->\\n\`\`\`[a-z]*\\n)([^]*?)(\`\`\`\\n)`);

const home = (name: string): string | undefined =>
  TEXTS.find((path) => block(name).test(readFileSync(path, "utf8")));

/** What is shown under this name. */
export function shown(name: string): string | undefined {
  const path = home(name);
  return path && block(name).exec(readFileSync(path, "utf8"))![2];
}

if (import.meta.main) {
  const asked = process.argv.slice(2);
  for (const name of asked.length > 0 ? asked : Object.keys(OUTPUTS)) {
    const output = await OUTPUTS[name]!(PAUSE);
    const path = home(name)!;
    const before = readFileSync(path, "utf8");
    writeFileSync(
      path,
      before.replace(block(name), (_, head, _body, tail) => head + output + tail),
    );
    console.log(`${name}:\n${output}`);
  }
}
