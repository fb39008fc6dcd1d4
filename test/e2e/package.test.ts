/** What users get: the npm package in an empty project, the archive, the Debian package. */
import { afterAll, expect, test } from "bun:test";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { version } from "../../package.json";
import { BINARY } from "./namespace.ts";

const ROOT = `${import.meta.dir}/../..`;
const folder = mkdtempSync(join(tmpdir(), "nlmon-package-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: readonly string[], cwd = folder, env: Record<string, string> = {}): string {
  const { exitCode, stdout, stderr } = Bun.spawnSync([...command], { cwd, env: { ...process.env, ...env } });
  if (exitCode !== 0) throw new Error(`${command.join(" ")}: exit ${exitCode}: ${stderr}${stdout}`);
  return stdout.toString();
}

test("npm pack, npm install in an empty project: npx nlmon, and the library with its types", () => {
  const packed = JSON.parse(run(["npm", "pack", "--json", "--pack-destination", folder], ROOT)) as {
    filename: string;
  }[];
  const project = join(folder, "project");
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), '{"type":"module"}');
  run(
    ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", join(folder, packed[0]!.filename)],
    project,
  );
  expect(run(["npx", "--no-install", "nlmon", "--version"], project)).toBe(`nlmon ${version}\n`);
  expect(run(["npx", "--no-install", "nlmon", "schema"], project)).toBe(run([BINARY, "schema"]));
  const wrong = Bun.spawnSync(["npx", "--no-install", "nlmon", "--fromat"], { cwd: project });
  expect([wrong.exitCode, wrong.stderr.toString()]).toEqual([
    2,
    "nlmon: unknown option --fromat; did you mean --format?\nnlmon: try: nlmon --help\n",
  ]);
  writeFileSync(
    join(project, "sample.ts"),
    `import { type Event, snapshot, wait } from "nlmon";
const lo: Event | undefined = await wait("link.up", { interfaces: ["lo"], timeout: 5000 });
if (lo?.event === "link.exists") console.log(lo.link.ifname, snapshot({ interfaces: ["lo"] }).link?.length);
`,
  );
  const inNamespace = ["unshare", ...(process.getuid?.() === 0 ? ["-n"] : ["-rn"]), "sh", "-c"];
  expect(run([...inNamespace, `ip link set lo up; exec ${process.execPath} sample.ts`], project)).toBe(
    "lo 1\n",
  );
  // As `bun init` sets a project up.
  writeFileSync(
    join(project, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        lib: ["ESNext"],
        target: "ESNext",
        module: "Preserve",
        moduleDetection: "force",
        moduleResolution: "bundler",
        allowImportingTsExtensions: true,
        verbatimModuleSyntax: true,
        noEmit: true,
        strict: true,
        skipLibCheck: true,
        noFallthroughCasesInSwitch: true,
        noUncheckedIndexedAccess: true,
        types: ["bun"],
      },
      files: ["sample.ts"],
    }),
  );
  mkdirSync(join(project, "node_modules/@types"), { recursive: true });
  cpSync(join(ROOT, "node_modules/@types"), join(project, "node_modules/@types"), { recursive: true });
  cpSync(join(ROOT, "node_modules/bun-types"), join(project, "node_modules/bun-types"), { recursive: true });
  cpSync(join(ROOT, "node_modules/undici-types"), join(project, "node_modules/undici-types"), {
    recursive: true,
  });
  run([join(ROOT, "node_modules/.bin/tsc"), "-p", "."], project);
}, 120_000);

test("npm run release: the archive and the Debian package, the same bytes each time", () => {
  const name = `linux-${process.arch}`;
  const machine = { x64: "amd64", arm64: "arm64" }[process.arch as string];
  // In a copy: what other tests run in dist stays as it is.
  const copy = join(folder, "copy");
  mkdirSync(copy);
  for (const part of run(
    ["git", "ls-files", "-z", "src", "ffi", "examples", "docs", "*.json", "*.md", "LICENSE", "build.ts"],
    ROOT,
  ).split("\0"))
    if (part !== "") cpSync(join(ROOT, part), join(copy, part));
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  const release = () => {
    run([process.execPath, "build.ts", "release", name], copy, { SOURCE_DATE_EPOCH: "1700000000" });
    return readFileSync(join(copy, "dist/SHA256SUMS"), "utf8");
  };
  const sums = release();
  expect(release()).toBe(sums);
  expect(
    sums
      .trim()
      .split("\n")
      .map((line) => line.split("  ")[1]),
  ).toEqual([`nlmon-${version}-${name}.tar.gz`, `nlmon_${version}_${machine}.deb`]);
  run(["sha256sum", "--check", "SHA256SUMS"], join(copy, "dist"));

  run(["tar", "-xf", `dist/nlmon-${version}-${name}.tar.gz`], copy);
  const unpacked = join(copy, `nlmon-${version}-${name}`);
  expect(run([join(unpacked, "nlmon"), "--version"])).toBe(`nlmon ${version}\n`);
  for (const file of [
    "nlmon.1",
    "completions/_nlmon",
    "examples/update-dns.sh",
    "LICENSE",
    "README.md",
    "docs/events.md",
  ])
    expect([file, existsSync(join(unpacked, file))]).toEqual([file, true]);

  const root = join(folder, "root");
  mkdirSync(join(root, "var/lib/dpkg/updates"), { recursive: true });
  mkdirSync(join(root, "var/lib/dpkg/info"));
  writeFileSync(join(root, "var/lib/dpkg/status"), "");
  const dpkg = ["dpkg", "--force-not-root", "--force-depends", `--root=${root}`, "--log=/dev/null"];
  run([...dpkg, "-i", join(copy, `dist/nlmon_${version}_${machine}.deb`)], folder, {
    PATH: `${process.env.PATH}:/usr/sbin:/sbin`,
  });
  expect(run([join(root, "usr/bin/nlmon"), "--version"])).toBe(`nlmon ${version}\n`);
  const files = run([...dpkg, "-L", "nlmon"]).split("\n");
  for (const file of [
    "/usr/share/man/man1/nlmon.1.gz",
    "/usr/share/man/man5/nlmon.toml.5.gz",
    "/usr/share/bash-completion/completions/nlmon",
    "/usr/share/zsh/vendor-completions/_nlmon",
    "/usr/share/doc/nlmon/copyright",
    "/usr/share/doc/nlmon/docs/events.md",
    "/usr/share/doc/nlmon/examples/nlmon.service",
  ])
    expect(files).toContain(file);
}, 240_000);
