/** A neighbour or a forwarding entry in words. */
import type { FdbEntry } from "../rtnetlink/fdb.ts";
import { type IpNeighbour, isFdbEntry, type Neighbour } from "../rtnetlink/neighbour.ts";
import type { Words } from "./words.ts";

export const neighbourWords: Words<Neighbour> = {
  word: "neigh",
  title: (body) => (isFdbEntry(body) ? fdbTitle(body) : (body.dst ?? "?")),
  summary: (body) => (isFdbEntry(body) ? fdbSummary(body) : ipSummary(body)),
};

export const neighbourMissWords: Words<Neighbour> = { ...neighbourWords, word: "miss" };

const MARKS = ["router", "proxy", "managed", "extern_learn", "offload", "extern_valid"] as const;

function ipSummary(body: IpNeighbour): string {
  const parts: string[] = [];
  if (body.dst !== undefined) parts.push(body.dst);
  if (body.lladdr !== undefined) parts.push(`lladdr ${body.lladdr}`);
  parts.push(...MARKS.filter((mark) => body[mark]));
  if (body.state !== undefined) parts.push(...body.state);
  if (body.protocol !== undefined) parts.push(`proto ${body.protocol}`);
  return parts.join(" ");
}

const fdbTitle = ({ mac, vlan }: FdbEntry): string =>
  vlan === undefined ? (mac ?? "?") : `${mac ?? "?"} vlan ${vlan}`;

function fdbSummary(body: FdbEntry): string {
  const parts = [fdbTitle(body)];
  for (const key of ["dst", "port", "vni", "src_vni", "nhid"] as const)
    if (body[key] !== undefined) parts.push(`${key} ${body[key]}`);
  if (body.viaIf !== undefined) parts.push(`via ${body.viaIf}`);
  parts.push(...body.flags);
  if (body.master !== undefined) parts.push(`master ${body.master}`);
  parts.push(body.state || "learned");
  return parts.join(" ");
}
