/** Where the key comes from: a file, the environment, or a credential of systemd. Never from the command line. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileProblem } from "../output/file-problem.ts";
import type { Key } from "./key.ts";
import { parseKey } from "./key-file.ts";

export const KEY_VARIABLE = "NLMON_DDNS_KEY";
/** LoadCredential=ddns-key:/etc/nlmon/ddns.key, in the unit. */
const CREDENTIAL = "ddns-key";

interface LoadedKey {
  key?: Key;
  /** Why there is none that can be used. */
  problem?: string;
  /** It can be used, and something should be done about it. */
  warning?: string;
}

/** Nothing in it: no key is given. */
export function loadKey(
  file: string | undefined,
  allowMd5: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): LoadedKey {
  if (file !== undefined) return fromFile(file, allowMd5);
  const text = environment[KEY_VARIABLE];
  if (text !== undefined && text !== "") return parsed(text, allowMd5, `$${KEY_VARIABLE}`);
  const directory = environment.CREDENTIALS_DIRECTORY;
  if (directory === undefined) return {};
  const credential = fromFile(join(directory, CREDENTIAL), allowMd5);
  return credential.isAbsent ? {} : credential;
}

function fromFile(path: string, allowMd5: boolean): LoadedKey & { isAbsent?: boolean } {
  try {
    const loaded = parsed(readFileSync(path, "utf8"), allowMd5, path);
    const isOpen = (statSync(path).mode & 0o004) !== 0;
    return isOpen ? { ...loaded, warning: `${path} can be read by everybody: chmod o-r ${path}` } : loaded;
  } catch (error) {
    return {
      problem: fileProblem(path, error),
      isAbsent: (error as NodeJS.ErrnoException).code === "ENOENT",
    };
  }
}

function parsed(text: string, allowMd5: boolean, where: string): LoadedKey {
  const key = parseKey(text, allowMd5);
  return typeof key === "string" ? { problem: `${where}: ${key}` } : { key };
}
