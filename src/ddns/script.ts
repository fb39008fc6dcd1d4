/** The same update in the words of nsupdate: to be read, or to be given to it. */
import { typeName } from "./codes.ts";
import { shownName } from "./name.ts";
import { type RrSet, setName } from "./update.ts";

interface Script {
  /** undefined: nsupdate finds it. */
  server: { host: string; port: number } | undefined;
  zone: string | undefined;
  set: RrSet;
  /** What has to be there before; undefined: it is not known, and makes no difference. */
  expected: readonly string[] | undefined;
}

export function updateScript({ server, zone, set, expected }: Script): string {
  const { name, type, ttl, data } = set;
  const add = data.map((text) => `update add ${shownName(name)} ${ttl} ${typeName(type)} ${text}`);
  return lines([
    ...preamble(server, zone, set),
    ...(expected === undefined ? [] : prerequisites(set, expected)),
    `update delete ${setName(set)}`,
    ...add,
    "send",
  ]);
}

/** Changes nothing; nsupdate sends no update that is empty. */
export const probeScript = ({ server, zone, set }: Omit<Script, "expected">): string =>
  lines([...preamble(server, zone, set), "send"]);

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join("");

function preamble(server: Script["server"], zone: string | undefined, { name }: RrSet): string[] {
  return [
    ...(server === undefined ? [] : [`server ${server.host} ${server.port}`]),
    ...(zone === undefined ? [] : [`zone ${shownName(zone)}`]),
    `prereq nxrrset ${shownName(name)} CNAME`,
  ];
}

function prerequisites(set: RrSet, expected: readonly string[]): string[] {
  if (expected.length === 0) return [`prereq nxrrset ${setName(set)}`];
  return expected.map((text) => `prereq yxrrset ${setName(set)} ${text}`);
}
