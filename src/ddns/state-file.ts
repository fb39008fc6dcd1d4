/**
 * What this host has published and seen there, so that it is known after a restart: one JSON file, written as a
 * whole, and only after a server has shown what it says.
 */
import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { lock } from "../../ffi/fd.ts";
import { fileProblem, readRegular } from "../output/file-problem.ts";
import { typeName } from "./codes.ts";
import type { RrSet } from "./update.ts";

export interface Entry {
  zone: string;
  data: readonly string[];
  ttl: number;
  server: string;
  /** RFC 3339. */
  verified: string;
}

type Entries = Record<string, Entry>;

const VERSION = 1;

export class StateFile {
  readonly #path: string | undefined;
  #entries: Entries = {};

  /** undefined: remembered as long as the program runs. */
  constructor(path: string | undefined) {
    this.#path = path;
  }

  /**
   * Has the file for this program alone, as long as it runs: two would overwrite each other. Why not, if another has it.
   * The lock is a file beside it, for the file itself is a new one each time.
   */
  take(): string | undefined {
    if (this.#path === undefined) return undefined;
    const path = `${this.#path}.lock`;
    let fd: number;
    try {
      fd = openSync(path, "a+", 0o644);
    } catch {
      // Where none can be made, the other cannot be written either, which is said when it is to be.
      return undefined;
    }
    if (lock(fd)) {
      ftruncateSync(fd);
      writeFileSync(fd, `${process.pid}\n`);
      return undefined;
    }
    closeSync(fd);
    const pid = readFileSync(path, "utf8").trim();
    return `${this.#path}: process ${pid || "?"} keeps its state there; each nlmon ddns needs a --state of its own`;
  }

  /** What is wrong with the file, if anything is; then it counts as empty. One that is not there is empty. */
  load(): string | undefined {
    if (this.#path === undefined) return undefined;
    let text: string;
    try {
      text = new TextDecoder().decode(readRegular(this.#path));
    } catch (error) {
      const isAbsent = (error as NodeJS.ErrnoException).code === "ENOENT";
      return isAbsent ? undefined : fileProblem(this.#path, error);
    }
    const entries = parse(text);
    if (entries === undefined) return `${this.#path} is damaged`;
    this.#entries = entries;
    return undefined;
  }

  get(set: Pick<RrSet, "name" | "type">): Entry | undefined {
    const key = keyOf(set);
    return Object.hasOwn(this.#entries, key) ? this.#entries[key] : undefined;
  }

  /** Names of the sets of this type that are just this, e.g. the PTR records that name a host. */
  namesOf(type: number, data: string): string[] {
    const ending = ` ${typeName(type)}`;
    return Object.entries(this.#entries)
      .filter(([key, entry]) => key.endsWith(ending) && entry.data.length === 1 && entry.data[0] === data)
      .map(([key]) => key.slice(0, -ending.length));
  }

  /** undefined: forgets it. Why the file cannot be written, if it cannot. */
  set(set: Pick<RrSet, "name" | "type">, entry: Entry | undefined): string | undefined {
    const { [keyOf(set)]: _, ...others } = this.#entries;
    this.#entries = entry === undefined ? others : { ...others, [keyOf(set)]: entry };
    if (this.#path === undefined) return undefined;
    try {
      write(this.#path, this.#entries);
      return undefined;
    } catch (error) {
      return fileProblem(this.#path, error);
    }
  }
}

const keyOf = ({ name, type }: Pick<RrSet, "name" | "type">): string =>
  `${name.toLowerCase()} ${typeName(type)}`;

function parse(text: string): Entries | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { version, records } = Object(json) as { version?: unknown; records?: unknown };
  if (version !== VERSION || typeof records !== "object" || records === null) return undefined;
  return Object.values(records).every(isEntry) ? (records as Entries) : undefined;
}

function isEntry(value: unknown): boolean {
  const { zone, data, ttl, server, verified } = Object(value) as Partial<Record<keyof Entry, unknown>>;
  const isText = [zone, server, verified].every((text) => typeof text === "string");
  return (
    isText && typeof ttl === "number" && Array.isArray(data) && data.every((text) => typeof text === "string")
  );
}

/** All of it or nothing, also when the power fails: a new file, on the disk, takes the old one's name. */
function write(path: string, records: Entries): void {
  const fresh = `${path}.new`;
  const fd = openSync(fresh, "w", 0o644);
  try {
    // Not writeSync: where the disk is nearly full, it writes a part and is content.
    writeFileSync(fd, `${JSON.stringify({ version: VERSION, records }, null, 2)}\n`);
    fsyncSync(fd);
    renameSync(fresh, path);
  } catch (error) {
    unlinkSync(fresh);
    throw error;
  } finally {
    closeSync(fd);
  }
}
