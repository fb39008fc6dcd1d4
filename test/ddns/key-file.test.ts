import { expect, test } from "bun:test";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { inspect } from "node:util";
import { Key } from "../../src/ddns/key.ts";
import { parseKey } from "../../src/ddns/key-file.ts";
import { loadKey } from "../../src/ddns/key-source.ts";

const SECRET = "c2VjcmV0IHNlY3JldA==";
const MAC = new Key(
  "k.",
  { name: "", wireName: "", hash: "sha256", length: 32 },
  Buffer.from("secret secret"),
).mac();

function expectKey(text: string, name = "k.example.", algorithm = "hmac-sha256"): void {
  const key = parseKey(text, false);
  if (typeof key === "string") throw new Error(`${key}: ${text}`);
  expect([key.name, key.algorithm.name]).toEqual([name, algorithm]);
  if (algorithm === "hmac-sha256") expect(key.mac()).toEqual(MAC);
}

test("BIND's form, with any comments, quoting and blanks", () => {
  expectKey(`key "k.example" {\n\talgorithm hmac-sha256;\n\tsecret "${SECRET}";\n};\n`);
  expectKey(`key k.example. { secret ${SECRET}; algorithm "HMAC-SHA512"; };`, "k.example.", "hmac-sha512");
  expectKey(
    `// made by "tsig-keygen"; key x {\n# secret "x";\n/* key "y" { */ key 'k.example'{algorithm hmac-sha256;secret"c2VjcmV0 IHNl\n Y3JldA==";};`,
  );
  expectKey(
    `include "x"; options { directory "/"; };\nkey "k.example" { algorithm hmac-sha256-128; secret "${SECRET}"; };`,
    "k.example.",
    "hmac-sha256-128",
  );
  // Base64 may have what elsewhere begins a comment.
  expect(parseKey('key "k" { algorithm hmac-sha256; secret "ab//cd/*=="; };', false)).toBe(
    "the secret is no base64",
  );
  expect(parseKey('key "k" { algorithm hmac-sha256; secret "ab//cdef"; };', false)).toBeInstanceOf(Key);
});

test("Knot's forms", () => {
  expectKey(`hmac-sha256:k.example:${SECRET}`);
  expectKey(`k.example:${SECRET}\n`);
  expectKey(`# hmac-sha256:old:AAAA\n\nhmac-sha384:k.example.:${SECRET}\n`, "k.example.", "hmac-sha384");
  expectKey(
    `# hmac-sha256:k.example:${SECRET}\nkey:\n  - id: k.example\n    algorithm: hmac-sha256\n    secret: ${SECRET}\n`,
  );
  expectKey(`key:\n- id: "k.example" # mine\n  secret: "${SECRET}"\n`);
});

test("what is wrong is said, and nothing of the secret", () => {
  const wrong = [
    ["", /no key/],
    ["nonsense", /no key/],
    [`key "k" { algorithm hmac-sha256; secret "SECRET!"; };`, /no base64/],
    [`key "k" { algorithm hmac-sha256; };`, /no secret/],
    [`key "k" { algorithm hmac-sha256; secret "SECRET" };`, /end with ;/],
    [`key "k" { algorithm hmac-sha256; secret "SECRET`, /end with ;/],
    [`key "k" { algorithm SECRET; secret "SECRET"; };`, /unknown algorithm/],
    [`k:SECRETSECRET:hmac-sha256`, /unknown algorithm/],
    [`SECRETSECRET:k`, /no base64|no domain|unknown/],
    [`key "a" { secret "SECRET+A"; }; key "b" { secret "SECRET+A"; };`, /2 keys/],
    [`hmac-md5:k:SECRET+A`, /--allow-md5/],
    [`hmac-sha256:..:SECRET+A`, /no domain name/],
  ] as const;
  for (const [text, problem] of wrong) {
    const key = parseKey(text, false);
    if (typeof key !== "string") throw new Error(`taken: ${text}`);
    expect(key).toMatch(problem);
    expect(key).not.toContain("SECRET");
  }
  expect(parseKey("hmac-md5:k:SECRET+A", true)).toBeInstanceOf(Key);
});

test("a key shows its name and not its secret", () => {
  const key = parseKey(`hmac-sha256:k:${SECRET}`, false);
  for (const shown of [
    JSON.stringify(key),
    inspect(key, { showHidden: true, depth: 9 }),
    String(key),
    Bun.inspect(key),
  ]) {
    expect(shown).not.toContain("c2Vj");
    expect(shown).not.toContain("secret secret");
    expect(shown).not.toContain("115, 101, 99");
  }
});

test("a file, the environment, a credential", () => {
  const directory = mkdtempSync(`${tmpdir()}/nlmon-key-`);
  const file = `${directory}/ddns-key`;
  try {
    writeFileSync(file, `hmac-sha256:k:${SECRET}`);
    chmodSync(file, 0o600);
    expect(loadKey(file, false, {})).toEqual({ key: expect.any(Key) });
    expect(loadKey(undefined, false, { CREDENTIALS_DIRECTORY: directory })).toEqual({ key: expect.any(Key) });
    expect(
      loadKey(undefined, false, { NLMON_DDNS_KEY: `k2:${SECRET}`, CREDENTIALS_DIRECTORY: directory }).key
        ?.name,
    ).toBe("k2.");
    chmodSync(file, 0o644);
    expect(loadKey(file, false, {}).warning).toBe(`${file} can be read by everybody: chmod o-r ${file}`);
    writeFileSync(file, "hmac-sha256:k:!");
    expect(loadKey(file, false, {}).problem).toBe(`${file}: the secret is no base64`);
    rmSync(file);
    expect(loadKey(file, false, {}).problem).toBe(`${file}: no such file or directory`);
    expect(loadKey(undefined, false, { CREDENTIALS_DIRECTORY: directory })).toEqual({});
    expect(loadKey(undefined, false, {})).toEqual({});
    expect(loadKey(undefined, false, { NLMON_DDNS_KEY: "x" }).problem).toMatch(/^\$NLMON_DDNS_KEY: no key/);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
