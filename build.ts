/**
 * Builds dist/nlmon, one executable for this machine: `bun build.ts`. Fails on any message of the bundler; runs what it
 * built. `bun build.ts release [TARGET...]` makes archives, Debian packages and SHA256SUMS of all targets, or of those
 * named: the same bytes each time, when SOURCE_DATE_EPOCH (seconds since 1970) is. `bun build.ts schema` makes only the
 * schema, for the npm package.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { description, version } from "./package.json";
import { SCRIPTS } from "./src/cli/completion/scripts.ts";
import { commandPage } from "./src/cli/manual/command-page.ts";
import { configPage } from "./src/cli/manual/config-page.ts";
import { builtSchema } from "./src/cli/schema/built.ts";

/** In the npm package as it is; in the executable packed. */
const SCHEMA = "dist/nlmon.schema.json";

interface Target {
  readonly compile: Bun.Build.CompileTarget;
  /** Architecture of its Debian package; absent: none is made. */
  readonly debian?: string;
}

const TARGETS: Readonly<Record<string, Target>> = {
  "linux-x64": { compile: "bun-linux-x64", debian: "amd64" },
  "linux-arm64": { compile: "bun-linux-arm64", debian: "arm64" },
  "linux-x64-musl": { compile: "bun-linux-x64-musl" },
  "linux-arm64-musl": { compile: "bun-linux-arm64-musl" },
};

/** Of what is packed, everything is as old as this says. */
const epoch = Number(process.env.SOURCE_DATE_EPOCH ?? Math.floor(Date.now() / 1000));

/** One executable. Without a target, for the machine that this runs on. */
async function compile(outfile: string, target?: Bun.Build.CompileTarget): Promise<void> {
  const result = await Bun.build({
    entrypoints: ["src/cli/main.ts"],
    target: "bun",
    format: "esm",
    bytecode: true,
    // A command loads only its own code: 8.5 instead of 10.2 MB at rest.
    splitting: true,
    define: { NLMON_SCHEMA: JSON.stringify(await builtSchema(SCHEMA)) },
    // Names in errors stay readable, and identifiers cost nothing in bytecode.
    minify: { whitespace: true, syntax: true, identifiers: false },
    compile: {
      outfile,
      ...(target !== undefined && { target }),
      // What lies in the folder where it is started must not change what it does.
      autoloadDotenv: false,
      autoloadBunfig: false,
      autoloadTsconfig: false,
      autoloadPackageJson: false,
      // --smol: the collector starts earlier; 20 instead of 25 MB after a burst, at the same cost.
      execArgv: ["--smol", "--disallow-code-generation-from-strings=strict", "--no-addons"],
    },
  });
  if (!result.success || result.logs.length > 0) fail(result.logs.map(String).join("\n"));
}

/** nlmon(1) and nlmon.toml(5). */
async function manuals(folder: string): Promise<void> {
  const date = new Date(epoch * 1000).toISOString().slice(0, 10);
  await Bun.write(`${folder}/nlmon.1`, commandPage(date));
  await Bun.write(`${folder}/nlmon.toml.5`, configPage(date, await Bun.file("examples/nlmon.toml").text()));
}

function fail(text: string): never {
  console.error(text);
  process.exit(1);
}

function run(command: readonly string[]): Buffer {
  const { exitCode, stdout, stderr } = Bun.spawnSync([...command], {
    env: { ...process.env, SOURCE_DATE_EPOCH: String(epoch) },
  });
  if (exitCode !== 0) fail(`${command.join(" ")}: exit ${exitCode}: ${stderr}`);
  return stdout;
}

/** What goes with the executable: manuals, completions, examples, texts; by the path in the archive. */
async function companions(folder: string): Promise<void> {
  await manuals(folder);
  for (const [shell, name] of Object.entries({ bash: "nlmon.bash", zsh: "_nlmon", fish: "nlmon.fish" }))
    await Bun.write(`${folder}/completions/${name}`, SCRIPTS[shell as keyof typeof SCRIPTS]);
  for (const part of ["docs", "examples"]) cpSync(part, `${folder}/${part}`, { recursive: true });
  for (const text of ["README.md", "CHANGELOG.md", "LICENSE"]) cpSync(text, `${folder}/${text}`);
}

/** Owner, time and order do not depend on who packs it, nor when. */
function archive(name: string): string {
  const file = `dist/${name}.tar.gz`;
  const tar = ["tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner", `--mtime=@${epoch}`];
  return writeGzip(file, run([...tar, "--format=gnu", "--mode=u+w,go-w", "-C", "dist", "-cf", "-", name]));
}

function writeGzip(file: string, data: Uint8Array): string {
  const packed = Bun.gzipSync(data as Uint8Array<ArrayBuffer>, { level: 6 });
  writeFileSync(file, packed);
  return file;
}

/** `dist/nlmon_0.1.0_amd64.deb`. Nothing is stripped: the program is behind the executable's end. */
async function debian(folder: string, architecture: string): Promise<string> {
  const root = "dist/debian";
  rmSync(root, { recursive: true, force: true });
  const put = (from: string, to: string, mode = 0o644) => {
    mkdirSync(`${root}/${to}`.replace(/\/[^/]*$/, ""), { recursive: true });
    cpSync(`${folder}/${from}`, `${root}/${to}`);
    chmodSync(`${root}/${to}`, mode);
  };
  put("nlmon", "usr/bin/nlmon", 0o755);
  put("completions/nlmon.bash", "usr/share/bash-completion/completions/nlmon");
  put("completions/_nlmon", "usr/share/zsh/vendor-completions/_nlmon");
  put("completions/nlmon.fish", "usr/share/fish/vendor_completions.d/nlmon.fish");
  for (const [page, section] of [
    ["nlmon.1", 1],
    ["nlmon.toml.5", 5],
  ] as const) {
    mkdirSync(`${root}/usr/share/man/man${section}`, { recursive: true });
    writeGzip(`${root}/usr/share/man/man${section}/${page}.gz`, readFileSync(`${folder}/${page}`));
  }
  const doc = "usr/share/doc/nlmon";
  put("README.md", `${doc}/README.md`);
  put("LICENSE", `${doc}/copyright`);
  writeGzip(`${root}/${doc}/changelog.gz`, readFileSync(`${folder}/CHANGELOG.md`));
  for (const part of ["docs", "examples"])
    for (const file of readdirSync(`${folder}/${part}`))
      put(`${part}/${file}`, `${doc}/${part}/${file}`, file.endsWith(".sh") ? 0o755 : 0o644);
  await Bun.write(
    `${root}/DEBIAN/control`,
    `Package: nlmon
Version: ${version}
Architecture: ${architecture}
Section: net
Priority: optional
Maintainer: nlmon <nlmon@localhost>
Depends: libc6 (>= 2.28)
Suggests: iproute2, bind9-dnsutils
Description: ${description.split(": ")[0]}
 Says what changes in a host's network (interfaces, addresses, routes and all
 else that the kernel tells over rtnetlink), old value and new, for people or as
 JSON; runs hooks, and keeps DNS names at the addresses that they are for.
`,
  );
  const file = `dist/nlmon_${version}_${architecture}.deb`;
  run(["dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--build", root, file]);
  rmSync(root, { recursive: true });
  return file;
}

/** Starts what was built, where this machine can: by itself, or by qemu-user with that machine's C library. */
function start(name: string, executable: string): void {
  const [, machine, libc] = name.split("-");
  const qemu = Bun.which("qemu-aarch64-static") ?? Bun.which("qemu-aarch64");
  const native = machine === process.arch && libc === undefined;
  const command = native
    ? [executable]
    : machine === "arm64" && libc === undefined && qemu !== null && existsSync("/usr/aarch64-linux-gnu/lib")
      ? [qemu, "-L", "/usr/aarch64-linux-gnu", executable]
      : undefined;
  if (command === undefined) console.error(`${name}: not started, this machine cannot`);
  else if (run([...command, "--version"]).toString() !== `nlmon ${version}\n`)
    fail(`${name}: does not start`);
}

async function release(names: readonly string[]): Promise<void> {
  const made: string[] = [];
  for (const name of names) {
    const target =
      TARGETS[name] ?? fail(`${name}: no such target; there are ${Object.keys(TARGETS).join(", ")}`);
    const folder = `nlmon-${version}-${name}`;
    rmSync(`dist/${folder}`, { recursive: true, force: true });
    await compile(`dist/${folder}/nlmon`, target.compile);
    start(name, `dist/${folder}/nlmon`);
    await companions(`dist/${folder}`);
    made.push(archive(folder));
    if (target.debian !== undefined) made.push(await debian(`dist/${folder}`, target.debian));
    rmSync(`dist/${folder}`, { recursive: true });
  }
  const sums = made.map((file) => {
    const hash = new Bun.CryptoHasher("sha256").update(readFileSync(file)).digest("hex");
    return `${hash}  ${file.replace("dist/", "")}\n`;
  });
  await Bun.write("dist/SHA256SUMS", sums.join(""));
  for (const line of sums) console.error(line.trimEnd());
}

async function local(): Promise<void> {
  // A running nlmon keeps its file: the new one takes its place.
  await compile("dist/nlmon.new");
  renameSync("dist/nlmon.new", "dist/nlmon");
  await manuals("dist");
  const { exitCode, stdout, stderr } = Bun.spawnSync(["dist/nlmon", "--version"]);
  const said = stdout.toString().trim();
  if (exitCode !== 0 || said !== `nlmon ${version}`)
    fail(`dist/nlmon --version: exit ${exitCode}, ${JSON.stringify(said)}, ${stderr}`);
  console.error(`dist/nlmon: ${said}, ${(Bun.file("dist/nlmon").size / 2 ** 20).toFixed(0)} MiB`);
}

if (!existsSync("dist")) mkdirSync("dist");
const [what, ...names] = process.argv.slice(2);
if (what === undefined) await local();
else if (what === "schema") await builtSchema(SCHEMA);
else if (what === "release") await release(names.length > 0 ? names : Object.keys(TARGETS));
else fail("usage: bun build.ts [schema | release [TARGET...]]");
