/** Segments of IPv6 routing headers: type 4 (SRv6, RFC 8754) and type 3 (RPL, RFC 6554). */
import { formatInet6 } from "../inet.ts";

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
export function readSrh(view: DataView, at: number, length: number): Srh {
  const hdrlen = (view.getUint8(at + 1) + 1) << 3;
  const first = view.getUint8(at + 4);
  const srh: Srh = { segs: [] };
  for (let index = first; index >= 0; index--) {
    const offset = SR_HDR_SIZE + index * SEGMENT_SIZE;
    if (offset + SEGMENT_SIZE <= length) srh.segs.push(formatInet6(view, at + offset));
  }
  const keyid = hdrlen - HMAC_TLV_SIZE + 4;
  if ((view.getUint8(at + 5) & SR6_FLAG1_HMAC) !== 0 && keyid >= SR_HDR_SIZE && keyid + 4 <= length)
    srh.hmac = `0x${view.getUint32(at + keyid).toString(16)}`;
  return srh;
}

export const SRH_MIN = SR_HDR_SIZE;

/** struct ipv6_rpl_sr_hdr as the kernel keeps it: whole addresses, in reverse order. */
export function readRplSegments(view: DataView, at: number, length: number): string[] {
  const segs: string[] = [];
  for (let index = view.getUint8(at + 3) - 1; index >= 0; index--) {
    const offset = SR_HDR_SIZE + index * SEGMENT_SIZE;
    if (offset + SEGMENT_SIZE <= length) segs.push(formatInet6(view, at + offset));
  }
  return segs;
}
