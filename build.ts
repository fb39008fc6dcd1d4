/** Builds dist/nlmon, one executable: `bun build.ts`. Fails on any message of the bundler; runs what it built. */
import { mkdirSync } from "node:fs";
import { version } from "./package.json";
import { commandPage } from "./src/cli/manual/command-page.ts";
import { configPage } from "./src/cli/manual/config-page.ts";
import { builtSchema } from "./src/cli/schema/built.ts";

/** The machine this runs on; more targets are more rows. */
const TARGETS: Readonly<Record<string, Bun.Build.CompileTarget>> = {
  nlmon: `bun-linux-${process.arch as "x64" | "arm64"}`,
};

mkdirSync("dist", { recursive: true });
const schema = await builtSchema("dist/nlmon.schema.json");
for (const [name, target] of Object.entries(TARGETS)) {
  const result = await Bun.build({
    entrypoints: ["src/cli/main.ts"],
    target: "bun",
    format: "esm",
    bytecode: true,
    define: { NLMON_SCHEMA: JSON.stringify(schema) },
    // Names in errors stay readable, and identifiers cost nothing in bytecode.
    minify: { whitespace: true, syntax: true, identifiers: false },
    compile: {
      outfile: `dist/${name}`,
      target,
      // What lies in the folder where it is started must not change what it does.
      autoloadDotenv: false,
      autoloadBunfig: false,
      autoloadTsconfig: false,
      autoloadPackageJson: false,
      // --smol: the collector starts earlier; 20 instead of 25 MB after a burst, at the same cost.
      execArgv: ["--smol", "--disallow-code-generation-from-strings=strict", "--no-addons"],
    },
  });
  if (!result.success || result.logs.length > 0) {
    for (const log of result.logs) console.error(String(log));
    process.exit(1);
  }
}

// Of packages that are built to be the same each time, everything is as old as this says.
const date = new Date(Number(process.env.SOURCE_DATE_EPOCH ?? Date.now() / 1000) * 1000)
  .toISOString()
  .slice(0, 10);
await Bun.write("dist/nlmon.1", commandPage(date));
await Bun.write("dist/nlmon.toml.5", configPage(date, await Bun.file("examples/nlmon.toml").text()));

const run = Bun.spawnSync(["dist/nlmon", "--version"]);
const said = run.stdout.toString().trim();
if (run.exitCode !== 0 || said !== `nlmon ${version}`) {
  console.error(`dist/nlmon --version: exit ${run.exitCode}, ${JSON.stringify(said)}, ${run.stderr}`);
  process.exit(1);
}
console.error(`dist/nlmon: ${said}, ${(Bun.file("dist/nlmon").size / 2 ** 20).toFixed(0)} MiB`);
