/** `nlmon schema`: the JSON Schema that the build has made. */
import { existsSync, readFileSync } from "node:fs";
import { print } from "./stdio.ts";

/** Put in by the build, packed. */
declare const NLMON_SCHEMA: string;

/** Beside the sources, in the npm package. */
const FILE = new URL("../../dist/nlmon.schema.json", import.meta.url);

export function runSchema(): void {
  print(1, typeof NLMON_SCHEMA === "undefined" ? besides() : unpacked(NLMON_SCHEMA));
}

const unpacked = (packed: string): string =>
  Buffer.from(Bun.gunzipSync(Buffer.from(packed, "base64"))).toString();

function besides(): string {
  if (!existsSync(FILE)) throw new Error("the schema has not been built: npm run build");
  return readFileSync(FILE, "utf8");
}
