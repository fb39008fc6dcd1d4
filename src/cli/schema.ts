/** `nlmon schema`: the JSON Schema that the build has made. */
import { print } from "./stdio.ts";

/** Put in by the build, packed. */
declare const NLMON_SCHEMA: string;

export function runSchema(): void {
  if (typeof NLMON_SCHEMA === "undefined")
    throw new Error("only the built program has its schema: npm run build");
  print(1, Buffer.from(Bun.gunzipSync(Buffer.from(NLMON_SCHEMA, "base64"))).toString());
}
