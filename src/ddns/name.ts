/**
 * Domain names as text: absolute (`host.example.com.`, the root is `.`), bytes other than printable ASCII and those
 * with a meaning as `\ddd` or `\.` (RFC 1035, section 5.1). On the wire: labels, each with its length in front, and
 * an empty one at the end (RFC 1035, section 3.1).
 */
import { domainToASCII } from "node:url";

const MAX_LABEL = 63;
/** With the lengths and the empty label (RFC 1035, section 2.3.4). */
const MAX_NAME = 255;

/** A name as a user writes it, with or without the last dot; undefined when it is none. */
export function parseName(text: string): string | undefined {
  const isAscii = [...text].every((c) => c < "\x80");
  const ascii = isAscii ? text : domainToASCII(text);
  if (ascii === "") return undefined;
  const labels = ascii === "." ? [] : split(ascii);
  if (labels === undefined) return undefined;
  let length = 1;
  for (const label of labels) {
    if (label.length === 0 || label.length > MAX_LABEL) return undefined;
    length += 1 + label.length;
  }
  return length > MAX_NAME ? undefined : join(labels);
}

/** Labels as strings of bytes; undefined when an escape is none. */
function split(text: string): string[] | undefined {
  const labels: string[] = [];
  let label = "";
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === ".") {
      labels.push(label);
      label = "";
    } else if (c !== "\\") label += c;
    else {
      const digits = text.slice(i + 1, i + 4);
      const isNumber = digits.length === 3 && [...digits].every((d) => d >= "0" && d <= "9");
      if (isNumber && Number(digits) > 255) return undefined;
      if (!isNumber && i + 1 >= text.length) return undefined;
      label += isNumber ? String.fromCharCode(Number(digits)) : text[i + 1];
      i += isNumber ? 3 : 1;
    }
  }
  if (label !== "") labels.push(label);
  return labels;
}

const SPECIAL = '."\\;@$()';

function escapeLabel(label: string): string {
  let text = "";
  for (const c of label) {
    const code = c.charCodeAt(0);
    if (code <= 0x20 || code >= 0x7f) text += `\\${String(code).padStart(3, "0")}`;
    else text += SPECIAL.includes(c) ? `\\${c}` : c;
  }
  return text;
}

/** Text of labels that are strings of bytes. */
export const join = (labels: readonly string[]): string =>
  labels.length === 0 ? "." : `${labels.map(escapeLabel).join(".")}.`;

/** Labels of a name in the form of this file, as strings of bytes. */
export const labelsOf = (name: string): readonly string[] => (name === "." ? [] : split(name)!);

/** Case makes no difference in ASCII (RFC 4343). */
export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The name without its first label; undefined for the root. */
export function parent(name: string): string | undefined {
  return name === "." ? undefined : join(labelsOf(name).slice(1));
}

/** Whether `name` is `zone` or below it. */
export function isWithin(name: string, zone: string): boolean {
  const outer = labelsOf(zone.toLowerCase());
  const inner = labelsOf(name.toLowerCase()).slice(-outer.length || Number.POSITIVE_INFINITY);
  return outer.length === inner.length && outer.every((label, i) => label === inner[i]);
}

/** As people write it, without the last dot. */
export const shownName = (name: string): string => (name === "." ? name : name.slice(0, -1));
