import { afterAll, expect, test } from "bun:test";
import { allocate, bytes as arena, pointer, view } from "../../ffi/arena.ts";
import { libc } from "../../ffi/libc.ts";
import { datagram, NetlinkSocket, NOTHING } from "../../ffi/netlink.ts";
import { Filter } from "../../src/events/filter.ts";
import { encodeMessage, NLM_F_DUMP, NLM_F_MULTI, NLM_F_REQUEST } from "../../src/netlink/nlmsg.ts";
import { Devs } from "../../src/rtnetlink/dev.ts";
import { type Decoded, type ObjectName, SELECTORS } from "../../src/rtnetlink/objects.ts";
import { socketFilter, type Wanted } from "../../src/rtnetlink/socket-filter.ts";
import { RtContext } from "../../src/rtnetlink/types.ts";
import type { Change } from "../../src/state/change.ts";
import { corpus, decodeBytes, wire } from "./corpus.ts";
import { RECORDED } from "./recorded/index.ts";

/** Any program may send to another one here, and the kernel runs the filter of whoever receives. */
const NETLINK_USERSOCK = 2;
const receiver = new NetlinkSocket(NETLINK_USERSOCK);
const sender = new NetlinkSocket(NETLINK_USERSOCK);
const sockaddr = allocate(12);
const length = allocate(4);
const message = allocate(1 << 16);

view.setUint32(length, 12, true);
libc.getsockname(receiver.fd, pointer(sockaddr), pointer(length));
receiver.setReceiveBuffer(1 << 20);

afterAll(() => {
  receiver.close();
  sender.close();
});

/** Whether the kernel hands it over. */
function passes(bytes: Uint8Array): boolean {
  arena.set(bytes, message);
  expect(libc.sendto(sender.fd, pointer(message), bytes.length, 0, pointer(sockaddr), 12)).toBe(bytes.length);
  const received = receiver.receive();
  if (received === NOTHING) return false;
  expect(Buffer.compare(arena.subarray(datagram, datagram + received), bytes)).toBe(0);
  return true;
}

function want(
  objects: readonly ObjectName[],
  families?: readonly string[],
  tables?: readonly string[],
): Wanted {
  return {
    objects: new Set(objects),
    families: families && new Set(families),
    tables: tables && new Set(tables),
  };
}

const EVERYTHING = Object.values(SELECTORS).flat();

const OPTIONS: readonly Wanted[] = [
  want(["route"], undefined, ["main"]),
  want(["route"], ["inet"], ["main"]),
  want(["route"], ["inet6"], ["local", "default"]),
  want(["route"], undefined, ["100"]),
  want(["route"], undefined, ["1000", "main"]),
  want(["route"], undefined, ["no such table"]),
  want(["route"], ["mpls"]),
  want(["route", "mroute"], ["inet"], ["main"]),
  want(["mroute"]),
  want(["link", "address"], ["inet"]),
  want(["address", "neighbour"], ["inet6", "bridge"]),
  want(["neighbour"], ["bridge"]),
  want(["qdisc"]),
  want(["class", "filter"], ["inet"]),
  want(["rule", "route"], ["inet"], ["main"]),
  want(EVERYTHING, ["inet"]),
  want(EVERYTHING, undefined, ["main"]),
];

/** A message of every type, family and table: 40 zero bytes after the header, or as many as are asked for. */
function* everyHeader(size = 40): Generator<Uint8Array> {
  for (let type = 16; type < 124; type++)
    for (const family of [0, 2, 7, 10, 28, 128, 129])
      for (const table of [0, 100, 252, 253, 254, 255]) {
        const body = new Uint8Array(size);
        body[0] = family;
        body[4] = table;
        yield encodeMessage(type, 0, 0, body);
      }
}

function* all(): Generator<Uint8Array> {
  yield* everyHeader();
  for (const recorded of Object.values(RECORDED)) for (const { bytes } of recorded) yield wire(bytes);
  for (const { bytes } of corpus ?? [])
    if (bytes.length >= 16 && bytes.length < 1 << 16 && !isDumpRequest(bytes)) yield bytes;
}

/** What programs ask of the kernel does not come from it. */
const isDumpRequest = (bytes: Uint8Array): boolean =>
  (bytes[4]! & 3) === 2 && (bytes[6]! & NLM_F_REQUEST) !== 0 && ((bytes[7]! << 8) & NLM_F_DUMP) !== 0;

/** Whether an event or the state would need it. */
function isNeeded(decoded: Decoded | undefined, wanted: Wanted): boolean {
  if (decoded === undefined || decoded.object === "link") return true;
  if (!wanted.objects.has(decoded.object)) return false;
  const filter = new Filter({ ...wanted, on: [], all: true, hide: [], interfaces: [], scopes: undefined });
  return decoded.readings.some(({ dev, body }) =>
    filter.wants({ object: decoded.object, verb: "exists", dev, body, origin: "kernel" } as Change),
  );
}

const shown = ({ objects, families, tables }: Wanted): string =>
  [
    [...objects].slice(0, 3).join(","),
    families && [...families].join(","),
    tables && [...tables].join(","),
  ].join(" ");

test.each(OPTIONS.map((wanted) => [shown(wanted), wanted] as const))(
  "%s: whatever is needed passes",
  (_, wanted) => {
    const program = socketFilter(wanted);
    receiver.setFilter(program);
    let dropped = 0;
    let sent = 0;
    for (const bytes of all()) {
      sent++;
      if (passes(bytes)) continue;
      dropped++;
      const decoded = decodeBytes(bytes, new RtContext(new Devs()));
      if (isNeeded(decoded, wanted)) throw new Error(`dropped: ${Buffer.from(bytes).toString("hex")}`);
    }
    expect(sent).toBeGreaterThan(4000);
    if (program !== undefined && !wanted.objects.has("mroute")) expect(dropped).toBeGreaterThan(0);
  },
);

const route = (family: number, table: number, flags = 0, size = 12): Uint8Array => {
  const body = new Uint8Array(size);
  body[0] = family;
  body[4] = table;
  return encodeMessage(24, flags, 0, body);
};

test("what is not needed is dropped; parts of dumps, several messages, and what is short pass", () => {
  receiver.setFilter(socketFilter(want(["route"], ["inet"], ["main"])));
  expect(passes(route(2, 254))).toBe(true);
  expect(passes(route(2, 255))).toBe(false);
  expect(passes(route(2, 252))).toBe(false);
  expect(passes(route(10, 254))).toBe(false);
  expect(passes(route(128, 253))).toBe(true);
  expect(passes(route(2, 255, NLM_F_MULTI))).toBe(true);
  expect(passes(Buffer.concat([route(2, 255), route(2, 255)]))).toBe(true);
  expect(passes(route(2, 255, 0, 7))).toBe(true);
  expect(passes(route(2, 255, 0, 300))).toBe(false);
  const liar = route(2, 255);
  new DataView(liar.buffer).setUint32(0, 0x10000 + liar.length, true);
  expect(passes(liar)).toBe(true);
  receiver.setFilter(undefined);
  expect(passes(route(2, 255))).toBe(true);
  receiver.setFilter(undefined);
});

test("nothing to leave out: no filter", () => {
  expect(socketFilter(want(EVERYTHING))).toBeUndefined();
  expect(socketFilter(want(["link", "address"]))).toBeUndefined();
  expect(socketFilter(want(["link", "address"], undefined, ["main"]))).toBeUndefined();
  expect(socketFilter(want(["qdisc"]))).toBeDefined();
});

test("a table above 255 stands as RT_TABLE_COMPAT", () => {
  receiver.setFilter(socketFilter(want(["route"], undefined, ["1000"])));
  expect(passes(route(2, 252))).toBe(true);
  expect(passes(route(2, 254))).toBe(false);
});

test("objects that share a group", () => {
  receiver.setFilter(socketFilter(want(["qdisc"])));
  const header = (type: number) => encodeMessage(type, 0, 0, new Uint8Array(20));
  expect([16, 17, 36, 37, 40, 41, 44, 45, 100, 0x7fe].map((type) => passes(header(type)))).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
    true,
  ]);
});
