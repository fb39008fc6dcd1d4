/** Process groups: who of one is still there. */
import { readdirSync, readFileSync } from "node:fs";

/** False when nobody is left in the group to get it. */
export function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-group, signal);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/**
 * Whether one of the group is running. A process that has ended is in it until its parent has asked for its status,
 * and where process 1 is slow to, or does not at all (containers), that can take long: such do not count.
 */
export function isGroupAlive(group: number): boolean {
  if (!signalGroup(group, 0)) return false;
  let ended = false;
  for (const name of readdirSync("/proc")) {
    if (!/^\d/.test(name)) continue;
    const state = stateOf(name, group);
    if (state === "Z" || state === "X") ended = true;
    else if (state !== undefined) return true;
  }
  // One that /proc does not show (hidepid) is there all the same.
  return !ended;
}

/** The state of a process of this group: proc_pid_stat(5), the third and the fifth field. */
function stateOf(pid: string, group: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const [state, _parent, pgrp] = stat.slice(stat.lastIndexOf(")") + 2).split(" ", 3);
    return Number(pgrp) === group ? state : undefined;
  } catch {
    return undefined;
  }
}
