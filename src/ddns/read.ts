/** What a server has of one RRset now. Asked as signed as updates are: so the answer is the server's own. */
import { CNAME, NOERROR, NXDOMAIN, REFUSED } from "./codes.ts";
import { Failure } from "./failure.ts";
import { AA, type Rr, rcodeOf } from "./message.ts";
import { sameName, shownName } from "./name.ts";
import { newId, question } from "./query.ts";
import { dataText } from "./records.ts";
import { rcodeFailure } from "./sentences.ts";
import type { Session } from "./session.ts";
import { type RrSet, setName } from "./update.ts";

export interface Found {
  data: readonly string[];
  ttl: number;
}

export async function readRrSet(
  session: Session,
  zone: string,
  set: Pick<RrSet, "name" | "type">,
): Promise<Found | Failure> {
  const { name, type } = set;
  const { server, edge } = session;
  const what = setName(set);
  const answer = await session.ask(question(newId(edge), name, type, 0), zone, what);
  if (answer instanceof Failure) return answer;
  const rcode = rcodeOf(answer);
  if (rcode === REFUSED)
    return new Failure(
      `${server} refuses to tell ${what}: it is no server of zone ${shownName(zone)} (check --zone and --server), or does not let this host ask (allow-query in BIND)`,
      "lasting",
    );
  if (rcode !== NOERROR && rcode !== NXDOMAIN) return rcodeFailure(rcode, session.situation(zone, what));
  if ((answer.flags & AA) === 0)
    return new Failure(
      `${server} is not a server of zone ${shownName(zone)} (no authoritative answer): no update is sent there; give the zone's primary with --server`,
      "lasting",
    );
  const own = answer.answer.filter((rr) => sameName(rr.name, name));
  const alias = own.find((rr) => rr.type === CNAME);
  if (alias !== undefined && type !== CNAME)
    return new Failure(
      `${shownName(name)} is an alias (CNAME) of ${shownName(dataText(alias) ?? "?.")}: servers ignore addresses beside it; remove the CNAME, or use another --name`,
      "lasting",
    );
  return found(own.filter((rr) => rr.type === type));
}

function found(rrs: readonly Rr[]): Found {
  const data = rrs.map(dataText).filter((text) => text !== undefined);
  return { data, ttl: rrs[0]?.ttl ?? 0 };
}
