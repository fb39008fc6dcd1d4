/** The command line is wrong: one line on standard error, exit 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** The file of --config is wrong: a line for each thing, exit 2. */
export class ConfigError extends Error {
  override name = "ConfigError";
}
