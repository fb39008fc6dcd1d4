/** Queueing disciplines: RTM_NEWQDISC, as `tc -j -d qdisc` shows them. */
import type { Message } from "../../netlink/nlmsg.ts";
import type { Dev } from "../dev.ts";
import { object, type Reading } from "../object.ts";
import { RTM_DELQDISC, RTM_GETQDISC, RTM_NEWQDISC, RTNLGRP_TC } from "../rtm.ts";
import type { RtContext } from "../types.ts";
import { formatClassid, formatHandle, TC_H_ROOT } from "./handle.ts";
import { qdiscKinds } from "./qdiscs/index.ts";
import { countersOf, readTc, tca, tcRequest } from "./tca.ts";

export interface Qdisc {
  kind?: string;
  /** `8001:`; `0:` for those that the kernel made by itself. */
  handle: string;
  dev: Dev;
  root?: true;
  parent?: string;
  /** How many hold it, if more than one. */
  refcnt?: number;
  offloaded?: true;
  ingress_block?: number;
  egress_block?: number;
  /** By kind. */
  options: object;
  stab?: object;
  warn?: string;
}

const attributes = tca(qdiscKinds);

function read(message: Message, cx: RtContext): Reading<Qdisc> | undefined {
  const header = readTc(attributes, message, cx);
  if (header === undefined) return undefined;
  const { ifindex, handle, parent, info, fields } = header;
  const dev = cx.devs.get(ifindex);
  const body = {} as Qdisc;
  if (fields.kind !== undefined) body.kind = fields.kind;
  body.handle = formatHandle(handle);
  body.dev = dev;
  if (parent === TC_H_ROOT) body.root = true;
  else if (parent !== 0) body.parent = formatClassid(parent);
  if (info !== 1) body.refcnt = info;
  if (fields.offloaded) body.offloaded = true;
  if (fields.ingress_block !== undefined) body.ingress_block = fields.ingress_block;
  if (fields.egress_block !== undefined) body.egress_block = fields.egress_block;
  body.options = fields.options ?? {};
  if (fields.stab) body.stab = fields.stab;
  if (cx.all) Object.assign(body, countersOf(fields));
  if (fields.warn !== undefined) body.warn = fields.warn;
  cx.remember(body);
  // At each place there is one; a new one in its place comes with RTM_DELQDISC of the old one before it.
  return { dev, body, key: `${ifindex} ${parent}` };
}

export const qdisc = object<Qdisc>({
  set: RTM_NEWQDISC,
  delete: RTM_DELQDISC,
  groups: [RTNLGRP_TC],
  dumps: () => [tcRequest("RTM_GETQDISC", RTM_GETQDISC)],
  byPosition: true,
  read,
  // How many hold it changes with its filters and classes, and is not told; packets that no class wanted.
  ticking: new Set(["refcnt", "direct_packets_stat"]),
});
