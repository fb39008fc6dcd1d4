/** `nlmon ddns`: names that follow this host's addresses. */
import { isatty } from "../../ffi/fd.ts";
import { Loop } from "../../ffi/loop.ts";
import { NETLINK_ROUTE } from "../../ffi/netlink.ts";
import { Failure } from "../ddns/failure.ts";
import { AddressFollower } from "../ddns/follower.ts";
import type { Key } from "../ddns/key.ts";
import { KEY_VARIABLE, loadKey } from "../ddns/key-source.ts";
import { shownName } from "../ddns/name.ts";
import type { Candidate } from "../ddns/select.ts";
import { contested, type Settings } from "../ddns/settings.ts";
import { StateFile } from "../ddns/state-file.ts";
import { systemEdge } from "../ddns/system.ts";
import { Task } from "../ddns/task.ts";
import { DumpSession } from "../netlink/dump.ts";
import { colours } from "../output/colour.ts";
import { table } from "../output/table.ts";
import { Following } from "./ddns-follow.ts";
import { type DdnsRun, parseDdns } from "./ddns-options.ts";
import { log } from "./log.ts";
import { print } from "./stdio.ts";
import { ConfigError, UsageError } from "./usage-error.ts";

const EXIT_FAILURE = 1;

export async function runDdns(options: string[]): Promise<void> {
  const run = parseDdns(options, process.env);
  const loader = await loaderOf(run);
  const environment = { ...process.env };
  // A command that is started here has no business with it.
  delete process.env[KEY_VARIABLE];
  const loop = new Loop();
  const edge = systemEdge(loop);
  const state = new StateFile(run.state);
  const shows = run.explain || run.dryRun;
  const acts = run.once || run.check;
  const publishes = run.once ? !run.dryRun : !shows && !run.check;
  const taken = publishes ? state.take() : undefined;
  if (taken !== undefined) process.exit(fail(taken));
  const damage = state.load();
  if (damage !== undefined) log.warn(`${damage}: what was published before is not known`);
  const keys = shows && !acts ? () => undefined : (one: Settings) => keyOf(one, environment);
  const report = { info: (text: string) => log.info(text), warn: (text: string) => log.warn(text) };
  const tasks = (): Task[] => loader().map((one) => new Task(edge, one, keys(one), state, report));
  if (shows || acts) process.exit(await now(run, tasks()));
  new Following(loop, tasks, run.config).start();
}

/** What reads the settings, again and again. The parser of the file is loaded only where there is one. */
async function loaderOf({ own, config }: DdnsRun): Promise<() => readonly Settings[]> {
  const ours = own === undefined ? [] : [own];
  if (config === undefined) return () => ours;
  const { loadConfig } = await import("./config/load.ts");
  return () => {
    const all = [...ours, ...loadConfig(config).ddns];
    if (all.length === 0)
      throw new ConfigError(`${config}: no [[ddns]]: which name shall follow the addresses?`);
    const name = contested(all);
    if (name !== undefined) throw new UsageError(`${shownName(name)} is in --name and in ${config}`);
    return all;
  };
}

function keyOf(
  { keyFile, allowMd5, via }: Settings,
  environment: Readonly<Record<string, string | undefined>>,
): Key | undefined {
  const { key, problem, warning } = loadKey(keyFile, allowMd5, environment);
  if (problem !== undefined) throw new ConfigError(problem);
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
      if (result === "no address") status = fail("there is no address to publish: --explain says why");
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
  const heading = `${task.title}:\n`;
  if (verdicts.length === 0) return `${heading}no addresses\n`;
  const rows = verdicts.map(({ candidate: { dev, body }, address, chosen, why }) => [
    chosen ? "yes" : "no",
    dev.ifname,
    body.local,
    address === body.local ? "" : address,
    why,
  ]);
  const columns = ["CHOSEN", "INTERFACE", "ADDRESS", "PUBLISHED", "WHY"];
  return heading + table(columns, rows, colours(isatty(1), process.env));
}
