/** resolv.conf(5): the servers that answer questions; updates do not go to them. */
import { isIP } from "node:net";
import { DNS_PORT, type Server } from "./edge.ts";

/** As many as the C library takes. */
const MAX_SERVERS = 3;

/** As in the C library, without any it is the one of this host. */
export function parseResolvConf(text: string): Server[] {
  const servers: Server[] = [];
  for (const line of text.split("\n")) {
    const [keyword, address = ""] = line.trim().split(/\s+/);
    if (keyword === "nameserver" && isIP(address) !== 0) servers.push({ address, port: DNS_PORT });
  }
  return servers.length > 0 ? servers.slice(0, MAX_SERVERS) : [{ address: "127.0.0.1", port: DNS_PORT }];
}

/** Addresses of stub resolvers, with who listens there. They answer questions and drop updates. */
const STUBS: Readonly<Record<string, string>> = {
  "127.0.0.53": "systemd-resolved",
  "127.0.0.54": "systemd-resolved",
  "127.0.1.1": "NetworkManager's dnsmasq",
  "127.0.0.11": "Docker's resolver",
};

export const stubAt = (address: string): string | undefined => STUBS[address];
