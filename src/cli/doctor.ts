/** `nlmon doctor`: what keeps nlmon from working here, or makes it work worse, and what to do about it. */
import { arch } from "node:os";
import { isatty } from "node:tty";
import { type ParsedArgs, parseArgs } from "citty";
import { version } from "../../package.json";
import { colours } from "../output/colour.ts";
import { printable, safeJson } from "../output/escape.ts";
import { type Finding, ok, trouble, type Verdict } from "./doctor/finding.ts";
import * as host from "./doctor/host.ts";
import { diagnose } from "./explain.ts";
import { DOCTOR } from "./options.ts";
import { print } from "./stdio.ts";
import { oneOf } from "./values.ts";

const EXIT_TROUBLE = 1;

export async function runDoctor(options: string[]): Promise<void> {
  const args: ParsedArgs<typeof DOCTOR> = parseArgs(options, DOCTOR);
  const format = oneOf("--format", args.format ?? "text", ["text", "json"]);
  const findings = [
    host.kernel(),
    ...(await asked()),
    host.proc(),
    host.capabilities(),
    host.namespace(),
    host.ipv6(),
    host.limits(),
    host.nameFiles(),
    host.notify(),
  ];
  const verdict = worst(findings);
  print(1, format === "json" ? json(verdict, findings) : text(verdict, findings));
  process.exit(verdict === "trouble" ? EXIT_TROUBLE : 0);
}

/** What needs libc; the first thing that fails ends it. */
async function asked(): Promise<Finding[]> {
  const findings: Finding[] = [];
  let check = "libc";
  try {
    const netlink = await import("./doctor/netlink.ts");
    findings.push(ok("libc", "can be called"));
    check = "event loop";
    findings.push(netlink.loop());
    check = "netlink";
    findings.push(...netlink.socket());
    check = "state";
    findings.push(netlink.state());
    check = "clock";
    findings.push(netlink.clock());
  } catch (error) {
    const { what, remedy } = diagnose(error);
    findings.push(trouble(check, what, remedy ?? "allow it where nlmon is started"));
  }
  return findings;
}

const ORDER: readonly Verdict[] = ["ok", "note", "trouble"];

const worst = (findings: readonly Finding[]): Verdict =>
  findings.reduce<Verdict>(
    (verdict, finding) =>
      ORDER.indexOf(finding.verdict) > ORDER.indexOf(verdict) ? finding.verdict : verdict,
    "ok",
  );

const json = (verdict: Verdict, checks: readonly Finding[]): string =>
  `${safeJson(JSON.stringify({ nlmon: version, arch: arch(), verdict, checks }))}\n`;

const PAINT = { ok: "good", note: "note", trouble: "bad" } as const;
const CHECK = 14;
const INDENT = " ".repeat(9 + CHECK);
const WIDTH = 110;

/** Lines of at most WIDTH columns, the first with a sign. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = `${INDENT}->`;
  for (const word of text.split(" ")) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `${INDENT}  `;
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

function text(verdict: Verdict, findings: readonly Finding[]): string {
  const paint = colours(isatty(1), process.env);
  const lines = findings.flatMap(({ check, verdict, found, remedy }) => {
    const line = `${paint[PAINT[verdict]](verdict.padEnd(7))}  ${check.padEnd(CHECK)}${printable(found)}`;
    return remedy === undefined ? [line] : [line, ...wrapped(printable(remedy))];
  });
  const end = {
    ok: "nothing keeps nlmon from working here",
    note: "nothing keeps nlmon from working here; the notes say what could be better",
    trouble: "nlmon does not work here",
  }[verdict];
  return [`nlmon ${version}, ${arch()}`, ...lines, end].map((line) => `${line}\n`).join("");
}
