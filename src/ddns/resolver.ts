/** Where a name lives: its zone and the zone's primary, by asking for the SOA record (as nsupdate does). */
import { NOERROR, NXDOMAIN, rcodeName, SOA } from "./codes.ts";
import { type Edge, NoAnswer, type Server, serverText } from "./edge.ts";
import { Failure } from "./failure.ts";
import { type Decoded, decode, encode, RD, rcodeOf, TC } from "./message.ts";
import { isWithin, parent, shownName } from "./name.ts";
import { answerTo, newId, question } from "./query.ts";
import { type Soa, soaOf } from "./records.ts";

/**
 * The zone that `name` is in. The answer has its SOA, or, where the name has none, the one of the zone around it
 * beside the answer (RFC 2308, section 3). Resolvers that leave that out are asked for the parents, one by one.
 */
export async function findZone(
  edge: Edge,
  resolvers: readonly Server[],
  name: string,
): Promise<Soa | Failure> {
  for (let at: string | undefined = name; at !== undefined; at = parent(at)) {
    const answer = await resolve(edge, resolvers, at);
    if (answer instanceof Failure) return answer;
    for (const rr of [...answer.answer, ...answer.authority]) {
      const soa = soaOf(rr);
      // Behind an alias it is the zone of another name.
      if (soa !== undefined && isWithin(at, soa.zone)) return soa;
    }
  }
  return new Failure(`no zone is found for ${shownName(name)}: give it with --zone`, "later");
}

/** The answer of the first resolver that has one. */
async function resolve(edge: Edge, resolvers: readonly Server[], name: string): Promise<Decoded | Failure> {
  const said: string[] = [];
  for (const resolver of resolvers) {
    const answer = await ask(edge, resolver, name);
    if (typeof answer === "string") said.push(`${serverText(resolver)} ${answer}`);
    else if (rcodeOf(answer) === NOERROR || rcodeOf(answer) === NXDOMAIN) return answer;
    else said.push(`${serverText(resolver)} answers ${rcodeName(rcodeOf(answer))}`);
  }
  return new Failure(
    `the zone of ${shownName(name)} cannot be looked up: ${said.join("; ")}; check /etc/resolv.conf, or give --zone and --server`,
    "later",
  );
}

/** By UDP; by TCP when it does not fit (RFC 1035, section 4.2.1). */
async function ask(edge: Edge, server: Server, name: string): Promise<Decoded | string> {
  const asked = question(newId(edge), name, SOA, RD);
  const query = encode(asked);
  const accept = answerTo(asked);
  try {
    const answer = decode(await edge.network.udp(server, query, accept));
    if (typeof answer === "string") return `sends a damaged answer (${answer})`;
    if ((answer.flags & TC) === 0) return answer;
    const connection = await edge.network.tcp(server);
    try {
      const whole = decode(await connection.ask(query, accept));
      return typeof whole === "string" ? `sends a damaged answer (${whole})` : whole;
    } finally {
      connection.close();
    }
  } catch (error) {
    if (error instanceof NoAnswer) return error.message;
    throw error;
  }
}
