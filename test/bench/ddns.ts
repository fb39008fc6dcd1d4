/**
 * From an address change to an update that the server has confirmed: `nlmon ddns` next to `nlmon --exec` with nsupdate,
 * in the same namespace, with the same server and the same changes; without a quiet time in both.
 * `bun test/bench/ddns.ts [CHANGES]`, as root; needs dist/nlmon and BIND.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DnsServer, SECRET, SERVERS } from "../e2e/dns-server.ts";
import { BINARY, Monitor, Namespace } from "../e2e/namespace.ts";

const CHANGES = Number(process.argv[2] ?? 30);
const UPDATE_DNS = join(import.meta.dir, "../../examples/update-dns.sh");

async function measure(ns: Namespace, run: Monitor, confirmed: (run: Monitor) => number): Promise<number[]> {
  // One `ip` for all changes: its start is not part of the time.
  const ip = ns.spawn(["ip", "-batch", "-"]);
  const times: number[] = [];
  for (let i = 1; i <= CHANGES; i++) {
    const before = confirmed(run);
    const from = performance.now();
    ip.stdin.write(
      `addr add 192.0.2.${i}/32 dev v0\n${i > 1 ? `addr del 192.0.2.${i - 1}/32 dev v0\n` : ""}`,
    );
    await ip.stdin.flush();
    await run.until((now) => confirmed(now) > before, `the update of change ${i}`);
    times.push(performance.now() - from);
    await Bun.sleep(150);
  }
  ip.kill();
  return times.sort((a, b) => a - b);
}

const count = (pattern: RegExp) => (run: Monitor) => run.stderr.match(pattern)?.length ?? 0;

if (!SERVERS.includes("bind")) throw new Error("BIND is not installed");
for (const which of ["nlmon ddns", "nlmon --exec update-dns.sh"]) {
  await using ns = await Namespace.create();
  await ns.batch(["link add v0 type veth peer name v1", "link set v0 up", "link set v1 up"]);
  await using server = await DnsServer.start(ns, "bind");
  const key = join(server.directory, "key");
  writeFileSync(key, `key "key1" { algorithm hmac-sha256; secret "${SECRET}"; };\n`, { mode: 0o600 });
  const env = {
    DNS_NAME: "host.example.com",
    DNS_ZONE: "example.com",
    DNS_SERVER: "127.0.0.1",
    DNS_KEY_FILE: key,
    DNS_FAMILIES: "inet",
  };
  const command =
    which === "nlmon ddns"
      ? ["ddns", "-4", "-v", "-n", "host.example.com", "-s", "127.0.0.1", "-k", key, "--debounce", "0"]
      : ["-v", "-4", "--on", "addresses.changed", "-i", "v0", "--exec", UPDATE_DNS];
  await using run = new Monitor(ns.spawn([BINARY, ...command], env));
  await run.until(({ stderr }) => /following|watching/.test(stderr), "the start");
  const times = await measure(ns, run, count(which === "nlmon ddns" ? /-> 192/g : /is now/g));
  const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(1).padStart(7);
  console.log(`${which.padEnd(28)} median ${at(0.5)} ms   90 % ${at(0.9)} ms   best ${at(0)} ms`);
}
