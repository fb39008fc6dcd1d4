/** Buckets of resilient nexthop groups: NHA_RES_BUCKET_*, as one element of `ip -j nexthop bucket`. */
import { attr, type FieldsOf, ignored, nest, table } from "../netlink/attr.ts";
import type { Message } from "../netlink/nlmsg.ts";
import { u16, u32 } from "../netlink/types.ts";
import { inOrder } from "./in-order.ts";
import { header, NHMSG_SIZE, seconds } from "./nexthop.ts";
import { object, type Reading } from "./object.ts";
import { routeFlags } from "./route-nexthops.ts";
import { RTM_DELNEXTHOPBUCKET, RTM_GETNEXTHOPBUCKET, RTM_NEWNEXTHOPBUCKET, RTNLGRP_NEXTHOP } from "./rtm.ts";
import type { RtContext } from "./types.ts";

export const resBucket = table<RtContext>()("NHA_RES_BUCKET", {
  0: ignored("NHA_RES_BUCKET_PAD"),
  1: attr("NHA_RES_BUCKET_INDEX", "index", u16),
  2: attr("NHA_RES_BUCKET_IDLE_TIME", "idle_time", seconds),
  3: attr("NHA_RES_BUCKET_NH_ID", "nhid", u32),
});

const NHA = {
  1: attr("NHA_ID", "id", u32),
  13: attr("NHA_RES_BUCKET", "bucket", nest(resBucket)),
} as const;
const attributes = table<RtContext>()("NHA", NHA);

export interface NexthopBucket {
  /** Of the group. */
  id?: number;
  bucket?: { index?: number; idle_time?: number; nhid?: number };
  flags: string[];
}

function read(message: Message, cx: RtContext): Reading<NexthopBucket> | undefined {
  if (header(message, cx) === undefined) return undefined;
  const { view, at, end } = message;
  const of: FieldsOf<typeof NHA> = attributes.read(view, at + NHMSG_SIZE, end, cx);
  const body = {} as NexthopBucket;
  if (of.id !== undefined) body.id = of.id;
  if (of.bucket !== undefined) inOrder((body.bucket = {}), of.bucket, ["index", "idle_time", "nhid"]);
  body.flags = routeFlags(view.getUint32(at + 4, true));
  cx.remember(body);
  return { dev: undefined, body, key: `${of.id} ${of.bucket?.index}` };
}

export const nexthop_bucket = object({
  set: RTM_NEWNEXTHOPBUCKET,
  delete: RTM_DELNEXTHOPBUCKET,
  groups: [RTNLGRP_NEXTHOP],
  dumps: () => [
    { name: "RTM_GETNEXTHOPBUCKET", type: RTM_GETNEXTHOPBUCKET, body: new Uint8Array(NHMSG_SIZE) },
  ],
  read,
  ticking: new Set(["idle_time"]),
});
