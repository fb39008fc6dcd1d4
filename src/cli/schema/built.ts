/** The schema for the build: generated when what it is made of has changed, which takes some seconds. */
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";

/** Writes it to `path`, and returns it packed (gzip, base64) for the executable. */
export async function builtSchema(path: string): Promise<string> {
  const hash = `${path}.hash`;
  const now = hashOf(["package.json", "package-lock.json", ...globSync("src/**/*.ts")]);
  if (!existsSync(path) || !existsSync(hash) || readFileSync(hash, "utf8") !== now) {
    const { generateSchema } = await import("./generate.ts");
    writeFileSync(path, `${JSON.stringify(generateSchema(), undefined, 1)}\n`);
    writeFileSync(hash, now);
  }
  return Buffer.from(Bun.gzipSync(readFileSync(path))).toString("base64");
}

/** Of files that types may come from: all but those of the command line. */
function hashOf(paths: readonly string[]): string {
  const hasher = new Bun.CryptoHasher("sha256");
  for (const path of paths
    .filter((path) => !/^src\/(cli\/(?!schema)|exec|ddns|output|capture)/.test(path))
    .sort())
    hasher.update(path).update(readFileSync(path));
  return hasher.digest("hex");
}
