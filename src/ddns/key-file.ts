/**
 * Keys as text, in the forms in which servers' tools give them:
 *
 *     key "name" { algorithm hmac-sha256; secret "c2Vj cmV0"; };   BIND: tsig-keygen; comments as in named.conf
 *     hmac-sha256:name:c2VjcmV0                                     Knot, dig -y; without an algorithm hmac-sha256
 *     key:                                                          Knot: keymgr -t
 *       - id: name
 *         algorithm: hmac-sha256
 *         secret: c2VjcmV0
 *
 * No problem that is told has any of the text in it: what is mistaken for a name may be the secret.
 */
import { ALGORITHMS, algorithm } from "./algorithm.ts";
import { Key } from "./key.ts";
import { parseName } from "./name.ts";

const DEFAULT_ALGORITHM = "hmac-sha256";

/** The one key of a text, or what is wrong with it. */
export function parseKey(text: string, allowMd5: boolean): Key | string {
  const found = bindKeys(text) ?? yamlKeys(text) ?? colonKeys(text);
  if (typeof found === "string") return found;
  if (found.length > 1) return `${found.length} keys; leave one`;
  const [raw] = found;
  if (raw === undefined) return "no key: neither BIND's form, nor Knot's, nor alg:name:secret";
  return checked(raw, allowMd5);
}

interface RawKey {
  name: string;
  algorithm: string;
  secret: string;
}

function checked(raw: RawKey, allowMd5: boolean): Key | string {
  const name = parseName(raw.name);
  if (name === undefined || name === ".") return "the key has no name, or one that is no domain name";
  const known = algorithm(raw.algorithm);
  if (known === undefined)
    return `unknown algorithm; known: ${ALGORITHMS.join(", ")}, also truncated (hmac-sha256-128)`;
  if (known.hash === "md5" && !allowMd5)
    return "hmac-md5 is broken: make a new key (tsig-keygen), or allow it with --allow-md5";
  const secret = raw.secret.replace(/\s+/g, "");
  if (secret === "") return "the key has no secret";
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(secret) || secret.replace(/=+$/, "").length % 4 === 1)
    return "the secret is no base64";
  return new Key(name, known, Buffer.from(secret, "base64"));
}

/** Words, `"quoted words"` and `{ } ;`, without comments; a quoted one begins with a quote here. */
function* words(text: string): Generator<string> {
  const pattern = /\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"[^"]*"?|'[^']*'?|[{};]|[^\s{};"']+/g;
  for (const [word] of text.matchAll(pattern))
    if (!word.startsWith("#") && !word.startsWith("//") && !word.startsWith("/*")) yield word;
}

const unquoted = (word: string): string => word.replace(/^["']|["']$/g, "");

/** undefined: not BIND's form. */
function bindKeys(text: string): RawKey[] | string | undefined {
  const tokens = [...words(text)];
  const keys: RawKey[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i] !== "key" || tokens[i + 2] !== "{") continue;
    const key: RawKey = { name: unquoted(tokens[i + 1]!), algorithm: DEFAULT_ALGORITHM, secret: "" };
    for (i += 3; tokens[i] !== "}"; i++) {
      const statement = tokens[i];
      let value = "";
      while (++i < tokens.length && tokens[i] !== ";" && tokens[i] !== "}") value += unquoted(tokens[i]!);
      if (tokens[i] !== ";") return "a statement does not end with ;";
      if (statement === "algorithm" || statement === "secret") key[statement] = value;
    }
    keys.push(key);
  }
  return keys.length > 0 ? keys : undefined;
}

/** undefined: not Knot's form. */
function yamlKeys(text: string): RawKey[] | undefined {
  const keys: RawKey[] = [];
  for (const line of text.split("\n")) {
    const match = /^\s*(?:-\s*)?(id|algorithm|secret)\s*:\s*(.*?)\s*(?:\s#.*)?$/.exec(line);
    if (match === null) continue;
    const [, field, value] = match as unknown as [string, "id" | "algorithm" | "secret", string];
    if (field === "id") keys.push({ name: unquoted(value), algorithm: DEFAULT_ALGORITHM, secret: "" });
    else if (keys.length > 0) keys.at(-1)![field] = unquoted(value);
  }
  return keys.length > 0 ? keys : undefined;
}

function colonKeys(text: string): RawKey[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.flatMap((line) => {
    const parts = line.split(":");
    if (line === "" || line.startsWith("#") || line.startsWith(";")) return [];
    if (parts.length === 3) return [{ algorithm: parts[0]!, name: parts[1]!, secret: parts[2]! }];
    if (parts.length === 2) return [{ algorithm: DEFAULT_ALGORITHM, name: parts[0]!, secret: parts[1]! }];
    return [];
  });
}
