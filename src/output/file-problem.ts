/** What is wrong with a file, in a line that names it. */

/** What node:fs says, without the code before it, and the call and the path behind it. */
export const fileProblem = (path: string, error: unknown): string =>
  `${path === "" ? '""' : path}: ${(error as Error).message.replace(/^[A-Z0-9]+: /, "").replace(/, \w+( '.*')?$/s, "")}`;
