/** Actions that filters may share: RTM_NEWACTION (struct tcamsg and TCA_ROOT_*), as `tc -j -d actions` shows them. */
import { attr, ignored, nest, table } from "../../netlink/attr.ts";
import type { Request } from "../../netlink/dump.ts";
import type { Message } from "../../netlink/nlmsg.ts";
import { str, u32 } from "../../netlink/types.ts";
import { object, type Reading } from "../object.ts";
import { RTM_DELACTION, RTM_GETACTION, RTM_NEWACTION, RTNLGRP_TC } from "../rtm.ts";
import type { RtContext } from "../types.ts";
import { type Action, numbered, action as shown, tcaAct } from "./act.ts";
import { actionKinds } from "./actions/index.ts";

/** struct tcamsg: family u8, padding. */
const TCAMSG_SIZE = 4;

/** A message of a dump has as many as fit, with TCA_ACT_FLAG_LARGE_DUMP_ON. */
const MOST = 1024;

export const tcaRoot = table<RtContext>()("TCA_ROOT", {
  1: attr("TCA_ROOT_TAB", "tab", numbered("TCA_ROOT_TAB", MOST, nest(tcaAct))),
  2: ignored("TCA_ROOT_FLAGS"),
  3: attr("TCA_ROOT_COUNT", "count", u32),
  4: ignored("TCA_ROOT_TIME_DELTA"),
  5: attr("TCA_ROOT_EXT_WARN_MSG", "warn", str),
});

function read({ view, at, end }: Message, cx: RtContext): Reading<Action>[] | undefined {
  cx.reset();
  cx.kind = "";
  if (end - at < TCAMSG_SIZE) {
    cx.problem("tcamsg", `${end - at} bytes, ${TCAMSG_SIZE} expected`);
    return undefined;
  }
  const fields: typeof tcaRoot.fields = tcaRoot.read(view, at + TCAMSG_SIZE, end, cx);
  return (fields.tab ?? []).map(([, act]) => {
    const body = shown(act, false);
    cx.remember(body);
    // All that a flush says is the kind.
    const index = body.index ?? act.act_index;
    return { dev: undefined, body, key: index === undefined ? `${act.kind} ` : `${act.kind} ${index}` };
  });
}

const TCA_ROOT_TAB = 1;
const TCA_ROOT_FLAGS = 2;
const TCA_ACT_KIND = 1;
const TCA_FLAG_LARGE_DUMP_ON = 1;

/** Asks for all of a kind: a kind that the kernel does not have has none. */
function request(kind: string): Request {
  const name = new TextEncoder().encode(`${kind}\0`);
  const padded = (name.length + 3) & ~3;
  const body = new Uint8Array(TCAMSG_SIZE + 12 + padded + 12);
  const view = new DataView(body.buffer);
  const header = (at: number, length: number, type: number): void => {
    view.setUint16(at, length, true);
    view.setUint16(at + 2, type, true);
  };
  // The list, in it the first action, in that its kind.
  header(4, 12 + padded, TCA_ROOT_TAB);
  header(8, 8 + padded, 1);
  header(12, 4 + name.length, TCA_ACT_KIND);
  body.set(name, 16);
  // struct nla_bitfield32: value, selector.
  header(16 + padded, 12, TCA_ROOT_FLAGS);
  view.setUint32(20 + padded, TCA_FLAG_LARGE_DUMP_ON, true);
  view.setUint32(24 + padded, TCA_FLAG_LARGE_DUMP_ON, true);
  return { name: "RTM_GETACTION", type: RTM_GETACTION, body };
}

export const action = object<Action>({
  set: RTM_NEWACTION,
  delete: RTM_DELACTION,
  answer: RTM_GETACTION,
  groups: [RTNLGRP_TC],
  dumps: () => Object.keys(actionKinds).map(request),
  read,
  // Which filters use it, and what the hardware does of it, is not told.
  ticking: new Set(["ref", "bind", "in_hw", "not_in_hw", "in_hw_count", "used_hw_stats"]),
});
