/** Wires the command line: parse, set the level of diagnostics, run, and turn every error into a line and a code. */
import { defineCommand, runCommand } from "citty";
import { version } from "../../package.json";
import { explain } from "./explain.ts";
import { help } from "./help.ts";
import { log } from "./log.ts";
import { MONITOR } from "./options.ts";
import { parseRun } from "./run-options.ts";
import { print } from "./stdio.ts";
import { strict } from "./strict.ts";
import { UsageError } from "./usage-error.ts";

const EXIT_FAILURE = 1;
const EXIT_USAGE = 2;

const nlmon = defineCommand({
  meta: { name: "nlmon", version },
  args: MONITOR,
  async run({ args, rawArgs }) {
    if (args.help) return print(1, help());
    if (args.version) return print(1, `nlmon ${version}\n`);
    if (args.quiet) log.level = 0;
    else log.level = args.verbose ? 4 : 3;
    // Loads libc: a command that does not need it works also where that fails.
    const { runMonitor } = await import("./monitor.ts");
    runMonitor(parseRun(rawArgs));
  },
});

function fail(error: unknown): never {
  if (error instanceof UsageError) {
    log.error(error.message);
    log.error("try: nlmon --help");
    process.exit(EXIT_USAGE);
  }
  log.error(explain(error));
  process.exit(EXIT_FAILURE);
}

process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);
try {
  await runCommand(nlmon, { rawArgs: strict(process.argv.slice(2), MONITOR) });
} catch (error) {
  fail(error);
}
