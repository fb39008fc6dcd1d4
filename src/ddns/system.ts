/** The world as it is: clocks, chance and network of this host, waited for by the loop. */
import { randomInt } from "node:crypto";
import type { Loop } from "../../ffi/loop.ts";
import type { Edge } from "./edge.ts";
import { connectTcp } from "./tcp.ts";
import { askUdp } from "./udp.ts";

const FINE = 2 ** 32;

export function systemEdge(loop: Loop): Edge {
  const timing: Pick<Edge, "after" | "cancel"> = {
    after: (ms, run) => loop.after(ms, run),
    cancel: (timer) => loop.cancel(timer as ReturnType<Loop["after"]> | undefined),
  };
  return {
    ...timing,
    wallClock: () => Date.now(),
    monotonic: () => performance.now(),
    random: () => randomInt(FINE) / FINE,
    network: {
      tcp: (server) => connectTcp(timing, server),
      udp: (server, query, accept) => askUdp(timing, server, query, accept),
      lookup,
    },
  };
}

/** As every other program of this host would find it: /etc/hosts, nsswitch.conf. */
async function lookup(host: string): Promise<readonly string[]> {
  try {
    const found = await Bun.dns.lookup(host, { backend: "libc" });
    return [...new Set(found.map(({ address }) => address))];
  } catch {
    return [];
  }
}
