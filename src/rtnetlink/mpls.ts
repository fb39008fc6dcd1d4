/** MPLS labels (RFC 3032): 20 bits of label, 3 of traffic class, 1 that says bottom of stack, 8 of TTL. */

const MPLS_LS_LABEL_SHIFT = 12;
const MPLS_LS_S_MASK = 0x100;

/** A stack of labels as ip writes it: `100/200`. */
export function formatLabels(view: DataView, at: number, length: number): string {
  let text = "";
  for (let entry = at; entry + 4 <= at + length; entry += 4) {
    const word = view.getUint32(entry);
    text += `${text === "" ? "" : "/"}${word >>> MPLS_LS_LABEL_SHIFT}`;
    if ((word & MPLS_LS_S_MASK) !== 0) break;
  }
  return text;
}
