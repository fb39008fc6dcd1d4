/** Rules as `ip rule` shows them. */
import type { Rule } from "../../rtnetlink/rule.ts";
import { does, selectors } from "../rule-text.ts";
import type { Shown } from "./shown.ts";

/** What ip writes as null where it is set. */
const MARKS = ["not", "iif_detached", "oif_detached", "l3mdev", "masquerade", "unresolved", "nop"] as const;

const words = (parts: readonly unknown[]): string => parts.filter(Boolean).join(" ");

export const rule: Shown<Rule> = {
  family: "inet",
  columns: [
    ["PRIORITY", ({ body }) => body.priority],
    ["SELECTOR", ({ body }) => words(selectors(body))],
    ["ACTION", ({ body }) => words(does(body))],
  ],
  json: (readings) =>
    readings.map(({ body: { family: _family, ...body } }) => {
      for (const mark of MARKS) if (mark in body) Object.assign(body, { [mark]: null });
      return body;
    }),
};
