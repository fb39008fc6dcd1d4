/**
 * Extended matches of filters: struct tcf_ematch_tree_hdr, struct tcf_ematch_hdr and TCA_EMATCH_TREE_*. tc has them
 * only as text, outside of its JSON: `cmp(u16 at 3 layer 2 mask 0xff00 gt 20) AND NOT meta(nf_mark gt 24)`.
 */
import { attr, nest, type Type, table } from "../../../netlink/attr.ts";
import { mapped, struct, u16 } from "../../../netlink/types.ts";
import type { RtContext, RtType } from "../../types.ts";
import { numbered } from "../act.ts";
import { canid } from "./canid.ts";
import { cmp } from "./cmp.ts";
import { ipset } from "./ipset.ts";
import { meta } from "./meta.ts";
import { nbyte } from "./nbyte.ts";
import { u32 } from "./u32.ts";

/** TCF_EM_*: what stands before the parenthesis, and what reads the rest. */
const KINDS: Readonly<Record<number, readonly [name: string, type: RtType<string>]>> = {
  1: ["cmp", cmp],
  2: ["nbyte", nbyte],
  3: ["u32", u32],
  4: ["meta", meta],
  7: ["canid", canid],
  8: ["ipset", ipset],
};

const TCF_EM_CONTAINER = 0;
const TCF_EM_REL_MASK = 3;
const TCF_EM_INVERT = 4;
const RELATIONS = ["", "AND", "OR"];

/** matchid u16, kind u16, flags u16, padding */
const HDR_SIZE = 8;

interface Match {
  relation: string;
  not: boolean;
  /** Undefined for a container: then the matches from `first` on stand in parentheses. */
  text: string | undefined;
  first: number;
}

const one: Type<Match, RtContext> = {
  min: HDR_SIZE,
  read(view, at, length, cx) {
    const kind = view.getUint16(at + 2, true);
    const flags = view.getUint16(at + 4, true);
    const data = at + HDR_SIZE;
    const rest = length - HDR_SIZE;
    const match = {
      relation: RELATIONS[flags & TCF_EM_REL_MASK] ?? "",
      not: (flags & TCF_EM_INVERT) !== 0,
    };
    if (kind === TCF_EM_CONTAINER && rest >= 4)
      return { ...match, text: undefined, first: view.getUint32(data, true) + 1 };
    const [name, type] = KINDS[kind] ?? [];
    const text = type !== undefined && rest >= type.min ? type.read(view, data, rest, cx) : undefined;
    if (text === undefined) cx.keep(cx.current, view, at, length);
    return { ...match, text: text === undefined ? `[unknown ematch ${kind}]` : `${name}(${text})`, first: 0 };
  },
};

/** From this place on, to the end of the sequence. A container's own sequence always comes after it. */
function sequence(matches: ReadonlyMap<number, Match>, start: number): string {
  let text = "";
  for (let place = start; ; place++) {
    const match = matches.get(place);
    if (match === undefined) return text;
    text += match.not ? "NOT " : "";
    text += match.text ?? (match.first > place ? `(${sequence(matches, match.first)})` : "()");
    if (match.relation === "") return text;
    text += ` ${match.relation} `;
  }
}

/** As many as the kernel takes: nmatches is a u16, a tree is seldom larger than a line. */
const MATCHES = 255;

export const ematchTree = table<RtContext>()("TCA_EMATCH_TREE", {
  1: attr("TCA_EMATCH_TREE_HDR", "hdr", struct(4, [["nmatches", u16]])),
  2: attr("TCA_EMATCH_TREE_LIST", "list", numbered("TCA_EMATCH_TREE_LIST", MATCHES, one)),
});

export const ematch: RtType<string> = mapped(nest(ematchTree), ({ list }) =>
  list === undefined || list.length === 0 ? undefined : sequence(new Map(list), 1),
);
