/** Ids under which other network namespaces are known here: NETNSA_*, include/uapi/linux/net_namespace.h, as `ip -j netns list-id`. */
import { attr, type FieldsOf, ignored, table } from "../netlink/attr.ts";
import { s32 } from "../netlink/types.ts";
import { AF_UNSPEC } from "./inet.ts";
import { object } from "./object.ts";
import { RTM_DELNSID, RTM_GETNSID, RTM_NEWNSID, RTNLGRP_NSID } from "./rtm.ts";
import type { RtContext } from "./types.ts";

/** struct rtgenmsg: family u8, padded. */
const RTGENMSG_SIZE = 4;

const NETNSA = {
  1: attr("NETNSA_NSID", "nsid", s32),
  2: ignored("NETNSA_PID"),
  3: ignored("NETNSA_FD"),
  4: ignored("NETNSA_TARGET_NSID"),
  5: attr("NETNSA_CURRENT_NSID", "current-nsid", s32),
} as const;

export const netnsa = table<RtContext>()("NETNSA", NETNSA);

/** An id that is not assigned (-1) is absent. */
export interface Nsid {
  nsid?: number;
  "current-nsid"?: number;
}

export const nsid = object<Nsid>({
  set: RTM_NEWNSID,
  delete: RTM_DELNSID,
  groups: [RTNLGRP_NSID],
  dumps: () => [{ name: "RTM_GETNSID", type: RTM_GETNSID, body: Uint8Array.of(AF_UNSPEC, 0, 0, 0) }],
  read({ view, at, end }, cx) {
    cx.reset();
    if (end - at < RTGENMSG_SIZE) {
      cx.problem("rtgenmsg", `${end - at} bytes, ${RTGENMSG_SIZE} expected`);
      return undefined;
    }
    const of: FieldsOf<typeof NETNSA> = netnsa.read(view, at + RTGENMSG_SIZE, end, cx);
    const body: Nsid = {};
    for (const key of ["nsid", "current-nsid"] as const) {
      const id = of[key];
      if (id !== undefined && id >= 0) body[key] = id;
    }
    cx.remember(body);
    return { dev: undefined, body, key: String(of.nsid) };
  },
});
