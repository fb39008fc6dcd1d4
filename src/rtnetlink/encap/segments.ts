/** Segments of IPv6 routing headers: type 4 (SRv6, RFC 8754) and type 3 (RPL, RFC 6554). */
import { formatInet6 } from "../inet.ts";
import type { RtContext } from "../types.ts";

/** struct ipv6_sr_hdr without the segments. */
const SR_HDR_SIZE = 8;
const SEGMENT_SIZE = 16;
/** struct sr6_tlv_hmac, at the end of the header. */
const HMAC_TLV_SIZE = 40;
const SR6_FLAG1_HMAC = 0x08;

export interface Srh {
  segs: string[];
  hmac?: string;
}

/** A segment routing header; its segments stand in reverse order. Those that the length cuts off are left out. */
export function readSrh(view: DataView, at: number, length: number, cx: RtContext): Srh {
  const hdrlen = (view.getUint8(at + 1) + 1) << 3;
  const srh: Srh = { segs: segments(view, at, length, view.getUint8(at + 4) + 1, cx) };
  const keyid = hdrlen - HMAC_TLV_SIZE + 4;
  if ((view.getUint8(at + 5) & SR6_FLAG1_HMAC) !== 0 && keyid >= SR_HDR_SIZE && keyid + 4 <= length)
    srh.hmac = `0x${view.getUint32(at + keyid).toString(16)}`;
  return srh;
}

export const SRH_MIN = SR_HDR_SIZE;

/** struct ipv6_rpl_sr_hdr as the kernel keeps it: whole addresses, in reverse order. */
export const readRplSegments = (view: DataView, at: number, length: number, cx: RtContext): string[] =>
  segments(view, at, length, view.getUint8(at + 3), cx);

function segments(view: DataView, at: number, length: number, count: number, cx: RtContext): string[] {
  const whole = Math.min(count, Math.floor((length - SR_HDR_SIZE) / SEGMENT_SIZE));
  if (whole < count) cx.problem(cx.current, `${count} segments, ${whole} are there`);
  const segs: string[] = [];
  for (let index = whole - 1; index >= 0; index--)
    segs.push(formatInet6(view, at + SR_HDR_SIZE + index * SEGMENT_SIZE));
  return segs;
}
