/** `nlmon ddns`: names that follow this host's addresses. */
import { isatty } from "../../ffi/fd.ts";
import { Loop } from "../../ffi/loop.ts";
import { NETLINK_ROUTE } from "../../ffi/netlink.ts";
import { Failure } from "../ddns/failure.ts";
import { AddressFollower, FOLLOWED } from "../ddns/follower.ts";
import type { Key } from "../ddns/key.ts";
import { KEY_VARIABLE, loadKey } from "../ddns/key-source.ts";
import { shownName } from "../ddns/name.ts";
import type { Candidate } from "../ddns/select.ts";
import type { Settings } from "../ddns/settings.ts";
import { StateFile } from "../ddns/state-file.ts";
import { systemEdge } from "../ddns/system.ts";
import { Task } from "../ddns/task.ts";
import { Kernel } from "../kernel.ts";
import { DumpSession } from "../netlink/dump.ts";
import { colours } from "../output/colour.ts";
import { table } from "../output/table.ts";
import { type DdnsRun, parseDdns } from "./ddns-options.ts";
import { log } from "./log.ts";
import { print } from "./stdio.ts";

const EXIT_FAILURE = 1;
const EXIT_SIGTERM = 128 + 15;
/** At the end, what is in flight is waited for, but not for longer, in ms. */
const PATIENCE = 15_000;

export async function runDdns(options: string[]): Promise<void> {
  const run = parseDdns(options, process.env);
  const keys = run.all.map((one) => keyOf(one));
  // A command that is started here has no business with it.
  delete process.env[KEY_VARIABLE];
  const loop = new Loop();
  const edge = systemEdge(loop);
  const state = new StateFile(run.state);
  const damage = state.load();
  if (damage !== undefined) log.warn(`${damage}: what was published before is not known`);
  const tasks = run.all.map(
    (one, i) =>
      new Task(edge, one, keys[i], state, { info: (text) => log.info(text), warn: (text) => log.warn(text) }),
  );
  if (run.explain || run.dryRun || run.once || run.check) process.exit(await now(run, tasks));
  follow(loop, tasks);
}

function keyOf({ keyFile, allowMd5, via }: Settings): Key | undefined {
  const { key, problem, warning } = loadKey(keyFile, allowMd5, process.env);
  if (problem !== undefined) throw new Error(problem);
  if (warning !== undefined) log.warn(warning);
  if (key === undefined && via === undefined)
    log.warn("no key: updates are not signed, and whoever can answer for the server is believed");
  return key;
}

/** What is done at once; the exit status. */
async function now(run: DdnsRun, tasks: readonly Task[]): Promise<number> {
  const candidates = run.explain || run.dryRun || run.once ? found() : [];
  if (run.explain) print(1, tasks.map((task) => explained(task, candidates)).join("\n"));
  if (run.dryRun) print(1, tasks.map((task) => task.script(candidates)).join(""));
  let status = 0;
  if (run.check)
    for (const task of tasks)
      for (const result of await task.check()) {
        if (result instanceof Failure) status = fail(result.sentence);
        else print(1, `${result}\n`);
      }
  if (run.once && !run.dryRun && status === 0)
    for (const task of tasks) {
      const result = await task.once(candidates);
      if (result === "no address")
        status = fail("there is no address to publish: nlmon ddns --explain says why");
      else for (const { sentence } of result) status = fail(sentence);
    }
  return status;
}

function fail(sentence: string): number {
  log.error(sentence);
  return EXIT_FAILURE;
}

/** The addresses there are. */
function found(): readonly Candidate[] {
  const dumps = new DumpSession(NETLINK_ROUTE);
  const follower = new AddressFollower({ dumps }, () => {});
  follower.start();
  dumps.close();
  return [...follower.candidates()];
}

function explained(task: Task, candidates: readonly Candidate[]): string {
  const verdicts = [...task.verdicts(candidates).values()].flat();
  const { names } = task.settings.records;
  const rows = verdicts.map(({ candidate, address, chosen, why }) => [
    chosen ? "yes" : "no",
    candidate.dev.ifname,
    candidate.body.local,
    address === candidate.body.local ? "" : address,
    why,
  ]);
  const heading = `${names.map(shownName).join(", ")}:\n`;
  if (rows.length === 0) return `${heading}no addresses\n`;
  return (
    heading +
    table(["CHOSEN", "INTERFACE", "ADDRESS", "PUBLISHED", "WHY"], rows, colours(isatty(1), process.env))
  );
}

/** Until a signal. */
function follow(loop: Loop, tasks: readonly Task[]): void {
  const kernel = new Kernel(loop, {
    objects: FOLLOWED,
    rcvbuf: undefined,
    onWarning: (text) => log.warn(text),
    onNote: (text) => log.debug(text),
  });
  const follower: AddressFollower = new AddressFollower(kernel, () => {
    const candidates = [...follower.candidates()];
    for (const task of tasks) task.follow(candidates);
  });
  let isEnding = false;
  const end = async (code: number): Promise<void> => {
    if (isEnding) process.exit(code);
    isEnding = true;
    loop.after(PATIENCE, () => process.exit(code));
    await Promise.all(tasks.map((task) => task.stop()));
    process.exit(code);
  };
  process.on("SIGINT", () => void end(0));
  process.on("SIGTERM", () => void end(EXIT_SIGTERM));
  kernel.start(follower);
  log.debug("following the addresses of this host");
}
