/** What an answer that is no success means, and what to check. The key's name is told, its secret is not known here. */
import {
  BADKEY,
  BADSIG,
  BADTIME,
  BADTRUNC,
  FORMERR,
  NOTAUTH,
  NOTIMP,
  NOTZONE,
  NXDOMAIN,
  NXRRSET,
  REFUSED,
  rcodeName,
  SERVFAIL,
  YXDOMAIN,
  YXRRSET,
} from "./codes.ts";
import { Failure, type Remedy } from "./failure.ts";
import type { Key } from "./key.ts";
import { shownName } from "./name.ts";
import type { Distrust } from "./tsig.ts";

export interface Situation {
  server: string;
  zone: string;
  key: Key | undefined;
  /** `host.example.com A`. */
  what: string;
}

const keyText = (key: Key): string => `key ${shownName(key.name)} (${key.algorithm.name})`;

/** `host.example.com A`: letters, digits and hyphens between them (RFC 1123, section 2.1), and a wildcard. */
const isHostName = (what: string): boolean =>
  /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?(\.|(?= )))+ /i.test(what) || what.startsWith("records of");

type Sentence = (situation: Situation) => string;

const RCODES: Readonly<Record<number, readonly [Remedy, Sentence]>> = {
  [REFUSED]: [
    "lasting",
    ({ key, what }) =>
      key === undefined
        ? `refuses to have ${what} changed without a key: give one with --key-file`
        : `refuses: ${keyText(key)} may not change ${what}; check update-policy or allow-update (BIND), acl (Knot)${isHostName(what) ? "" : "; BIND also refuses addresses of what is no host's name (check-names)"}`,
  ],
  [NOTAUTH]: [
    "lasting",
    ({ key, zone }) =>
      `is not the server of zone ${shownName(zone)}${key === undefined ? ", or wants a key (--key-file)" : ""}: check --zone, and give the primary with --server`,
  ],
  [NOTZONE]: [
    "lasting",
    ({ zone, what }) => `says that ${what} is not in zone ${shownName(zone)}: check --zone`,
  ],
  [YXDOMAIN]: ["lasting", ({ what }) => `has something at ${what} that should not be there (YXDOMAIN)`],
  [YXRRSET]: [
    "later",
    ({ what }) => `has another ${what} than a moment ago: somebody else changes it too (YXRRSET)`,
  ],
  [NXRRSET]: [
    "later",
    ({ what }) => `has another ${what} than a moment ago: somebody else changes it too (NXRRSET)`,
  ],
  [NXDOMAIN]: ["lasting", ({ what }) => `says that ${what} does not exist (NXDOMAIN)`],
  [FORMERR]: [
    "lasting",
    () => "does not understand the message (FORMERR): is it a DNS server that takes updates?",
  ],
  [NOTIMP]: ["elsewhere", () => "takes no updates (NOTIMP): give the zone's primary with --server"],
  [SERVFAIL]: [
    "elsewhere",
    ({ zone }) =>
      `cannot do it now (SERVFAIL): its log says why; often zone ${shownName(zone)} is not loaded, or its file cannot be written`,
  ],
};

/** The server answered, and its answer is no success. */
export function rcodeFailure(rcode: number, situation: Situation): Failure {
  const [remedy, sentence] = RCODES[rcode] ?? ["lasting", () => `answers ${rcodeName(rcode)}`];
  return new Failure(`${situation.server} ${sentence(situation)}`, remedy);
}

const TSIG_ERRORS: Readonly<Record<number, (key: Key) => string>> = {
  [BADKEY]: (key) =>
    `does not accept ${keyText(key)} (BADKEY): name and algorithm have to be the same on both sides; Knot also says so when no acl lets it update this name`,
  [BADSIG]: (key) =>
    `finds the signature wrong (BADSIG): another secret has the name ${shownName(key.name)} there${/-\d+$/.test(key.algorithm.name) ? ", or truncated signatures are not for it (Knot)" : ""}`,
  [BADTRUNC]: (key) => `wants longer signatures than ${key.algorithm.name} (BADTRUNC)`,
};

/** The answer cannot be believed, or says that the request was not. `now` is in seconds. */
export function distrustFailure(
  { why, error, serverTime, authentic }: Distrust,
  rcode: number,
  now: number,
  situation: Situation & { key: Key },
): Failure {
  const { server, key } = situation;
  const known = TSIG_ERRORS[error];
  if (error === BADTIME || why === "time")
    return new Failure(`${server} ${badTime(serverTime, authentic, now)}`, "later");
  if (why === "server")
    return new Failure(
      `${server} ${known === undefined ? `answers ${rcodeName(error)}` : known(key)}`,
      "lasting",
    );
  // It is no success either way: then what it says is worth telling.
  if (why === "unsigned" && rcode === REFUSED)
    return new Failure(
      `${server} refuses, without a signature: often it is not a server of zone ${shownName(situation.zone)}; check --zone and --server`,
      "lasting",
    );
  if (why === "unsigned" && rcode !== 0) {
    const failure = rcodeFailure(rcode, situation);
    return new Failure(`${failure.sentence} (this answer is not signed)`, failure.remedy);
  }
  return new Failure(`${server} ${DISTRUST[why](key)}`, "later");
}

const DISTRUST = {
  unsigned: (key: Key) =>
    `sends an answer that is not signed: it counts for nothing; check that ${keyText(key)} is configured there, and who answers`,
  key: (key: Key) => `signs its answer with another key than ${keyText(key)}: it counts for nothing`,
  mac: (key: Key) =>
    `sends an answer whose signature is wrong: it is forged, an old one, or made with another secret for ${shownName(key.name)}`,
} as const satisfies Record<string, (key: Key) => string>;

function badTime(serverTime: number | undefined, authentic: boolean, now: number): string {
  const fix = "set the clock (NTP) on the side that is wrong";
  if (serverTime === undefined || !authentic) return `has another time than this host (BADTIME): ${fix}`;
  const offset = serverTime - now;
  return `has a clock ${Math.abs(offset)} s ${offset > 0 ? "ahead of" : "behind"} this host's (BADTIME): ${fix}`;
}
