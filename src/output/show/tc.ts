/** Traffic control as tc shows it. */
import type { Reading } from "../../rtnetlink/object.ts";
import type { Action } from "../../rtnetlink/tc/act.ts";
import type { Chain } from "../../rtnetlink/tc/chain.ts";
import type { Class } from "../../rtnetlink/tc/class.ts";
import type { Filter } from "../../rtnetlink/tc/filter.ts";
import type { Qdisc } from "../../rtnetlink/tc/qdisc.ts";
import { placeText, settings } from "../tc-text.ts";
import type { Shown } from "./shown.ts";

/** What tc writes as null where it is set, by kind. */
const NULLS: Readonly<Record<string, readonly string[]>> = {
  dualpi2: ["split-gso"],
  fq: ["horizon_cap", "horizon_drop"],
  htb: ["offload"],
  skbedit: ["inheritdsfield"],
  skbmod: ["swapmac", "ecn"],
};
const NONE: readonly string[] = [];

/** The same with tc's nulls, at any depth. */
function plain(value: unknown, outer = NONE): unknown {
  if (Array.isArray(value)) return value.map((one) => plain(one));
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  const { kind, class: ofClass } = value as { kind?: string; class?: string };
  const nulls = NULLS[kind ?? ofClass ?? ""] ?? outer;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      inner === true && nulls.includes(key) ? null : plain(inner, nulls),
    ]),
  );
}

const bodies = (readings: readonly Reading[]): unknown[] => readings.map(({ body }) => plain(body));

export const qdisc: Shown<Qdisc> = {
  columns: [
    ["KIND", ({ body }) => body.kind],
    ["HANDLE", ({ body }) => body.handle],
    ["DEV", ({ dev }) => dev],
    ["PARENT", ({ body }) => (body.root ? "root" : body.parent)],
    ["OPTIONS", ({ body }) => settings(body.options)],
  ],
  json: bodies,
};

export const tclass: Shown<Class> = {
  columns: [
    ["KIND", ({ body }) => body.class],
    ["HANDLE", ({ body }) => body.handle],
    ["DEV", ({ dev }) => dev],
    ["PARENT", ({ body }) => (body.root ? "root" : body.parent)],
    ["LEAF", ({ body }) => body.leaf],
    [
      "OPTIONS",
      ({
        body: {
          class: _,
          handle: __,
          dev: ___,
          root: ____,
          parent: _____,
          leaf: ______,
          stats: _______,
          ...options
        },
      }) => settings(options),
    ],
  ],
  json: bodies,
};

export const filter: Shown<Filter> = {
  columns: [
    ["KIND", ({ body }) => body.kind],
    ["DEV", ({ dev }) => dev],
    ["PARENT", ({ body }) => placeText(body)],
    ["CHAIN", ({ body }) => body.chain],
    ["PROTOCOL", ({ body }) => body.protocol],
    ["PREF", ({ body }) => body.pref],
    ["OPTIONS", ({ body }) => settings(body.options ?? {})],
  ],
  json: bodies,
};

export const chain: Shown<Chain> = {
  columns: [
    ["CHAIN", ({ body }) => body.chain],
    ["DEV", ({ dev }) => dev],
    ["PARENT", ({ body }) => placeText(body)],
    ["TEMPLATE", ({ body }) => body.kind],
  ],
  json: bodies,
};

export const action: Shown<Action> = {
  columns: [
    ["KIND", ({ body }) => body.kind],
    ["INDEX", ({ body }) => body.index],
    ["OPTIONS", ({ body: { kind: _, index: __, ...options } }) => settings(options)],
  ],
  // For each kind what `tc actions list action KIND` gives.
  json: (readings) =>
    Object.values(Object.groupBy(readings, ({ body }) => body.kind ?? "")).flatMap((ofKind = []) => [
      { "total acts": ofKind.length },
      { actions: ofKind.map(({ body }, order) => ({ order, ...(plain(body) as object) })) },
    ]),
};
