/** Shell patterns for names, as Bun.Glob has them: `*`, `?`, `[a-c]`, `[!a-c]`, `{a,b}`; a leading `!` excludes. */
export class Globs {
  readonly #include: Bun.Glob[] = [];
  readonly #exclude: Bun.Glob[] = [];

  constructor(globs: readonly string[]) {
    for (const glob of globs) {
      if (glob.startsWith("!")) this.#exclude.push(new Bun.Glob(glob.slice(1)));
      else this.#include.push(new Bun.Glob(glob));
    }
  }

  /** Every name matches. */
  get matchesAll(): boolean {
    return this.#include.length === 0 && this.#exclude.length === 0;
  }

  /** True for a thing with several names: one is included, and none excluded. */
  matchAny(names: readonly string[]): boolean {
    if (names.some((name) => this.#exclude.some((glob) => glob.match(name)))) return false;
    return this.#include.length === 0 || names.some((name) => this.match(name));
  }

  /** True when one pattern matches (or there are only exclusions, or none) and no exclusion does. */
  match(name: string): boolean {
    if (this.#exclude.some((glob) => glob.match(name))) return false;
    return this.#include.length === 0 || this.#include.some((glob) => glob.match(name));
  }
}
