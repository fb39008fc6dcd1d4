/** Shell patterns for names: `*`, `?`, `[a-c]`, `[!a-c]`; a leading `!` excludes. */
export class Globs {
  readonly #include: RegExp[] = [];
  readonly #exclude: RegExp[] = [];

  constructor(globs: readonly string[]) {
    for (const glob of globs) {
      if (glob.startsWith("!")) this.#exclude.push(pattern(glob.slice(1)));
      else this.#include.push(pattern(glob));
    }
  }

  /** Every name matches. */
  get matchesAll(): boolean {
    return this.#include.length === 0 && this.#exclude.length === 0;
  }

  /** True when one pattern matches (or there are only exclusions, or none) and no exclusion does. */
  match(name: string): boolean {
    if (this.#exclude.some((glob) => glob.test(name))) return false;
    return this.#include.length === 0 || this.#include.some((glob) => glob.test(name));
  }
}

function pattern(glob: string): RegExp {
  let source = "";
  for (let i = 0; i < glob.length; i++) {
    const char = glob[i]!;
    const close = char === "[" ? glob.indexOf("]", i + 2) : -1;
    if (char === "*") source += "[^]*";
    else if (char === "?") source += "[^]";
    else if (close > 0) {
      const set = glob.slice(i + 1, close).replace(/[\\\]^]/g, "\\$&");
      source += `[${set.startsWith("!") ? `^${set.slice(1)}` : set}]`;
      i = close;
    } else source += char.replace(/[\\^$.|+()[\]{}]/g, "\\$&");
  }
  return new RegExp(`^${source}$`);
}
