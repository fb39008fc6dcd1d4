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
/** When the names cannot be read, it is tried again after so many ms. */
const AGAIN = 1000;

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
  /** What could not be opened, and has been told so. */
  readonly #failed = new Set<string>();
  #started = false;
  #paused = false;
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
    this.#paused = paused;
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
    for (const member of [...this.#members.values()]) {
      const path = paths.get(member.name);
      const identity = path === undefined ? null : this.#try(member.name, () => identityOf(path) ?? null);
      // What cannot be looked at stays as it was.
      if (identity !== undefined && identity !== member.identity) this.#remove(member);
    }
    for (const [name, path] of paths) if (!this.#members.has(name)) this.#add(name, path);
  }

  /** Path by name, for all names that are wanted. */
  #paths(): ReadonlyMap<string, string> {
    const paths = new Map<string, string>();
    for (const wanted of this.#options.names) {
      this.#watch(dirname(netnsPath(wanted)));
      for (const name of isPattern(wanted) ? this.#namesLike(wanted) : [wanted])
        paths.set(name, netnsPath(name));
    }
    return paths;
  }

  /** Where they cannot be read: those that are known. */
  #namesLike(pattern: string): Iterable<string> {
    const names = this.#try(FOLDER, () => namesLike(pattern));
    if (names === undefined) this.#loop.after(AGAIN, () => this.#look());
    return names ?? this.#members.keys();
  }

  /** Watches a folder, or the one in which it will come to be. */
  #watch(folder: string): void {
    if (!this.#inotify.watch(folder) && folder !== dirname(folder)) this.#watch(dirname(folder));
  }

  #add(name: string, path: string): void {
    const opened = this.#try(name, () => this.#open(name, path));
    if (opened === undefined) {
      if (!this.#started && !this.#failed.has(name)) this.#options.onAbsent(name);
      return;
    }
    const { netns, kernel } = opened;
    // Of what was opened: what is at the path may be another thing by now.
    const identity = identify(netns.inode);
    const follower = this.#options.follower(kernel, this.#started);
    const member = { name, identity, netns, kernel, follower, process: this.#watchProcess(path) };
    this.#members.set(name, member);
    if (this.#started) this.#options.onNotice("netns.added", name);
    kernel.start(follower);
    if (this.#paused) kernel.pause(true);
  }

  /** undefined: it is not a namespace (yet). */
  #open(name: string, path: string): { netns: Netns; kernel: Kernel } | undefined {
    if (identityOf(path) === undefined) return undefined;
    const netns = whatIsThere(() => Netns.open(path) ?? this.#notYet(path));
    if (netns === undefined) return undefined;
    try {
      return { netns, kernel: this.#listen(name, netns) };
    } catch (error) {
      netns.close();
      throw error;
    }
  }

  /** `ip netns add` makes the file first. */
  #notYet(path: string): undefined {
    if (!this.#started && dirname(path) !== FOLDER) throw new Error(`${path} is no network namespace`);
  }

  /** undefined: this program may not do it, or has no descriptors left; told once. */
  #try<T>(name: string, something: () => T): T | undefined {
    try {
      const done = something();
      this.#failed.delete(name);
      return done;
    } catch (error) {
      if (!this.#started && this.#options.names.includes(name)) throw error;
      if (!this.#failed.has(name)) this.#options.onWarning(`netns ${name}: ${(error as Error).message}`);
      this.#failed.add(name);
      return undefined;
    }
  }

  #listen(name: string, netns: Netns): Kernel {
    return new Kernel(this.#loop, {
      ...this.#options,
      ...(this.#wanted === undefined ? {} : { wanted: this.#wanted }),
      onWarning: (warning) => this.#options.onWarning(`netns ${name}: ${warning}`),
      other: { netns, where: { netns: name }, id: `net:[${netns.inode.ino}]` },
    });
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
    if (pid === undefined) return undefined;
    const fd = openProcess(Number(pid));
    if (fd !== undefined) this.#loop.add(fd, EPOLLIN, () => this.#look());
    else this.#loop.after(0, () => this.#look());
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

const ABSENT: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "ESRCH"]);

const isPattern = (name: string): boolean => !name.includes("/") && /[*?[{]/.test(name);

function namesLike(pattern: string): string[] {
  const globs = new Globs([pattern]);
  return (whatIsThere(() => readdirSync(FOLDER)) ?? []).filter((name) => globs.match(name)).sort();
}

/** undefined: it does not exist. */
function whatIsThere<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (ABSENT.has(String((error as NodeJS.ErrnoException).code))) return undefined;
    throw error;
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

const identify = ({ dev, ino }: { dev: number; ino: number }): string => `${dev}:${ino}`;

/** Device and inode of what is at a path; undefined where there is nothing. */
const identityOf = (path: string): string | undefined => whatIsThere(() => identify(statSync(path)));
