/** A terminal that can be looked at: a shell in tmux, in a network namespace of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { BINARY, Namespace } from "./namespace.ts";

const PATIENCE = 10_000;

export const hasTmux = process.env.NLMON_REQUIRE_ALL === "1" || Bun.which("tmux") !== null;

export class Tmux implements AsyncDisposable {
  readonly #folder = mkdtempSync(`${tmpdir()}/nlmon-`);

  private constructor(readonly ns: Namespace) {}

  static async open(columns: number, rows: number, env = "LC_ALL=C.UTF-8"): Promise<Tmux> {
    const ns = await Namespace.create();
    await ns.batch([
      "link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02",
      "link set v0 addrgenmode none",
      "link set v1 addrgenmode none",
      "addr add 192.0.2.1/24 dev v0",
    ]);
    const tmux = new Tmux(ns);
    const size = ["-x", String(columns), "-y", String(rows)];
    const shell = `exec env ${env} NLMON=${BINARY} PS1='$ ' sh`;
    await tmux.#tmux("-u", "-f", "/dev/null", "new-session", "-d", ...size, shell);
    await tmux.until((screen) => screen.startsWith("$"), "the prompt");
    return tmux;
  }

  /** What is on the screen; `escapes`: with its colours. */
  screen(...escapes: "-e"[]): Promise<string> {
    return this.#tmux("capture-pane", "-p", ...escapes);
  }

  /** Waits until it looks so. */
  async until(looks: (screen: string) => boolean, what: string): Promise<string> {
    const late = performance.now() + PATIENCE;
    for (;;) {
      const screen = await this.screen();
      if (looks(screen)) return screen;
      if (performance.now() > late) throw new Error(`waited for ${what}; the screen:\n${screen}`);
      await Bun.sleep(20);
    }
  }

  /** Types a line, or presses keys by tmux' names of them. */
  async type(text: string, ...keys: string[]): Promise<void> {
    if (text !== "") await this.#tmux("send-keys", "-l", text);
    for (const key of keys) await this.#tmux("send-keys", key);
  }

  async resize(columns: number, rows: number): Promise<void> {
    await this.#tmux("resize-window", "-x", String(columns), "-y", String(rows));
  }

  /** Of the program that the shell has started. */
  async pid(): Promise<string> {
    const shell = (await this.#tmux("display", "-p", "#{pane_pid}")).trim();
    return (await this.ns.run("cat", `/proc/${shell}/task/${shell}/children`)).trim();
  }

  async kill(signal: string): Promise<void> {
    await this.ns.run("kill", `-${signal}`, await this.pid());
  }

  /** `alternate_on`, `cursor_flag`, `wrap_flag`. */
  async modes(): Promise<string> {
    return (await this.#tmux("display", "-p", "#{alternate_on} #{cursor_flag} #{wrap_flag}")).trim();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#tmux("kill-server").catch(() => {});
    await this.ns[Symbol.asyncDispose]();
    rmSync(this.#folder, { recursive: true });
  }

  #tmux(...words: string[]): Promise<string> {
    return this.ns.run("env", "-u", "TMUX", "tmux", "-S", `${this.#folder}/socket`, ...words);
  }
}
