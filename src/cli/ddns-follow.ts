/** `nlmon ddns` until a signal: what keeps the names right as long as it runs. */
import { isatty } from "../../ffi/fd.ts";
import type { Loop } from "../../ffi/loop.ts";
import { AddressFollower, FOLLOWED } from "../ddns/follower.ts";
import type { Task } from "../ddns/task.ts";
import { Kernel } from "../kernel.ts";
import { Diagnostics } from "./diagnostics.ts";
import { endLog, log, setLogWriter } from "./log.ts";
import { Service } from "./systemd.ts";
import { ConfigError, UsageError } from "./usage-error.ts";

const EXIT_SIGTERM = 128 + 15;
/** At the end, what is in flight is waited for, but not for longer, in ms. */
const PATIENCE = 15_000;

export class Following {
  readonly #loop: Loop;
  readonly #load: () => readonly Task[];
  readonly #config: string | undefined;
  readonly #service = new Service(process.env);
  readonly #kernel: Kernel;
  readonly #follower: AddressFollower;
  #tasks: readonly Task[];
  #reloaded: Promise<void> = Promise.resolve();
  #isEnding = false;

  /** `load` makes the tasks of what the settings are now; `config`: the file that may say other things later. */
  constructor(loop: Loop, load: () => readonly Task[], config: string | undefined) {
    this.#loop = loop;
    this.#load = load;
    this.#config = config;
    this.#tasks = load();
    const diagnostics = Diagnostics.open(loop);
    if (diagnostics !== undefined) setLogWriter(diagnostics);
    this.#kernel = new Kernel(loop, {
      objects: FOLLOWED,
      rcvbuf: undefined,
      onWarning: (text) => log.warn(text),
      onNote: (text) => log.debug(text),
    });
    this.#follower = new AddressFollower(this.#kernel, () => this.#tell());
  }

  start(): void {
    process.on("SIGINT", () => void this.#end(0));
    process.on("SIGTERM", () => void this.#end(EXIT_SIGTERM));
    if (this.#config !== undefined)
      process.on("SIGHUP", () => {
        this.#reloaded = this.#reloaded.then(() => this.#reload());
      });
    this.#kernel.start(this.#follower);
    if (isatty(2)) log.info(`${this.#status}; Ctrl-C ends`);
    else log.debug(this.#status);
    this.#service.ready(this.#status, this.#loop);
  }

  get #status(): string {
    return `following the addresses for ${this.#tasks.map(({ title }) => title).join(", ")}`;
  }

  #tell(): void {
    const candidates = [...this.#follower.candidates()];
    for (const task of this.#tasks) task.follow(candidates);
  }

  async #stop(): Promise<void> {
    await Promise.all(this.#tasks.map((task) => task.stop()));
  }

  /** A file that is wrong changes nothing. */
  async #reload(): Promise<void> {
    this.#service.reloading();
    try {
      const tasks = this.#load();
      // Two that are at one record at the same time would each find that somebody else has changed it.
      await this.#stop();
      this.#tasks = tasks;
      this.#tell();
      log.info(`${this.#config} read again: ${this.#status}`);
    } catch (error) {
      if (!(error instanceof ConfigError || error instanceof UsageError)) throw error;
      log.error(`${error.message}\nall stays as it was`);
    }
    this.#service.reloaded(this.#status);
  }

  async #end(code: number): Promise<void> {
    const exit = (): never => {
      endLog();
      process.exit(code);
    };
    if (this.#isEnding) exit();
    this.#isEnding = true;
    this.#service.stopping();
    this.#loop.after(PATIENCE, exit);
    await this.#stop();
    exit();
  }
}
