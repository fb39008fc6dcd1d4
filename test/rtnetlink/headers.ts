/** The constants of the kernel's headers, as they are installed. */
import { existsSync, readFileSync } from "node:fs";

export const FOLDER = "/usr/include/linux";

export interface Header {
  /** Every constant of an enum, and every #define that is a number. */
  numbers: Map<string, number>;
  /** The names of each enum, in order. */
  enums: string[][];
}

/** The value of an enumerator's expression; undefined for one that is neither a number nor a name seen before. */
function evaluate(expression: string, numbers: ReadonlyMap<string, number>): number | undefined {
  if (/^(0x[0-9a-f]+|\d+)$/i.test(expression)) return Number(expression);
  const shift = /^\(?(\d+)U?\s*<<\s*(\d+)\)?$/.exec(expression);
  return shift === null ? numbers.get(expression) : Number(shift[1]) << Number(shift[2]);
}

function parse(text: string, into: Header): void {
  const code = text.replace(/\/\*.*?\*\//gs, " ").replace(/\/\/.*/g, " ");
  for (const [, name, value] of code.matchAll(/^\s*#\s*define\s+(\w+)\s+(0x[0-9a-f]+|\d+)\s*$/gim))
    into.numbers.set(name!, Number(value));
  for (const [, body] of code.matchAll(/\benum\b[^{;()]*\{([^}]*)\}/g)) {
    const names: string[] = [];
    let next: number | undefined = 0;
    for (const enumerator of body!.replace(/^\s*#.*$/gm, "").split(",")) {
      const [name = "", expression] = enumerator.split("=").map((part) => part.trim());
      if (name === "") continue;
      if (expression !== undefined) next = evaluate(expression, into.numbers);
      if (next !== undefined) into.numbers.set(name, next++);
      names.push(name);
    }
    into.enums.push(names);
  }
}

/** undefined: one of the files is not there. */
export function load(files: readonly string[]): Header | undefined {
  const header: Header = { numbers: new Map(), enums: [] };
  for (const file of files) {
    const path = `${FOLDER}/${file}`;
    if (!existsSync(path)) return undefined;
    parse(readFileSync(path, "utf8"), header);
  }
  return header;
}

/** Bounds and place-holders are no attributes. */
export const isAttribute = (name: string): boolean => !name.startsWith("__") && !/_(UNSPEC|MAX)$/.test(name);
