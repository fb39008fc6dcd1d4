/** BIND (named) and Knot DNS (knotd), started for real in a test's namespace with zones that take updates. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Subprocess } from "bun";
import { installed } from "./installed.ts";
import type { Namespace } from "./namespace.ts";

export type Kind = "bind" | "knot";

const TOOLS: Readonly<Record<Kind, string>> = { bind: "named", knot: "knotd" };

/** The servers that can be started here; all of them where nothing may be skipped. */
export const SERVERS: readonly Kind[] = (["bind", "knot"] as const).filter(
  (kind) => installed(TOOLS[kind]) && installed("dig"),
);

export const SECRET = "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0";
const OTHER_SECRET = "b3RoZXIgb3RoZXIgb3RoZXIgb3RoZXI=";

/** Keys as nlmon takes them. `key1` may update everything, `key2` nothing. */
export const KEY = `hmac-sha256:key1:${SECRET}`;
export const KEYS = {
  right: KEY,
  sha512: `hmac-sha512:key512:${SECRET}`,
  truncated: `hmac-sha512-256:keyshort:${SECRET}`,
  tooShort: `hmac-sha512-256:key512:${SECRET}`,
  sha1: `hmac-sha1:keysha1:${SECRET}`,
  md5: `hmac-md5:keymd5:${SECRET}`,
  withoutRights: `hmac-sha256:key2:${SECRET}`,
  unknown: `hmac-sha256:nobody:${SECRET}`,
  otherSecret: `hmac-sha256:key1:${OTHER_SECRET}`,
  otherAlgorithm: `hmac-sha384:key1:${SECRET}`,
} as const;

const SERVER_KEYS = [
  ["key1", "hmac-sha256"],
  ["key2", "hmac-sha256"],
  ["key512", "hmac-sha512"],
  ["keysha1", "hmac-sha1"],
  ["keymd5", "hmac-md5"],
] as const;
/** Knot knows no truncated signatures. */
const BIND_KEYS = [...SERVER_KEYS, ["keyshort", "hmac-sha512-256"]] as const;
const MAY_UPDATE = ["key1", "key512", "keysha1", "keymd5"];
const ZONES = ["example.com", "2.0.192.in-addr.arpa", "8.b.d.0.1.0.0.2.ip6.arpa"];
/** A zone whose file is not there. */
const BROKEN = "broken.example";

const zoneFile = (zone: string): string => `$TTL 300
@ SOA ns1.example.com. host.example.com. 1 3600 600 86400 60
@ NS ns1.example.com.
${zone === "example.com" ? "ns1 A 127.0.0.1\nalias CNAME ns1\n*.wild A 192.0.2.99\n" : ""}`;

function bindConfig(directory: string): string {
  const keys = BIND_KEYS.map(([name, of]) => `key "${name}" { algorithm ${of}; secret "${SECRET}"; };\n`);
  const zones = [...ZONES, BROKEN].map(
    (zone) => `zone "${zone}" {
  type primary; file "${zone}.zone"; allow-transfer { any; }; allow-update { ${[...MAY_UPDATE, "keyshort"].map((key) => `key ${key}; `).join("")}};
};\n`,
  );
  return `options {
  directory "${directory}"; pid-file none; session-keyfile none; recursion no; notify no; dnssec-validation no; max-ixfr-ratio unlimited;
  listen-on port 53 { 127.0.0.1; }; listen-on-v6 port 53 { ::1; };
};
controls { };
${keys.join("")}${zones.join("")}`;
}

function knotConfig(directory: string): string {
  const keys = SERVER_KEYS.map(
    ([name, of]) => `  - id: ${name}\n    algorithm: ${of}\n    secret: ${SECRET}\n`,
  );
  const zones = [...ZONES, BROKEN].map((zone) => `  - domain: ${zone}\n    file: ${zone}.zone\n`);
  return `server:
    rundir: "${directory}"
    listen: [ 127.0.0.1@53, ::1@53 ]
    udp-workers: 1
    tcp-workers: 1
    background-workers: 1
log:
  - target: stderr
    any: info
database:
    storage: "${directory}"
    journal-db-max-size: 16M
    kasp-db-max-size: 8M
    timer-db-max-size: 4M
    catalog-db-max-size: 8M
key:
${keys.join("")}acl:
  - id: update
    key: [ ${MAY_UPDATE.join(", ")} ]
    action: update
  - id: transfer
    address: 127.0.0.1
    action: transfer
template:
  - id: default
    storage: "${directory}"
    acl: [ update, transfer ]
    zonefile-sync: -1
    journal-content: changes
zone:
${zones.join("")}`;
}

/** One change of a zone, from its journal: what is there to be seen, in order. */
interface Step {
  serial: number;
  removed: string[];
  added: string[];
}

export class DnsServer implements AsyncDisposable {
  /** Where it listens; also on ::1. */
  readonly address = "127.0.0.1";
  readonly directory: string;
  readonly #ns: Namespace;
  readonly #child: Subprocess;

  private constructor(ns: Namespace, kind: Kind) {
    this.#ns = ns;
    this.directory = mkdtempSync(join(tmpdir(), `nlmon-${kind}-`));
    mkdirSync(this.directory, { recursive: true });
    for (const zone of ZONES) writeFileSync(join(this.directory, `${zone}.zone`), zoneFile(zone));
    const config = join(this.directory, "config");
    writeFileSync(config, kind === "bind" ? bindConfig(this.directory) : knotConfig(this.directory));
    this.#child = ns.spawn(
      kind === "bind" ? ["named", "-g", "-n", "1", "-c", config] : ["knotd", "-c", config],
    );
  }

  /** Started, and answering. */
  static async start(ns: Namespace, kind: Kind): Promise<DnsServer> {
    const server = new DnsServer(ns, kind);
    for (let tries = 0; (await server.serial().catch(() => 0)) === 0; tries++) {
      if (tries > 200 || server.#child.exitCode !== null) throw new Error(`${kind} does not start`);
      await Bun.sleep(20);
    }
    return server;
  }

  /** Data of the records, sorted. */
  async ask(name: string, type: string): Promise<string[]> {
    const text = await this.#dig(name, type);
    return text
      .split("\n")
      .filter((line) => line !== "")
      .sort();
  }

  async serial(zone = "example.com"): Promise<number> {
    return Number((await this.#dig(zone, "SOA")).split(" ")[2] ?? 0);
  }

  /** Every change since the zone was loaded (RFC 1995), of all but the SOA record. */
  async history(zone = "example.com"): Promise<Step[]> {
    const text = await this.#dig(zone, "ixfr=1", "+noall", "+answer", "+onesoa");
    const steps: Step[] = [];
    let into: string[] = [];
    const records = text.split("\n").filter((line) => line !== "" && !line.startsWith(";"));
    // The SOA of now, then for each change the old SOA, what went, the new SOA, what came, and the SOA of now.
    for (const record of records.slice(1, -1)) {
      const [name, , , type, ...data] = record.split(/\s+/);
      if (type !== "SOA") into.push(`${name} ${type} ${data.join(" ")}`);
      else if (into === steps.at(-1)?.removed) {
        into = steps.at(-1)!.added;
        steps.at(-1)!.serial = Number(data[2]);
      } else {
        into = [];
        steps.push({ serial: 0, removed: into, added: [] });
      }
    }
    return steps;
  }

  /** It is there, and does nothing any more. */
  pause(): void {
    this.#child.kill("SIGSTOP");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#child.exited;
    rmSync(this.directory, { recursive: true, force: true });
  }

  #dig(name: string, type: string, ...options: string[]): Promise<string> {
    const flags = options.length > 0 ? options : ["+short"];
    return this.#ns.run("dig", `@${this.address}`, "+tcp", "+time=2", "+tries=1", ...flags, name, type);
  }
}
