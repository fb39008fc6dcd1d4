/** Wires the command line: parse, set the level of diagnostics, run, and turn every error into a line and a code. */
import { defineCommand, runCommand } from "citty";
import { version } from "../../package.json";
import type { Command } from "./command.ts";
import { COMMANDS, monitor } from "./commands.ts";
import { explain } from "./explain.ts";
import { help } from "./help.ts";
import { endLog, log, setLogFormat } from "./log.ts";
import { print } from "./stdio.ts";
import { strict } from "./strict.ts";
import { ConfigError, UsageError } from "./usage-error.ts";
import { oneOf } from "./values.ts";

const EXIT_FAILURE = 1;
const EXIT_USAGE = 2;

const words = process.argv.slice(2);
const command: Command = COMMANDS.find(({ name }) => name === words[0]) ?? monitor;
if (command !== monitor) words.shift();

function fail(error: unknown): never {
  if (error instanceof UsageError) {
    log.error(error.message);
    log.error(`try: nlmon ${command === monitor ? "" : `${command.name} `}--help`);
  } else log.error(error instanceof ConfigError ? error.message : explain(error));
  endLog();
  process.exit(error instanceof UsageError || error instanceof ConfigError ? EXIT_USAGE : EXIT_FAILURE);
}

process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);
try {
  const { options, operands } = strict(words, command);
  const run = defineCommand({
    meta: { name: "nlmon", version },
    args: command.options,
    async run({ args }) {
      if (args.help) return print(1, help(command));
      if (args.version) return print(1, `nlmon ${version}\n`);
      if (args.quiet && args.verbose) throw new UsageError("--quiet and --verbose contradict each other");
      setLogFormat(oneOf("--log-format", args["log-format"] ?? "text", ["text", "json"]));
      log.level = args.quiet ? 0 : args.verbose ? 4 : 3;
      // Loads libc, where the command needs it: help works also where that fails.
      await (await command.load())(options, operands);
    },
  });
  await runCommand(run, { rawArgs: options });
} catch (error) {
  fail(error);
}
