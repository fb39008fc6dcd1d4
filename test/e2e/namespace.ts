/**
 * A network namespace of the test's own, and commands and nlmon in it. As root a plain one; else inside a user
 * namespace. It ends with the test: nothing stays behind.
 */
import type { Subprocess } from "bun";

export const BINARY = `${import.meta.dir}/../../dist/nlmon`;
const root = process.getuid?.() === 0;

/** How long a condition may take before the test fails, in ms: far more than it ever needs. */
const PATIENCE = 10_000;

export type Json = Record<string, unknown>;

export class Namespace implements AsyncDisposable {
  readonly #holder: Subprocess<"pipe", "pipe", "inherit">;
  readonly #enter: string[];

  private constructor(holder: Subprocess<"pipe", "pipe", "inherit">, run: boolean) {
    this.#holder = holder;
    const user = root ? [] : ["--user", "--preserve-credentials"];
    const mounts = run ? ["--mount"] : [];
    this.#enter = ["nsenter", "--target", String(holder.pid), "--net", ...mounts, ...user, "--"];
  }

  /** `run`: with a /run of its own, where `ip netns` leaves no trace. */
  static async create({ run = false } = {}): Promise<Namespace> {
    // `cat` ends with the pipe: also when this process is killed.
    const holder = Bun.spawn(
      [
        "unshare",
        `-${root ? "" : "r"}n${run ? "m" : ""}`,
        "sh",
        "-c",
        `${run ? "mount -t tmpfs none /run && " : ""}ip link set lo up && echo ready && exec cat`,
      ],
      {
        stdin: "pipe",
        stdout: "pipe",
        stderr: "inherit",
      },
    );
    const reader = holder.stdout.getReader();
    const { value } = await reader.read();
    if (new TextDecoder().decode(value) !== "ready\n")
      throw new Error("no network namespace: unshare failed");
    return new Namespace(holder, run);
  }

  /** Runs a command to its end; its standard output. */
  async run(...command: string[]): Promise<string> {
    const child = Bun.spawn([...this.#enter, ...command], { stdout: "pipe", stderr: "pipe" });
    const [out, error, code] = await Promise.all([text(child.stdout), text(child.stderr), child.exited]);
    if (code !== 0) throw new Error(`${command.join(" ")}: exit ${code}: ${error}`);
    return out;
  }

  /** `ip` with these words: `ip("link set lo up")`. */
  ip(words: string): Promise<string> {
    return this.run("ip", ...words.split(" "));
  }

  /** Many `ip` commands at once, as fast as the kernel takes them. */
  async batch(lines: readonly string[]): Promise<void> {
    const child = Bun.spawn([...this.#enter, "ip", "-batch", "-"], {
      stdin: new Blob([`${lines.join("\n")}\n`]),
      stdout: "ignore",
      stderr: "pipe",
    });
    const error = await text(child.stderr);
    if ((await child.exited) !== 0) throw new Error(`ip -batch: ${error}`);
  }

  /** What `ip -j` says, as an array. */
  async json(words: string): Promise<Json[]> {
    return JSON.parse(await this.ip(`-j ${words}`)) as Json[];
  }

  spawn(command: readonly string[], env: Record<string, string> = {}): Subprocess<"pipe", "pipe", "pipe"> {
    return Bun.spawn([...this.#enter, ...command], {
      stdin: "pipe",
      stdout: "pipe",
      stderr: "pipe",
      env: { ...process.env, ...env },
    });
  }

  /** The built nlmon, started here. */
  nlmon(...options: string[]): Monitor {
    return this.nlmonWith({}, ...options);
  }

  /** The same, with more in its environment. */
  nlmonWith(env: Record<string, string>, ...options: string[]): Monitor {
    return new Monitor(this.spawn([BINARY, ...options], env));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#holder.stdin.end();
    this.#holder.kill();
    await this.#holder.exited;
  }
}

/** A running nlmon: its lines as they come. */
export class Monitor implements AsyncDisposable {
  readonly lines: string[] = [];
  stderr = "";
  readonly #events: Json[] = [];
  readonly #child: Subprocess<"pipe", "pipe", "pipe">;
  readonly #done: Promise<unknown>;
  #wake: () => void = () => {};
  /** Not reading: the pipe fills up. */
  #held: Promise<void> | undefined;
  #release: () => void = () => {};

  constructor(child: Subprocess<"pipe", "pipe", "pipe">) {
    this.#child = child;
    this.#done = Promise.all([this.#read(), this.#readErrors()]);
  }

  get pid(): number {
    return this.#child.pid;
  }

  /** The lines as objects. */
  get events(): Json[] {
    while (this.#events.length < this.lines.length)
      this.#events.push(JSON.parse(this.lines[this.#events.length]!) as Json);
    return this.#events;
  }

  /** Stops reading its output, until `resume`. */
  hold(): void {
    this.#held = new Promise((resolve) => (this.#release = resolve));
  }

  resume(): void {
    this.#held = undefined;
    this.#release();
  }

  /** Waits until `condition` holds of what it has written. */
  async until(condition: (monitor: this) => boolean, what: string): Promise<void> {
    const late = AbortSignal.timeout(PATIENCE);
    while (!condition(this)) {
      if (late.aborted)
        throw new Error(
          `waited for ${what}; stdout:\n${this.lines.slice(-20).join("\n")}\nstderr:\n${this.stderr}`,
        );
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        late.addEventListener("abort", () => resolve(), { once: true });
      });
    }
  }

  /** The first event with this name (and, where given, of this interface). */
  async event(name: string, ifname?: string): Promise<Json> {
    const find = () =>
      this.events.find((e) => e.event === name && (ifname === undefined || e.ifname === ifname));
    await this.until(() => find() !== undefined, `${name} ${ifname ?? ""}`);
    return find()!;
  }

  /** Subscribed and the state read (JSON). */
  async ready(): Promise<this> {
    await this.event("monitor.ready");
    return this;
  }

  /** Writes to its standard input. */
  type(text: string): void {
    this.#child.stdin.write(text);
    this.#child.stdin.flush();
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** Sends a signal and waits for the end; exit code and how long it took. */
  async end(name: NodeJS.Signals = "SIGINT"): Promise<{ code: number; ms: number }> {
    const from = performance.now();
    this.#child.kill(name);
    const code = await this.exit();
    return { code, ms: performance.now() - from };
  }

  /** Exit code, when it ends by itself. */
  async exit(): Promise<number> {
    const code = await this.#child.exited;
    await this.#done;
    return code;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.resume();
    this.#child.kill("SIGKILL");
    await this.#child.exited;
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder();
    let rest = "";
    for await (const chunk of this.#child.stdout) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = parts.pop()!;
      this.lines.push(...parts);
      this.#wake();
      if (this.#held !== undefined) await this.#held;
    }
    if (rest !== "") this.lines.push(rest);
    this.#wake();
  }

  async #readErrors(): Promise<void> {
    const decoder = new TextDecoder();
    for await (const chunk of this.#child.stderr) {
      this.stderr += decoder.decode(chunk, { stream: true });
      this.#wake();
    }
  }
}

const text = (stream: ReadableStream<Uint8Array>): Promise<string> => new Response(stream).text();
