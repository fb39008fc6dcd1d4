/** `nlmon [options]`: the monitor, and what it runs for events. */
import { isatty } from "../../ffi/fd.ts";
import { ifNameToIndex } from "../../ffi/ifname.ts";
import { DEFAULT_RCVBUF } from "../netlink/subscription.ts";
import type { Config } from "./config/load.ts";
import type { Actions } from "./exec-options.ts";
import { log } from "./log.ts";
import type { Run } from "./run-options.ts";
import { Session } from "./session.ts";
import { sources } from "./sources.ts";
import { print } from "./stdio.ts";
import { Service } from "./systemd.ts";
import { ConfigError } from "./usage-error.ts";

/** So many ms after the start, what it has left is given back to the system. */
const SETTLED = 1000;

/** Runs until a signal, --count, --timeout or the end of the reader. */
export async function runMonitor(run: Run, { exec, config: path, check }: Actions): Promise<void> {
  let started = false;
  // From the start on: without it, this signal ends a program. The file is yet to be read then.
  if (path !== undefined) process.on("SIGHUP", () => started && reload());
  const load = await loader(path);
  const config = load();
  if (check) {
    const names = config.ddns.length === 0 ? "" : `, ${tables(config.ddns.length)} for nlmon ddns`;
    print(1, `${path}: ${rules(config.rules.length)}${names}, nothing wrong\n`);
    return;
  }
  const own = exec === undefined ? [] : [exec];
  let count = 0;
  const service = new Service(process.env);
  const session = new Session(run, { rules: path !== undefined, onEnding: () => service.stopping() });
  act(config);
  const source = sources(
    session.loop,
    { ...run, objects: session.objects, wanted: session.wanted },
    {
      follower: (kernel, appeared) => session.follower(kernel, appeared),
      onNotice: (event, netns) => session.notice(event, netns),
    },
  );
  session.drive(source);
  for (const name of run.interfaces)
    if (run.netns.length === 0 && !/^!|[*?[]/.test(name) && ifNameToIndex(name) === undefined)
      log.info(`no interface is called ${name} now: waiting for one`);
  source.start();
  session.actOnFound();
  if (source.rcvbuf !== undefined) sayBuffer(source.rcvbuf, run.rcvbuf);
  const status = () =>
    `watching ${objectsText([...session.objects])}${count === 0 ? "" : `; ${rules(count)}`}`;
  if (isatty(2) && isatty(1)) log.info(`${status()}; Ctrl-C ends`);
  else log.debug(`${status()}; Ctrl-C ends`);
  service.ready(status(), session.loop);
  session.loop.after(SETTLED, session.tidy);
  started = true;

  function act(config: Pick<Config, "rules">): void {
    const all = [...own, ...config.rules];
    count = all.length;
    session.act(all);
  }

  /** One that is wrong changes nothing. */
  function reload(): void {
    service.reloading();
    try {
      act(load());
      log.info(`${path} read again: ${status()}`);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      log.error(`${error.message}\nthe rules stay as they were`);
    }
    service.reloaded(status());
  }
}

/** What reads the rules of a file; its parser is loaded only where there is one. */
export async function loader(path: string | undefined): Promise<() => Pick<Config, "rules" | "ddns">> {
  if (path === undefined) return () => ({ rules: [], ddns: [] });
  const { loadConfig } = await import("./config/load.ts");
  return () => {
    const config = loadConfig(path);
    for (const warning of config.warnings) log.warn(warning);
    if (config.rules.length === 0 && config.ddns.length > 0)
      log.warn(`${path} has no [[rule]]; its [[ddns]] is for nlmon ddns --config`);
    return config;
  };
}

/** Of many, how many. */
const objectsText = (objects: readonly string[]): string =>
  objects.length > 6 ? `${objects.length} kinds of objects` : objects.join(" and ");

const tables = (count: number): string => `${count} ${count === 1 ? "table" : "tables"}`;
const rules = (count: number): string => `${count} ${count === 1 ? "rule" : "rules"}`;

/** A smaller buffer than was asked for is a warning, than the default would be a detail. */
function sayBuffer(granted: number, asked: number | undefined): void {
  const limit = "raise net.core.rmem_max, or run nlmon with CAP_NET_ADMIN";
  if (asked !== undefined && granted < asked)
    log.warn(`receive buffer: ${granted} bytes, not ${asked}; ${limit}`);
  else if (granted < DEFAULT_RCVBUF) log.debug(`receive buffer: ${granted} bytes; for more, ${limit}`);
  else log.debug(`receive buffer: ${granted} bytes`);
}
