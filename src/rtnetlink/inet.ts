/** Network addresses as text, exactly as inet_ntop(3) of glibc writes them; no regular expressions, no garbage. */

export const AF_UNSPEC = 0;
export const AF_INET = 2;
export const AF_BRIDGE = 7;
export const AF_INET6 = 10;
export const AF_MPLS = 28;

const FAMILIES: Readonly<Record<number, string>> = {
  [AF_INET]: "inet",
  [AF_INET6]: "inet6",
  4: "ipx",
  [AF_BRIDGE]: "bridge",
  17: "link",
  [AF_MPLS]: "mpls",
};

/** ip's name of an address family (`inet6`); undefined where it has none. */
export const familyName = (family: number): string | undefined => FAMILIES[family];

/** `192.0.2.1`. */
export const formatInet = (view: DataView, at: number): string =>
  `${view.getUint8(at)}.${view.getUint8(at + 1)}.${view.getUint8(at + 2)}.${view.getUint8(at + 3)}`;

/** `2001:db8::1`: RFC 5952, and IPv4-mapped or -compatible addresses with their last 32 bits dotted. */
export function formatInet6(view: DataView, at: number): string {
  // The longest run of two or more zero groups, the first of equals.
  let best = -1;
  let bestLength = 1;
  for (let group = 0; group < 8; ) {
    let end = group;
    while (end < 8 && view.getUint16(at + 2 * end) === 0) end++;
    if (end - group > bestLength) {
      best = group;
      bestLength = end - group;
    }
    group = end + 1;
  }
  const dotted = best === 0 && (bestLength === 6 || (bestLength === 5 && view.getUint16(at + 10) === 0xffff));
  let text = "";
  for (let group = 0; group < 8; group++) {
    if (best >= 0 && group >= best && group < best + bestLength) {
      if (group === best) text += ":";
      continue;
    }
    if (group > 0) text += ":";
    if (group === 6 && dotted) return text + formatInet(view, at + 12);
    text += view.getUint16(at + 2 * group).toString(16);
  }
  return best >= 0 && best + bestLength === 8 ? `${text}:` : text;
}
