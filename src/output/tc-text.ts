/** Traffic control in words, much as tc writes it. */
import type { Action } from "../rtnetlink/tc/act.ts";
import type { Chain } from "../rtnetlink/tc/chain.ts";
import type { Class } from "../rtnetlink/tc/class.ts";
import type { Filter, Place } from "../rtnetlink/tc/filter.ts";
import type { Qdisc } from "../rtnetlink/tc/qdisc.ts";
import type { Words } from "./words.ts";

/** What a line does without: who else uses it, where it stands in a list, what is so unless said otherwise. */
const UNSAID: ReadonlySet<string> = new Set(["order", "ref", "bind", "not_in_hw", "used_hw_stats"]);

/** `limit 1000 target 4999 ecn`: settings one after the other, those that are off or empty left out. */
export function settings(object: object): string {
  const parts: string[] = [];
  for (const [key, value] of Object.entries(object)) {
    if (UNSAID.has(key)) continue;
    if (value === true) parts.push(key);
    else if (key === "control_action") parts.push(Object.values(value as object).join(" "));
    else if (key === "actions") for (const one of value as object[]) parts.push(`action ${actionText(one)}`);
    else if (key === "matches" || (key === "match" && !("matches" in object)))
      for (const one of [value].flat() as Match[]) parts.push(matchText(one));
    else if (key !== "match") {
      const text = setting(value);
      if (text !== "") parts.push(`${key} ${text}`);
    }
  }
  return parts.join(" ");
}

function setting(value: unknown): string {
  if (value === undefined || value === null || value === false || value === "") return "";
  if (Array.isArray(value)) return value.map(setting).join(",");
  if (typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return String(value);
  const inner = settings(value);
  return inner === "" ? "" : `(${inner})`;
}

const actionText = ({ kind, ...rest }: Action): string => spaced(kind, settings(rest));

interface Match {
  value: string;
  mask: string;
  offmask: string;
  off: number;
}

const matchText = ({ value, mask, offmask, off }: Match): string =>
  `match ${value.padStart(8, "0")}/${mask.padStart(8, "0")} at ${offmask}${off}`;

const spaced = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(" ");

const at = ({ root, parent }: { root?: true; parent?: string }): string =>
  root ? "root" : parent === undefined ? "" : `parent ${parent}`;

export const qdiscWords: Words<Qdisc> = {
  word: "qdisc",
  title: (body) => spaced(body.kind, body.handle, at(body)),
  summary: (body) =>
    spaced(
      body.kind,
      body.handle,
      at(body),
      settings({ ingress_block: body.ingress_block, egress_block: body.egress_block }),
      settings(body.options),
    ),
};

export const classWords: Words<Class> = {
  word: "class",
  title: (body) => spaced(body.class, body.handle, at(body)),
  summary: ({ class: kind, handle, dev: _, root, parent, stats: __, ...options }) =>
    spaced(kind, handle, root ? "root" : `parent ${parent}`, settings(options)),
};

/** `ingress`, `parent 1:`, `block 5` */
export const placeText = (place: Place): string =>
  place.block !== undefined
    ? `block ${place.block}`
    : place.ingress
      ? "ingress"
      : place.egress
        ? "egress"
        : at(place);

const filterTitle = (body: Filter): string =>
  spaced(
    placeText(body),
    body.protocol === undefined ? undefined : `protocol ${body.protocol}`,
    body.pref === undefined ? undefined : `pref ${body.pref}`,
    body.kind,
    body.chain ? `chain ${body.chain}` : undefined,
  );

export const filterWords: Words<Filter> = {
  word: "filt",
  title: filterTitle,
  summary: (body) => spaced(filterTitle(body), settings(body.options ?? {})),
};

const chainTitle = (body: Chain): string => spaced(placeText(body), `chain ${body.chain ?? 0}`);

export const chainWords: Words<Chain> = {
  word: "chain",
  title: chainTitle,
  summary: (body) => spaced(chainTitle(body), body.kind, settings(body.options ?? {})),
};

export const actionWords: Words<Action> = {
  word: "act",
  title: ({ kind, index }) => spaced(kind, index === undefined ? undefined : `index ${index}`),
  summary: actionText,
};
