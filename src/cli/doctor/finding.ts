/** What a check of `nlmon doctor` came to. */

/** trouble: nlmon does not work so. note: it works, but something is missing or worse than it could be. */
export type Verdict = "ok" | "note" | "trouble";

export interface Finding {
  check: string;
  verdict: Verdict;
  found: string;
  /** What to do about it. */
  remedy?: string;
}

export const ok = (check: string, found: string): Finding => ({ check, verdict: "ok", found });

export const note = (check: string, found: string, remedy: string): Finding => ({
  check,
  verdict: "note",
  found,
  remedy,
});

export const trouble = (check: string, found: string, remedy: string): Finding => ({
  check,
  verdict: "trouble",
  found,
  remedy,
});
