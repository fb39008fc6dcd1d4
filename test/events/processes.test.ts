import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { Processes } from "../../src/events/processes.ts";

test("a live process has a name", () => {
  const comm = readFileSync("/proc/self/comm", "utf8").trim();
  const processes = new Processes();
  expect(processes.of(process.pid)).toEqual({ pid: process.pid, comm });
  expect(processes.of(process.pid)).toBe(processes.of(process.pid)!);
});

test("the kernel, further sockets of a process and the dead have none", async () => {
  const processes = new Processes();
  for (const portId of [0, 0x8000_0000, 0xffff_f000, 0x7fff_ffff])
    expect(processes.of(portId)).toBeUndefined();
  const child = Bun.spawn(["true"]);
  await child.exited;
  expect(processes.of(child.pid)).toBeUndefined();
});

test("a kernel thread is not who asked", () => {
  // kthreadd is process 2 where kernel threads can be seen at all.
  let stat = "";
  try {
    stat = readFileSync("/proc/2/stat", "latin1");
  } catch {
    // In a namespace of its own there is no such process, and none to be named either.
  }
  if (stat === "" || stat.startsWith("2 (kthreadd)")) expect(new Processes().of(2)).toBeUndefined();
  else expect(new Processes().of(2)?.pid).toBe(2);
});
