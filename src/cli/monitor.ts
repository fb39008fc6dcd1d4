/** `nlmon [options]`: the monitor. */
import { isatty } from "../../ffi/fd.ts";
import { ifNameToIndex } from "../../ffi/ifname.ts";
import { DEFAULT_RCVBUF } from "../netlink/subscription.ts";
import { log } from "./log.ts";
import type { Run } from "./run-options.ts";
import { Session } from "./session.ts";
import { sources } from "./sources.ts";

/** Runs until a signal, --count, --timeout or the end of the reader. */
export function runMonitor(run: Run): void {
  const session = new Session(run);
  const source = sources(session.loop, run, {
    follower: (kernel, appeared) => session.follower(kernel, appeared),
    onNotice: (event, netns) => session.notice(event, netns),
  });
  session.drive(source);
  for (const name of run.interfaces)
    if (run.netns.length === 0 && !/^!|[*?[]/.test(name) && ifNameToIndex(name) === undefined)
      log.info(`no interface is called ${name} now: waiting for one`);
  source.start();
  if (source.rcvbuf !== undefined) sayBuffer(source.rcvbuf, run.rcvbuf);
  const watching = `watching ${[...run.objects].join(" and ")}; Ctrl-C ends`;
  if (isatty(2) && isatty(1)) log.info(watching);
  else log.debug(watching);
}

/** A smaller buffer than was asked for is a warning, than the default would be a detail. */
function sayBuffer(granted: number, asked: number | undefined): void {
  const limit = "raise net.core.rmem_max, or run nlmon with CAP_NET_ADMIN";
  if (asked !== undefined && granted < asked)
    log.warn(`receive buffer: ${granted} bytes, not ${asked}; ${limit}`);
  else if (granted < DEFAULT_RCVBUF) log.debug(`receive buffer: ${granted} bytes; for more, ${limit}`);
  else log.debug(`receive buffer: ${granted} bytes`);
}
