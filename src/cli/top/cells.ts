/** What stands in the cells of a row. */
import { printable } from "../../output/escape.ts";
import { describe, SIGNS, word } from "../../output/text.ts";
import { cut, widthOf } from "../../output/width.ts";
import type { Address } from "../../rtnetlink/address.ts";
import type { Change } from "../../state/change.ts";
import { isUp } from "../../state/links.ts";
import type { Row } from "./board.ts";

const S = 1000;
const M = 60 * S;
const H = 60 * M;
const D = 24 * H;

/** `3s`, `12m`, `5h`, `9d`. */
export function ago(ms: number): string {
  if (ms < M) return `${Math.floor(ms / S)}s`;
  if (ms < H) return `${Math.floor(ms / M)}m`;
  return ms < D ? `${Math.floor(ms / H)}h` : `${Math.floor(ms / D)}d`;
}

/** So many ms later it will be another text. */
export function agoLasts(ms: number): number {
  const unit = ms < M ? S : ms < H ? M : H;
  return unit - (ms % unit);
}

/** Up, or why not. */
export function stateOf({ gone, link }: Row): string {
  if (gone) return "gone";
  if (isUp(link)) return "up";
  return link.flags.includes("UP") ? (WHY[link.operstate ?? ""] ?? "down") : "off";
}

const WHY: Readonly<Record<string, string>> = {
  DOWN: "no carrier",
  LOWERLAYERDOWN: "lower down",
  NOTPRESENT: "absent",
  TESTING: "testing",
  DORMANT: "dormant",
};

/** `^ up (carrier)`, `+ 192.0.2.1/24 global`, `~ neigh 192.0.2.9 ...`. */
export function changeText(change: Change): string {
  const [sign] = SIGNS[change.verb]!;
  const plain = change.object === "link" || change.object === "address";
  return plain ? `${sign} ${describe(change)}` : `${sign} ${word(change)} ${describe(change)}`;
}

/** Those that others use first; one that may not be used is in parentheses. */
export function addressTexts(addresses: readonly Address[]): string[] {
  return addresses
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ local, prefixlen, usable }) => {
      const text = printable(`${local ?? "?"}/${prefixlen}`);
      return usable ? text : `(${text})`;
    });
}

const rank = ({ family, scope, usable, temporary }: Address): number =>
  (scope === "global" ? 0 : 4) + (usable ? 0 : 2) + (family === "inet" ? 0 : temporary ? 1.5 : 1);

/** `::1/128` and a space. */
const SHORTEST = 8;

/** As many as there is room for, and how many more there are: `192.0.2.1/24 +2`. */
export function fitted(texts: readonly string[], width: number, more: string): string {
  for (let shown = Math.min(texts.length, Math.ceil(width / SHORTEST)); shown > 0; shown--) {
    const rest = texts.length - shown;
    const text = texts.slice(0, shown).join(" ") + (rest === 0 ? "" : ` +${rest}`);
    if (widthOf(text) <= width) return text;
  }
  return cut(texts[0] ?? "", width, more);
}
