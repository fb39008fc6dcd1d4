import { expect, test } from "bun:test";
import { A, SOA } from "../../src/ddns/codes.ts";
import { DnsBackend } from "../../src/ddns/dns-backend.ts";
import { Failure } from "../../src/ddns/failure.ts";
import { AA, decode, encode, opcodeOf, QR, type Rr } from "../../src/ddns/message.ts";
import { isWithin } from "../../src/ddns/name.ts";
import { parseResolvConf, stubAt } from "../../src/ddns/resolv-conf.ts";
import { findZone } from "../../src/ddns/resolver.ts";
import { Writer } from "../../src/ddns/wire.ts";
import { type Answerer, FakeEdge } from "./fixtures/edge.ts";

const soa = (zone: string, primary: string): Rr => ({
  name: zone,
  type: SOA,
  class: 1,
  ttl: 60,
  data: new Writer().name(primary).name(".").u32(1).u32(2).u32(3).u32(4).u32(5).bytes(),
});

interface Of {
  zones?: Readonly<Record<string, string>>;
  rcode?: number;
  /** As servers do; some resolvers leave it out. */
  authority?: boolean;
}

/** Answers SOA questions from `zones` (name -> primary), says NOERROR to all else, and notes what was asked. */
function server({ zones = {}, rcode = 0, authority = true }: Of, asked: string[] = []): Answerer {
  return (query) => {
    const message = decode(query);
    if (typeof message === "string") throw new Error(message);
    const { name, type } = message.question[0]!;
    asked.push(`${opcodeOf(message) === 5 ? "UPDATE " : ""}${name}`);
    const zone = Object.keys(zones).find((zone) => isWithin(name, zone));
    const found = type === SOA && zone !== undefined ? [soa(zone, zones[zone]!)] : [];
    const isApex = zone === name;
    const flags = message.flags | QR | AA | rcode;
    return encode({
      ...message,
      flags,
      answer: isApex ? found : [],
      authority: isApex || !authority ? [] : found,
      additional: [],
    });
  };
}

const RESOLVER = { address: "192.0.2.53", port: 53 };

function edgeWith(
  servers: Readonly<Record<string, Answerer>>,
  hosts: Record<string, string[]> = {},
): FakeEdge {
  const edge = new FakeEdge();
  for (const [address, answerer] of Object.entries(servers)) edge.servers.set(address, answerer);
  Object.assign(edge.hosts, hosts);
  return edge;
}

test("a zone is found by the SOA beside the answer, or by asking for the parents", async () => {
  const zones = { "example.com.": "ns1.example.com." };
  for (const [authority, questions] of [
    [true, ["a.b.example.com."]],
    [false, ["a.b.example.com.", "b.example.com.", "example.com."]],
  ] as const) {
    const asked: string[] = [];
    const edge = edgeWith({ "192.0.2.53": server({ zones, authority }, asked) });
    expect(await findZone(edge, [RESOLVER], "a.b.example.com.")).toMatchObject({
      zone: "example.com.",
      primary: "ns1.example.com.",
    });
    expect(asked).toEqual([...questions]);
  }
});

test("the SOA of another name's zone, as behind an alias, is not it", async () => {
  const asked: string[] = [];
  const elsewhere: Answerer = (query) => {
    const message = decode(query);
    if (typeof message === "string") throw new Error(message);
    const name = message.question[0]!.name;
    asked.push(name);
    const zone = name === "example.com." ? name : "example.net.";
    return encode({
      ...message,
      flags: message.flags | QR,
      answer: [],
      authority: [soa(zone, "ns1.example.net.")],
    });
  };
  const edge = edgeWith({ "192.0.2.53": elsewhere });
  expect(await findZone(edge, [RESOLVER], "www.example.com.")).toMatchObject({ zone: "example.com." });
  expect(asked).toEqual(["www.example.com.", "example.com."]);
});

test("the next resolver, where one fails; what they all said, where they all do", async () => {
  const zones = { "example.com.": "ns1.example.com." };
  const other = { address: "192.0.2.54", port: 53 };
  const third = { address: "192.0.2.55", port: 53 };
  const edge = edgeWith({ "192.0.2.54": server({ rcode: 2 }), "192.0.2.55": server({ zones }) });
  expect(await findZone(edge, [RESOLVER, other, third], "example.com.")).toMatchObject({
    zone: "example.com.",
  });
  const failure = await findZone(edge, [RESOLVER, other], "example.com.");
  expect((failure as Failure).sentence).toBe(
    "the zone of example.com cannot be looked up: 192.0.2.53 does not answer (UDP); 192.0.2.54 answers SERVFAIL; " +
      "check /etc/resolv.conf, or give --zone and --server",
  );
});

const wish = {
  set: { name: "host.example.com.", type: A, ttl: 300, data: ["192.0.2.1"] },
  last: undefined,
  look: true,
  onlyLast: false,
};

test("servers that are given are tried in order, all addresses of each", async () => {
  const edge = edgeWith(
    { "192.0.2.2": server({ rcode: 2 }), "192.0.2.3#5353": server({ rcode: 5 }), "192.0.2.4": server({}) },
    { "ns.example": ["192.0.2.1", "192.0.2.2"] },
  );
  const servers = [
    { host: "ns.example", port: 53 },
    { host: "192.0.2.3", port: 5353 },
    { host: "192.0.2.4", port: 53 },
  ];
  const backend = new DnsBackend({ edge, zone: "example.com.", servers, key: undefined });
  const failure = await backend.publish(wish);
  // What the third one says would not be another thing elsewhere.
  expect(edge.connections).toEqual(["192.0.2.1", "192.0.2.2", "192.0.2.3#5353"]);
  expect((failure as Failure).sentence).toMatch(
    /^192\.0\.2\.1 does not answer \(TCP\); 192\.0\.2\.2 cannot do it now.*; 192\.0\.2\.3#5353 refuses to tell/,
  );
  expect((failure as Failure).remedy).toBe("lasting");
});

test("a stub resolver and a server that is not the zone's get no update", async () => {
  const asked: string[] = [];
  const recursive: Answerer = (query) => {
    const answer = server({}, asked)(query)!;
    answer[2]! &= ~0x04;
    return answer;
  };
  const edge = edgeWith(
    { "127.0.0.53": server({}, asked), "192.0.2.1": recursive },
    { "ns.example": ["127.0.0.53"] },
  );
  for (const host of ["ns.example", "192.0.2.1"]) {
    const backend = new DnsBackend({
      edge,
      zone: "example.com.",
      servers: [{ host, port: 53 }],
      key: undefined,
    });
    expect(await backend.publish(wish)).toBeInstanceOf(Failure);
  }
  expect(asked).toEqual(["host.example.com."]);
});

test("resolv.conf", () => {
  const servers = (text: string) => parseResolvConf(text).map(({ address }) => address);
  expect(servers("# none\nsearch example.com\n")).toEqual(["127.0.0.1"]);
  expect(
    servers("nameserver 192.0.2.1\nnameserver\t2001:db8::1  \nnameserver nonsense\n;nameserver 192.0.2.9\n"),
  ).toEqual(["192.0.2.1", "2001:db8::1"]);
  expect(servers("nameserver 192.0.2.1\n".repeat(5))).toHaveLength(3);
  expect(stubAt("127.0.0.53")).toBe("systemd-resolved");
  expect(stubAt("127.0.0.1")).toBeUndefined();
});
