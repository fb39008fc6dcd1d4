/**
 * Updates by another program that reads nsupdate's language: for what is not here, GSS-TSIG (`nsupdate -g`) and TLS
 * (`nsupdate -S`, `knsupdate`). It checks the server's signature, and says by its exit status what came of it.
 */
import { signalGroup } from "../exec/group.ts";
import { labelOf } from "../exec/rule.ts";
import type { Backend, Done, Wish } from "./backend.ts";
import type { HostPort } from "./dns-backend.ts";
import type { Edge } from "./edge.ts";
import { Failure } from "./failure.ts";
import type { Key } from "./key.ts";
import { isWithin, shownName } from "./name.ts";
import { probeScript, updateScript } from "./script.ts";
import { sameData, setName } from "./update.ts";

interface NsupdateOptions {
  edge: Edge;
  /** A command for the shell. */
  command: string;
  zone: string | undefined;
  servers: readonly HostPort[];
  key: Key | undefined;
}

/** nsupdate gives up by itself after five minutes; other programs may not. */
const TIMEOUT = 60_000;
/** After its end, its output is waited for so long, in ms. */
const LINGER = 1000;
const MOST_SAID = 2000;

export class NsupdateBackend implements Backend {
  readonly #options: NsupdateOptions;

  constructor(options: NsupdateOptions) {
    this.#options = options;
  }

  async publish({ set, last, onlyLast }: Wish): Promise<Done | Failure> {
    const zone = this.#zoneOf(set.name);
    const attempt = (expected: readonly string[] | undefined) =>
      this.#onServers((server) => updateScript({ server, zone, set, expected }), setName(set));
    const expected = last?.data;
    let result = await attempt(expected);
    const isOther = result instanceof Failure && /\b[YN]XRRSET\b/.test(result.sentence);
    if (isOther && onlyLast) return this.#done("", zone, false, undefined);
    // Another than was known: whatever it is then.
    if (isOther && expected !== undefined) result = await attempt(undefined);
    if (result instanceof Failure) return result;
    const isSame = !isOther && expected !== undefined && sameData(expected, set.data);
    return this.#done(result, zone, !isSame, isOther ? undefined : expected);
  }

  async check(name: string): Promise<string | Failure> {
    const zone = this.#zoneOf(name);
    const set = { name, type: 0, ttl: 0, data: [] };
    const result = await this.#onServers((server) => probeScript({ server, zone, set }), shownName(name));
    if (result instanceof Failure) return result;
    return `${result} takes updates of ${shownName(name)}, says ${this.#label}`;
  }

  close(): void {}

  #done(server: string, zone: string | undefined, changed: boolean, before: Done["before"]): Done {
    return { zone: zone ?? "", server, changed, before };
  }

  #zoneOf(name: string): string | undefined {
    const { zone } = this.#options;
    return zone !== undefined && isWithin(name, zone) ? zone : undefined;
  }

  /** The server that took it; every failure of nsupdate is a reason to ask the next one. */
  async #onServers(
    script: (server: HostPort | undefined) => string,
    what: string,
  ): Promise<string | Failure> {
    const { servers } = this.#options;
    const said: string[] = [];
    for (const server of servers.length === 0 ? [undefined] : servers) {
      const error = await this.#run(script(server));
      const name = server?.host ?? "the primary";
      if (error === undefined) return name;
      said.push(`${what} at ${name}: ${error}`);
    }
    return new Failure(said.join("; "), "elsewhere");
  }

  /** What it says went wrong; undefined: nothing did. */
  async #run(script: string): Promise<string | undefined> {
    const { edge, command, key } = this.#options;
    const child = Bun.spawn(["/bin/sh", "-c", command], {
      stdin: "pipe",
      stdout: "ignore",
      stderr: "pipe",
      // A process group of its own, which ends as a whole.
      detached: true,
    });
    const kill = (): void => void signalGroup(child.pid, "SIGKILL");
    process.once("exit", kill);
    const timer = edge.after(TIMEOUT, kill);
    const said = beginning(child.stderr);
    try {
      child.stdin.write(key === undefined ? script : `${key.nsupdateLine()}\n${script}`);
      await child.stdin.end();
    } catch {
      // It did not read to the end: its exit status says why.
    }
    const code = await child.exited;
    kill();
    process.off("exit", kill);
    edge.cancel(timer);
    if (code === 0) return undefined;
    // One that has left the group may hold it open.
    const late = new Promise<string>((resolve) => edge.after(LINGER, () => resolve("")));
    const words = (await Promise.race([said, late]))
      .trim()
      .split("\n")
      .filter((line) => !line.includes("secret") && !key?.isIn(line))
      .join(", ");
    return `${this.#label}: ${words === "" ? (child.signalCode ?? `exit ${code}`) : words}`;
  }

  /** The command may have a key in it. */
  get #label(): string {
    return labelOf(this.#options.command);
  }
}

/** As much of it as anybody will read; whoever goes on writing is no longer heard. */
async function beginning(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length >= MOST_SAID) break;
  }
  return text.slice(0, MOST_SAID);
}
