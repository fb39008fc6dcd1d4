/**
 * Files of iproute2's rtmon (and of `ip monitor`'s option `file`): messages one after the other as the kernel sent
 * them, with an NLMSG_TSTAMP before each; the dump of links at the start has one stamp for all.
 */
import { NLMSG_HDRLEN } from "../netlink/nlmsg.ts";
import type { Input } from "./input.ts";
import { Damage, type Format, type Found, MAX_PACKET, MORE, PACKET, PASSED, type Packet } from "./packet.ts";

/** Body: seconds u32, microseconds u32. */
export const NLMSG_TSTAMP = 15;
export const TSTAMP_SIZE = NLMSG_HDRLEN + 8;

export class Rtmon implements Format {
  #time = 0;

  next(input: Input, into: Packet): Found {
    if (input.left < NLMSG_HDRLEN) return MORE;
    const { view, at, offset } = input;
    const length = view.getUint32(at, true);
    if (length < NLMSG_HDRLEN || length > MAX_PACKET) return new Damage(offset, `message of ${length} bytes`);
    const size = (length + 3) & ~3;
    if (input.left < size) return MORE;
    const isStamp = view.getUint16(at + 4, true) === NLMSG_TSTAMP;
    if (isStamp) {
      if (length < TSTAMP_SIZE) return new Damage(offset, `time stamp of ${length} bytes`);
      this.#time =
        view.getUint32(at + NLMSG_HDRLEN, true) * 1_000_000 + view.getUint32(at + NLMSG_HDRLEN + 4, true);
    } else {
      into.time = this.#time;
      into.view = view;
      into.at = at;
      into.end = at + length;
      into.offset = offset;
      into.missing = 0;
      into.lost = 0;
    }
    input.take(size);
    return isStamp ? PASSED : PACKET;
  }
}
