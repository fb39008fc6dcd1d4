/** Completions in the shells themselves, at a terminal: keys go in, the line that the shell makes of them comes out. */
import { expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, resolve } from "node:path";
import { BINARY, Namespace } from "./namespace.ts";

const requireAll = process.env.NLMON_REQUIRE_ALL === "1";
const has = (command: string) => requireAll || Bun.which(command) !== null;
const PATIENCE = 10_000;

/** A shell at a terminal of its own, in a namespace with the interfaces v0 and v1. */
class Terminal implements AsyncDisposable {
  #out = "";
  #wake: () => void = () => {};
  readonly #child;
  readonly #ns: Namespace;
  readonly folder = mkdtempSync(`${tmpdir()}/nlmon-`);

  private constructor(ns: Namespace, shell: string) {
    this.#ns = ns;
    this.#child = ns.spawn(["script", "-qec", `cd ${this.folder}; exec ${shell}`, "/dev/null"], {
      PATH: `${dirname(resolve(BINARY))}:${process.env.PATH}`,
      HOME: this.folder,
      TERM: "dumb",
      PS1: "$ ",
      INPUTRC: "/dev/null",
    });
    void this.#read();
  }

  static async open(shell: string, ...setup: string[]): Promise<Terminal> {
    const ns = await Namespace.create();
    await ns.ip("link add v0 type veth peer name v1");
    const terminal = new Terminal(ns, shell);
    for (const line of setup) await terminal.run(line);
    return terminal;
  }

  /** A command, to its end. */
  async run(line: string): Promise<void> {
    // Written so that what the terminal echoes is not what is waited for.
    this.#type(`${line}; echo do''ne\n`);
    await this.#until("done");
  }

  /** Types, and waits until the screen has `text`. */
  async types(keys: string, text: string): Promise<string> {
    this.#type(keys);
    return this.#until(text);
  }

  /** Gives up the line. */
  async abandon(): Promise<void> {
    this.#type("\x15");
    await this.run(":");
  }

  #type(keys: string): void {
    this.#out = "";
    this.#child.stdin.write(keys);
    void this.#child.stdin.flush();
  }

  async #until(text: string): Promise<string> {
    const late = AbortSignal.timeout(PATIENCE);
    while (!this.#out.includes(text)) {
      if (late.aborted)
        throw new Error(`waited for ${JSON.stringify(text)}, screen: ${JSON.stringify(this.#out)}`);
      await new Promise<void>((wake) => {
        this.#wake = wake;
        late.addEventListener("abort", () => wake(), { once: true });
      });
    }
    return this.#out;
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder();
    for await (const chunk of this.#child.stdout) {
      this.#out += decoder.decode(chunk, { stream: true });
      this.#wake();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#child.exited;
    rmSync(this.folder, { recursive: true });
    await this.#ns[Symbol.asyncDispose]();
  }
}

const SHELLS = {
  bash: ["bash --norc --noprofile -i", 'eval "$(nlmon completion bash)"'],
  zsh: ["zsh -f -i", "autoload -Uz compinit && compinit -D", 'eval "$(nlmon completion zsh)"'],
} as const;

for (const [shell, [start, ...setup]] of Object.entries(SHELLS))
  test.skipIf(!has(shell) || !has("script"))(
    `${shell}: commands, options, values, lists, files`,
    async () => {
      await using terminal = await Terminal.open(start, ...setup);
      writeFileSync(`${terminal.folder}/recorded.pcap`, "");
      for (const [keys, line] of [
        ["nlmon rec\t", "nlmon record "],
        ["nlmon record --rotate-s\t", "--rotate-size "],
        ["nlmon --forma\tj\t", "json"],
        ["nlmon --format=j\t", "--format=json"],
        ["nlmon -o link,addr\t", "link,address"],
        ["nlmon --object=link,addr\t", "--object=link,address"],
        ["nlmon wait --on link.ren\t", "link.renamed"],
        ["nlmon show maddr\t", "maddress"],
        ["nlmon replay --speed 1 reco\t", "recorded.pcap"],
        ["nlmon --config reco\t", "recorded.pcap"],
      ] as const) {
        expect(await terminal.types(keys, line)).toContain(line);
        await terminal.abandon();
      }
      // The interfaces of this namespace, not those that /sys shows.
      expect(await terminal.types("nlmon -i v\t\t", "v1")).toContain("v0");
    },
  );

test.skipIf(!has("fish"))("fish: commands, options, values, lists, files", async () => {
  await using ns = await Namespace.create();
  await ns.ip("link add v0 type veth peer name v1");
  const folder = mkdtempSync(`${tmpdir()}/nlmon-`);
  writeFileSync(`${folder}/recorded.pcap`, "");
  const completions = async (line: string): Promise<string[]> => {
    const script = `cd ${folder}; nlmon completion fish | source; complete -C '${line}'`;
    const path = `PATH=${dirname(resolve(BINARY))}:${process.env.PATH}`;
    const out = await ns.run("env", `HOME=${folder}`, path, "fish", "--no-config", "-c", script);
    return out
      .trimEnd()
      .split("\n")
      .map((found) => found.split("\t")[0]!);
  };
  expect(await completions("nlmon rec")).toEqual(["record"]);
  expect(await completions("nlmon record --rotate-")).toEqual(["--rotate-size", "--rotate-time"]);
  expect(await completions("nlmon --format ")).toEqual(["json", "text"]);
  expect(await completions("nlmon --format=j")).toEqual(["--format=json"]);
  expect(await completions("nlmon -o link,addr")).toEqual(["link,address"]);
  expect(await completions("nlmon -i ")).toEqual(["lo", "v0", "v1"]);
  expect(await completions("nlmon replay reco")).toEqual(["recorded.pcap"]);
  rmSync(folder, { recursive: true });
});
