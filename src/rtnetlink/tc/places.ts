/** Where filters can be. The kernel gives those of one place at a time: of a qdisc, a class, or a shared block. */
import type { Request } from "../../netlink/dump.ts";
import type { Ask } from "../object.ts";
import { tclass } from "./class.ts";
import { CLSACT_EGRESS, CLSACT_INGRESS, parseHandle, TC_H_INGRESS } from "./handle.ts";
import { type Qdisc, qdisc } from "./qdisc.ts";
import { TCM_IFINDEX_MAGIC_BLOCK, tcRequest } from "./tca.ts";

/** Kinds that never have filters, and are at most devices. */
const WITHOUT: ReadonlySet<string | undefined> = new Set([
  "noqueue",
  "pfifo_fast",
  "pfifo",
  "bfifo",
  "pfifo_head_drop",
  "mq",
]);

/** Kinds whose classes have filters of their own. */
const AT_CLASSES: ReadonlySet<string | undefined> = new Set(["htb", "hfsc"]);

/** Requests for what is at every place, or at those of one device and in all blocks. */
export function filterRequests(name: string, type: number, ask: Ask, ifindex?: number): Request[] {
  const ours = ({ dev }: { dev: Qdisc["dev"] }) => ifindex === undefined || dev.ifindex === ifindex;
  const blocks = new Set<number>();
  const requests: Request[] = [];
  let classes = false;
  for (const { body } of ask(qdisc)) {
    for (const block of blocksOf(body)) blocks.add(block);
    if (!ours(body) || WITHOUT.has(body.kind)) continue;
    if (AT_CLASSES.has(body.kind)) classes = true;
    for (const parent of parents(body)) requests.push(tcRequest(name, type, body.dev.ifindex, parent));
  }
  if (classes)
    for (const { body } of ask(tclass))
      if (ours(body) && AT_CLASSES.has(body.class))
        requests.push(tcRequest(name, type, body.dev.ifindex, parseHandle(body.handle)));
  for (const block of blocks) requests.push(tcRequest(name, type, TCM_IFINDEX_MAGIC_BLOCK, block));
  return requests;
}

function blocksOf({ ingress_block, egress_block, options }: Qdisc): number[] {
  const { qevents = [] } = options as { qevents?: readonly { block: number }[] };
  return [ingress_block, egress_block, ...qevents.map(({ block }) => block)].filter(
    (block) => block !== undefined,
  );
}

/** Those in blocks are asked for by block. */
function parents({ kind, handle, root, ingress_block, egress_block }: Qdisc): number[] {
  switch (kind) {
    case "ingress":
      return ingress_block === undefined ? [(TC_H_INGRESS & ~0xffff) >>> 0] : [];
    case "clsact":
      return [
        ...(ingress_block === undefined ? [CLSACT_INGRESS] : []),
        ...(egress_block === undefined ? [CLSACT_EGRESS] : []),
      ];
    default:
      // 0 is the root qdisc, whatever its handle; at another without a handle there can be none.
      return handle === "0:" && !root ? [] : [parseHandle(handle)];
  }
}
