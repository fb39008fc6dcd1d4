/** Names from the kernel as text: UTF-8, and bytes that are none as `\xff`, so that no two names become one. */

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Up to the first NUL; control characters stay as they are. */
export function decodeText(data: Uint8Array): string {
  const nul = data.indexOf(0);
  const bytes = nul < 0 ? data : data.subarray(0, nul);
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const size = sequenceLength(bytes[at]!);
    try {
      if (size === 0 || at + size > bytes.length) throw new TypeError("no UTF-8 sequence");
      text += decoder.decode(bytes.subarray(at, at + size));
      at += size;
    } catch {
      text += `\\x${bytes[at]!.toString(16).padStart(2, "0")}`;
      at++;
    }
  }
  return text;
}

/** Bytes of the UTF-8 sequence that starts with `lead`, 0 when none does (RFC 3629, section 4). */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}
