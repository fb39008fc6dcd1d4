/** The fields of an object in words, for objects that have nothing more to say: `inet forwarding rp_filter loose`. */
import { valueText } from "./value-text.ts";
import type { Words } from "./words.ts";

/** `told`: fields that the title has, or that the line has anyway; the summary adds all others. */
export const plainWords = <B extends object>(
  word: string,
  title: (body: B) => string,
  told: readonly (keyof B & string)[],
): Words<B> => ({
  word,
  title,
  summary: (body) => [title(body), ...fields(body, told)].join(" "),
});

/** `word value` of each field but those in `without`, in their order. */
function fields(body: object, without: readonly string[]): string[] {
  const parts: string[] = [];
  for (const [key, value] of Object.entries(body)) if (!without.includes(key)) parts.push(field(key, value));
  return parts;
}

function field(key: string, value: unknown): string {
  if (value === true) return key;
  if (value === false) return `${key} off`;
  return `${key} ${valueText(value)}`;
}
