/**
 * Makes one RRset on one server what it shall be, and does not believe it before the server has shown it. What was
 * there before is a prerequisite of the change: so an update that comes late, or twice, changes nothing.
 */
import { NOERROR, NXRRSET, YXRRSET } from "./codes.ts";
import { Failure } from "./failure.ts";
import { rcodeOf } from "./message.ts";
import { shownName } from "./name.ts";
import { newId } from "./query.ts";
import { type Found, readRrSet } from "./read.ts";
import { rcodeFailure } from "./sentences.ts";
import type { Session } from "./session.ts";
import { probeMessage, type RrSet, sameData, setName, updateMessage } from "./update.ts";

interface Published {
  /** False: it was right already, and nothing was sent to change it. */
  changed: boolean;
  /** What was replaced; undefined: it is somebody else's now, and stays. */
  before: readonly string[] | undefined;
}

interface Order {
  zone: string;
  set: RrSet;
  /** What this host has published there and has seen there; undefined: nothing is known. */
  last: readonly string[] | undefined;
  /** Look first: a server that this program has not yet talked to may be another, or none that takes updates. */
  look: boolean;
  /** Only while nobody else has changed it; else it stays as it is. */
  onlyLast: boolean;
}

export async function publish(session: Session, order: Order): Promise<Published | Failure> {
  const { zone, set, last, look, onlyLast } = order;
  const stays = { changed: false, before: undefined };
  let expected = last;
  if (expected === undefined || look) {
    const found = await readRrSet(session, zone, set);
    if (found instanceof Failure) return found;
    if (isRight(found, set)) return { changed: false, before: found.data };
    if (onlyLast && !sameData(found.data, last ?? [])) return stays;
    expected = found.data;
  }
  let rcode = await update(session, zone, set, expected);
  if (rcode === NXRRSET || rcode === YXRRSET) {
    if (onlyLast) return stays;
    // Another than was known: somebody else has changed it, or this host, and the answer was lost.
    const found = await readRrSet(session, zone, set);
    if (found instanceof Failure) return found;
    if (isRight(found, set)) return { changed: false, before: found.data };
    expected = found.data;
    rcode = await update(session, zone, set, expected);
    // What is read may come from a wildcard, and is then not there by that name (RFC 4592).
    if (rcode === NXRRSET) rcode = await update(session, zone, set, (expected = []));
  }
  if (rcode instanceof Failure) return rcode;
  if (rcode !== NOERROR) return rcodeFailure(rcode, session.situation(zone, setName(set)));
  return (await confirm(session, zone, set)) ?? { changed: true, before: expected };
}

const isRight = ({ data, ttl }: Found, set: RrSet): boolean =>
  sameData(data, set.data) && (data.length === 0 || ttl === set.ttl);

async function update(
  session: Session,
  zone: string,
  set: RrSet,
  expected: readonly string[],
): Promise<number | Failure> {
  const message = updateMessage(newId(session.edge), zone, set, expected);
  const answer = await session.ask(message, zone, setName(set));
  return answer instanceof Failure ? answer : rcodeOf(answer);
}

/** undefined: the server has what it shall have. NOERROR alone does not say so (RFC 2136, section 3.4.2.2). */
async function confirm(session: Session, zone: string, set: RrSet): Promise<Failure | undefined> {
  const what = setName(set);
  const found = await readRrSet(session, zone, set);
  if (found instanceof Failure) return found;
  if (sameData(found.data, set.data)) return undefined;
  // What is read of a name that is not there may come from a wildcard; a prerequisite knows (RFC 2136, section 2.4.3).
  if (set.data.length === 0 && (await update(session, zone, set, [])) === NOERROR) return undefined;
  const [shown, wanted] = [found.data, set.data].map((data) =>
    data.length === 0 ? "nothing" : data.join(" "),
  );
  return new Failure(
    `${session.server} took the update, but has ${shown} as ${what}, not ${wanted}`,
    "later",
  );
}

/** Asks whether zone and key are right, and changes nothing. */
export async function probe(session: Session, zone: string): Promise<Failure | undefined> {
  const what = `records of zone ${shownName(zone)}`;
  const answer = await session.ask(probeMessage(newId(session.edge), zone), zone, what);
  if (answer instanceof Failure) return answer;
  const rcode = rcodeOf(answer);
  return rcode === NOERROR ? undefined : rcodeFailure(rcode, session.situation(zone, what));
}
