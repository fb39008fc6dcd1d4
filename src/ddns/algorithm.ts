/** Algorithms of TSIG (RFC 8945, section 6). */

export interface Algorithm {
  /** As users write it. */
  name: string;
  /** As it is called on the wire. */
  wireName: string;
  hash: string;
  /** Bytes of a MAC that is sent, and that is at least wanted back: the hash's, or fewer (section 5.2.2.1). */
  length: number;
}

const HASHES = [
  ["hmac-md5", "hmac-md5.sig-alg.reg.int.", "md5", 16],
  ["hmac-sha1", "hmac-sha1.", "sha1", 20],
  ["hmac-sha224", "hmac-sha224.", "sha224", 28],
  ["hmac-sha256", "hmac-sha256.", "sha256", 32],
  ["hmac-sha384", "hmac-sha384.", "sha384", 48],
  ["hmac-sha512", "hmac-sha512.", "sha512", 64],
] as const;

export const ALGORITHMS: readonly string[] = HASHES.map(([name]) => name);

/** Section 5.2.2.1: no MAC is shorter than 10 bytes, nor than half of the hash. */
const SHORTEST = 10;

/** `hmac-sha256`, `HMAC-SHA256.`, `hmac-sha256-128` (truncated to so many bits); undefined when there is none. */
export function algorithm(text: string): Algorithm | undefined {
  const given = text.toLowerCase().replace(/\.$/, "");
  for (const [name, wireName, hash, size] of HASHES) {
    if (given === name || `${given}.` === wireName) return { name, wireName, hash, length: size };
    const bits = given.startsWith(`${name}-`) ? given.slice(name.length + 1) : "";
    if (!/^\d{2,3}$/.test(bits)) continue;
    const length = Number(bits) / 8;
    if (!Number.isInteger(length) || length > size || length < Math.max(SHORTEST, size / 2)) return undefined;
    return { name: given, wireName, hash, length };
  }
  return undefined;
}
