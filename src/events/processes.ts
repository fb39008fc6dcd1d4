/**
 * Who made a change. A notification has the port id of the socket that asked for it, and the first netlink socket of
 * a process gets the process' id as its port id (netlink(7)). That is a good guess, no proof: nothing is said of a
 * process that is not alive any more, nor of a kernel thread.
 */
import { readFileSync, readlinkSync } from "node:fs";

export interface Process {
  pid: number;
  comm: string;
}

/** Process ids are reused: what was read is believed for so long, in ms. */
const TRUST = 1000;
const MOST = 256;

export class Processes {
  readonly #netns: string | undefined;
  readonly #known = new Map<number, { process: Process | undefined; until: number }>();

  /**
   * `netns`: only processes of this network namespace, as `net:[4026531840]`, count. What is heard of another one may
   * come from a container, where process ids are others.
   */
  constructor(netns?: string) {
    this.#netns = netns;
  }

  /** The process with this port id; undefined when there is none to name. */
  of(portId: number): Process | undefined {
    // Port ids of further sockets are negative; 0 is the kernel.
    if (portId === 0 || portId > 0x7fff_ffff) return undefined;
    const now = performance.now();
    const known = this.#known.get(portId);
    if (known !== undefined && now < known.until) return known.process;
    const process = look(portId, this.#netns);
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(portId, { process, until: now + TRUST });
    return process;
  }
}

function look(pid: number, netns: string | undefined): Process | undefined {
  try {
    if (netns !== undefined && readlinkSync(`/proc/${pid}/ns/net`) !== netns) return undefined;
    const comm = readFileSync(`/proc/${pid}/comm`, "utf8").replace(/\n$/, "");
    return isKernelThread(pid) ? undefined : { pid, comm };
  } catch {
    return undefined;
  }
}

/** PF_KTHREAD, the ninth field of proc_pid_stat(5). */
const PF_KTHREAD = 0x0020_0000;

function isKernelThread(pid: number): boolean {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  const flags = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[6]);
  return (flags & PF_KTHREAD) !== 0;
}
