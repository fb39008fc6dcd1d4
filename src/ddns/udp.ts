/** DNS over UDP (RFC 1035, section 4.2.1), for questions only: a late copy of an update would be an update. */
import { isIPv6 } from "node:net";
import { type Accept, type Edge, NoAnswer, type Server, type Timer } from "./edge.ts";

/** For an answer, in ms; then once more, the second time for twice as long. */
const TIMEOUT = 1_500;
const TRIES = 2;

/** A port of its own for each question; the socket is connected, so only this server's datagrams come through. */
export async function askUdp(
  timing: Pick<Edge, "after" | "cancel">,
  { address, port }: Server,
  query: Uint8Array,
  accept: Accept,
): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const fail = (why: string): void => reject(new NoAnswer(why));
  let timer: Timer | undefined;
  try {
    const socket = await Bun.udpSocket({
      hostname: isIPv6(address) ? "::" : "0.0.0.0",
      connect: { hostname: address, port },
      binaryType: "uint8array",
      socket: {
        data: (_, data) => {
          if (accept(data)) resolve(data);
        },
        // ICMP said that nothing listens there.
        error: () => fail("refuses questions (nothing listens on UDP there)"),
      },
    });
    const send = (left: number): void => {
      if (left === 0) {
        fail("does not answer (UDP)");
        return;
      }
      timer = timing.after(TIMEOUT * (TRIES - left + 1), () => send(left - 1));
      socket.send(query);
    };
    try {
      send(TRIES);
      return await promise;
    } finally {
      timing.cancel(timer);
      socket.close();
    }
  } catch (error) {
    if (error instanceof NoAnswer) throw error;
    throw new NoAnswer(`cannot be reached (${(error as NodeJS.ErrnoException).code ?? error})`);
  }
}
