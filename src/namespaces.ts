/**
 * Several network namespaces, by name or path: each gets sockets of its own when it is there, also when it comes
 * later, goes, or comes again under the same name.
 *
 * A name is a mount on a file in /run/netns (`ip netns add` first makes the file, then mounts), or a link to
 * /proc/PID/ns/net. So what wakes this is a change of a folder, a change of the mounts, the end of a process; each
 * time, all names are looked up again. A socket keeps its namespace alive: that it has gone is known by its name.
 */
import { closeSync, existsSync, openSync, readdirSync, readlinkSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { EPOLLIN, EPOLLPRI } from "../ffi/epoll.ts";
import { Inotify } from "../ffi/inotify.ts";
import { Netns, openProcess } from "../ffi/netns.ts";
import type { Reactor } from "../ffi/reactor.ts";
import type { PlainNotice } from "./events/event.ts";
import { Globs } from "./events/glob.ts";
import { Kernel, type KernelOptions } from "./kernel.ts";
import type { Wanted } from "./rtnetlink/socket-filter.ts";
import type { Follower, Source } from "./source.ts";

/** Where iproute2 has them. */
const FOLDER = "/run/netns";

export interface NamespacesOptions extends Omit<KernelOptions, "other"> {
  /** Names, paths, and patterns of names. */
  names: readonly string[];
  /** What follows a namespace; `appeared`: it was not there at the start. */
  follower(source: Source, appeared: boolean): Follower;
  /** It is not there at the start. */
  onAbsent(name: string): void;
  onNotice(event: PlainNotice, netns?: string): void;
}

interface Member {
  name: string;
  /** Device and inode: two names of one namespace have the same, two namespaces never. */
  identity: string;
  netns: Netns;
  kernel: Kernel;
  follower: Follower;
  /** Of the process whose namespace it is, where its path says so. */
  process: number | undefined;
}

export class Namespaces {
  readonly #loop: Reactor;
  readonly #options: NamespacesOptions;
  readonly #inotify = new Inotify();
  readonly #members = new Map<string, Member>();
  /** Names whose namespace could not be opened, and have been told so. */
  readonly #failed = new Set<string>();
  #started = false;
  #wanted: Wanted | undefined;

  constructor(loop: Reactor, options: NamespacesOptions) {
    this.#loop = loop;
    this.#options = options;
    this.#wanted = options.wanted;
  }

  /** Bytes of receive buffer that the kernel granted; undefined: no namespace is there yet. */
  get rcvbuf(): number | undefined {
    return this.#members.values().next().value?.kernel.rcvbuf;
  }

  start(): void {
    this.#loop.add(this.#inotify.fd, EPOLLIN, () => {
      this.#inotify.drain();
      this.#look();
    });
    this.#loop.add(openSync("/proc/self/mountinfo", "r"), EPOLLPRI, () => this.#look());
    this.#look();
    this.#started = true;
    this.#options.onNotice("monitor.ready");
  }

  pause(paused: boolean): void {
    for (const { kernel } of this.#members.values()) kernel.pause(paused);
  }

  narrow(wanted: Wanted): void {
    this.#wanted = wanted;
    for (const { kernel } of this.#members.values()) kernel.narrow(wanted);
  }

  check(): void {
    for (const { kernel } of this.#members.values()) kernel.check();
  }

  finish(): void {
    for (const { kernel } of this.#members.values()) kernel.finish();
  }

  /** Which namespaces are there now. */
  #look(): void {
    const paths = this.#paths();
    for (const member of [...this.#members.values()])
      if (identityOf(paths.get(member.name)) !== member.identity) this.#remove(member);
    for (const [name, path] of paths) if (!this.#members.has(name)) this.#add(name, path);
  }

  /** Path by name, for all names that are wanted. */
  #paths(): ReadonlyMap<string, string> {
    const paths = new Map<string, string>();
    for (const wanted of this.#options.names) {
      this.#watch(dirname(netnsPath(wanted)));
      for (const name of isPattern(wanted) ? namesLike(wanted) : [wanted]) paths.set(name, netnsPath(name));
    }
    return paths;
  }

  /** Watches a folder, or the one in which it will come to be. */
  #watch(folder: string): void {
    if (!this.#inotify.watch(folder) && folder !== dirname(folder)) this.#watch(dirname(folder));
  }

  #add(name: string, path: string): void {
    const identity = identityOf(path);
    const netns = identity === undefined ? undefined : this.#open(name, path);
    if (identity === undefined || netns === undefined) {
      if (!this.#started) this.#options.onAbsent(name);
      return;
    }
    const id = `net:[${identity.slice(identity.indexOf(":") + 1)}]`;
    const kernel = new Kernel(this.#loop, {
      ...this.#options,
      ...(this.#wanted === undefined ? {} : { wanted: this.#wanted }),
      onWarning: (warning) => this.#options.onWarning(`netns ${name}: ${warning}`),
      other: { netns, where: { netns: name }, id },
    });
    const follower = this.#options.follower(kernel, this.#started);
    const member = { name, identity, netns, kernel, follower, process: this.#watchProcess(path) };
    this.#members.set(name, member);
    if (this.#started) this.#options.onNotice("netns.added", name);
    kernel.start(follower);
  }

  /** undefined: it is not (yet) a namespace, or this program may not enter it. */
  #open(name: string, path: string): Netns | undefined {
    try {
      const netns = Netns.open(path);
      this.#failed.delete(name);
      return netns;
    } catch (error) {
      if (!this.#started && !this.#options.names.some(isPattern)) throw error;
      if (!this.#failed.has(name)) this.#options.onWarning(`netns ${name}: ${(error as Error).message}`);
      this.#failed.add(name);
      return undefined;
    }
  }

  #remove(member: Member): void {
    this.#members.delete(member.name);
    member.kernel.finish();
    member.follower.gone?.();
    member.kernel.close();
    member.netns.close();
    if (member.process !== undefined) {
      this.#loop.delete(member.process);
      closeSync(member.process);
    }
    this.#options.onNotice("netns.removed", member.name);
  }

  /** Nothing else tells that a path in /proc has gone. */
  #watchProcess(path: string): number | undefined {
    const pid = /^\/proc\/(\d+)\//.exec(targetOf(path))?.[1];
    const fd = pid === undefined ? undefined : openProcess(Number(pid));
    if (fd !== undefined) this.#loop.add(fd, EPOLLIN, () => this.#look());
    return fd;
  }
}

/** One that is there now. */
export function namespaceCalled(name: string): NonNullable<KernelOptions["other"]> {
  const path = netnsPath(name);
  if (!existsSync(path)) throw new Error(`no network namespace is called ${name}`);
  const netns = Netns.open(path);
  if (netns === undefined) throw new Error(`${path} is no network namespace`);
  return { netns, where: { netns: name }, id: `net:[${statSync(path).ino}]` };
}

/** A name without a slash is one of iproute2's. */
const netnsPath = (name: string): string => (name.includes("/") ? name : `${FOLDER}/${name}`);

const isPattern = (name: string): boolean => !name.includes("/") && /[*?[{]/.test(name);

function namesLike(pattern: string): string[] {
  try {
    const globs = new Globs([pattern]);
    return readdirSync(FOLDER)
      .filter((name) => globs.match(name))
      .sort();
  } catch {
    return [];
  }
}

/** What a name in /run/netns is a link to; the path itself where it is none. */
function targetOf(path: string): string {
  try {
    return path.startsWith("/proc/") ? path : readlinkSync(path);
  } catch {
    return path;
  }
}

/** Device and inode of what is at a path; undefined where there is nothing. */
function identityOf(path: string | undefined): string | undefined {
  try {
    if (path === undefined) return undefined;
    const { dev, ino } = statSync(path);
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}
