/** A program that is measured: started here, its CPU, memory and output. */
import { closeSync, openSync, readdirSync, readFileSync } from "node:fs";
import type { Subprocess } from "bun";
import { allocate, bytes, pointer, view } from "../../ffi/arena.ts";
import { check } from "../../ffi/errno.ts";
import { POLLIN, poll } from "../../ffi/fd.ts";
import { libc } from "../../ffi/libc.ts";

export const NLMON = `${import.meta.dir}/../../dist/nlmon`;

const RTNLGRP_IPV4_IFADDR = 5;
const RTNLGRP_IPV4_ROUTE = 7;
const floor = (...words: number[]): string[] => [
  process.execPath,
  `${import.meta.dir}/floor.ts`,
  ...words.map(String),
];
/** A loop in Bun that only receives and writes: the address of an address, the destination of a route. */
export const FLOOR = {
  address: floor(RTNLGRP_IPV4_IFADDR, 28, 80),
  route: floor(RTNLGRP_IPV4_ROUTE, 40, 300),
};

const O_CLOEXEC = 0o2000000;
const SIZE = 1 << 16;
const ends = allocate(8);
const chunk = allocate(SIZE);

interface Thread {
  cpu: number;
  sleeps: number;
}

/** What the threads that are there have done since then. */
export function since(before: ReadonlyMap<string, Thread>, now: ReadonlyMap<string, Thread>): Thread {
  const done = { cpu: 0, sleeps: 0 };
  for (const [thread, { cpu, sleeps }] of now) {
    done.cpu += cpu - (before.get(thread)?.cpu ?? 0);
    done.sleeps += sleeps - (before.get(thread)?.sleeps ?? 0);
  }
  return done;
}

export class Monitor {
  readonly #child: Subprocess;
  /** The end of a pipe from its standard output; undefined: it writes to a file. */
  readonly #output: number | undefined;

  /** Writes to the file, or to us. */
  constructor(command: readonly string[], file?: string) {
    let stdout: number;
    if (file === undefined) {
      check("pipe2", libc.pipe2(pointer(ends), O_CLOEXEC));
      this.#output = view.getInt32(ends, true);
      stdout = view.getInt32(ends + 4, true);
    } else stdout = openSync(file, "w");
    this.#child = Bun.spawn([...command], { stdin: "ignore", stdout, stderr: "ignore" });
    closeSync(stdout);
  }

  get pid(): number {
    return this.#child.pid;
  }

  /** Reads what it has written within `timeout` ms of the last; the text. */
  drain(timeout: number): string {
    let text = "";
    while (poll(this.#output!, POLLIN, timeout) !== 0) {
      const part = this.#read();
      if (part === "") break;
      text += part;
    }
    return text;
  }

  /** Reads until it has written `text`; false when it has not within a second. */
  waitFor(text: string): boolean {
    let seen = "";
    while (!seen.includes(text)) {
      if (poll(this.#output!, POLLIN, 1000) === 0) return false;
      seen += this.#read();
    }
    return true;
  }

  #read(): string {
    const length = check("read", Number(libc.read(this.#output!, pointer(chunk), SIZE)));
    return Buffer.from(bytes.buffer, chunk, length).toString("latin1");
  }

  /** CPU of all its threads, in us. */
  cpu(): number {
    return this.threads()
      .values()
      .reduce((sum, { cpu }) => sum + cpu, 0);
  }

  /** In kB. */
  anonymous(): number {
    return Number(
      /^Anonymous:\s+(\d+)/m.exec(readFileSync(`/proc/${this.pid}/smaps_rollup`, "utf8"))?.[1] ?? Number.NaN,
    );
  }

  /** CPU (us) of each of its threads, and how often it went to sleep. */
  threads(): ReadonlyMap<string, Thread> {
    const folder = `/proc/${this.pid}/task`;
    const one = (thread: string): Thread => ({
      cpu: Number(readFileSync(`${folder}/${thread}/schedstat`, "utf8").split(" ")[0]) / 1000,
      sleeps: Number(
        /^voluntary_ctxt_switches:\s+(\d+)/m.exec(readFileSync(`${folder}/${thread}/status`, "utf8"))?.[1],
      ),
    });
    return new Map(readdirSync(folder).map((thread) => [thread, one(thread)]));
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  async end(): Promise<void> {
    this.#child.kill("SIGTERM");
    await this.#child.exited;
    if (this.#output !== undefined) closeSync(this.#output);
  }
}
