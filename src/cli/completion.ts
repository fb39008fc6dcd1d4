/** `nlmon completion SHELL`: a script for the shell; with words, what may stand in place of the last. */
import { COMMANDS, monitor } from "./commands.ts";
import { complete } from "./completion/complete.ts";
import { namesNow } from "./completion/names.ts";
import { SCRIPTS, type Shell } from "./completion/scripts.ts";
import { print } from "./stdio.ts";
import { oneOf } from "./values.ts";

export async function runCompletion(_options: string[], [name = "", ...words]: string[]): Promise<void> {
  const shell: Shell = oneOf("SHELL", name, Object.keys(SCRIPTS) as Shell[]);
  print(1, words.length === 0 ? SCRIPTS[shell] : await answer(shell, words));
}

async function answer(shell: Shell, words: readonly string[]): Promise<string> {
  const found = complete(words, { monitor, commands: COMMANDS, names: await namesNow() });
  if (found === "files") return ":files\n";
  return found
    .map(({ word, what }) => (shell === "bash" || what === "" ? `${word}\n` : `${word}\t${what}\n`))
    .join("");
}
