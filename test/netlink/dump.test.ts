import { afterAll, beforeAll, expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { NETLINK_ROUTE } from "../../ffi/netlink.ts";
import { attr, type Fields, table } from "../../src/netlink/attr.ts";
import { Context } from "../../src/netlink/context.ts";
import { DumpSession, type Request } from "../../src/netlink/dump.ts";
import { RequestError } from "../../src/netlink/error.ts";
import type { Message } from "../../src/netlink/nlmsg.ts";
import { str, u32 } from "../../src/netlink/types.ts";
import { attribute, join, u8, u16, u32 as words } from "./fixtures/wire.ts";

const RTM_NEWLINK = 16;
const RTM_NEWADDR = 20;
const IFINFOMSG = 16;

const ifla = table<Context>()("IFLA", {
  3: attr("IFLA_IFNAME", "ifname", str),
  4: attr("IFLA_MTU", "mtu", u32),
});

/** struct ifinfomsg with this index. */
const ifinfomsg = (ifindex: number): Uint8Array => join(u8(0, 0), u16(0), words(ifindex, 0, 0));
const links = (body: Uint8Array = ifinfomsg(0)): Request => ({ name: "RTM_GETLINK", type: 18, body });
const addresses = (body: Uint8Array = new Uint8Array(8)): Request => ({
  name: "RTM_GETADDR",
  type: 22,
  body,
});

function readLink({ type, view, at, end }: Message): Fields {
  const cx = new Context();
  const link = ifla.read(view, at + IFINFOMSG, end, cx, { type, ifindex: view.getInt32(at + 4, true) });
  expect(cx.problems).toEqual([]);
  return link as Fields;
}

let session: DumpSession;
beforeAll(() => {
  session = new DumpSession(NETLINK_ROUTE);
});
afterAll(() => session.close());

/** What a refused request throws. */
function refusal(request: Request): RequestError {
  try {
    session.dump(request, () => undefined);
  } catch (error) {
    if (error instanceof RequestError) return error;
    throw error;
  }
  throw new Error("not refused");
}

const LO = { type: RTM_NEWLINK, ifindex: 1, ifname: "lo", mtu: expect.any(Number) };

test("a dump gives every link", () => {
  const { objects, interrupted } = session.dump(links(), readLink);
  expect(interrupted).toBe(false);
  expect(objects[0]).toEqual(LO);
  const known = readFileSync("/proc/net/dev", "utf8").matchAll(/^ *([^:\n]+):/gm);
  expect(objects.map(({ ifname }) => String(ifname)).sort()).toEqual(
    [...known].map(([, name]) => name!).sort(),
  );
});

test("what the reader leaves out is not collected", () => {
  const { objects } = session.dump(links(), (message) => {
    const link = readLink(message);
    return link.ifindex === 1 ? link : undefined;
  });
  expect(objects).toEqual([LO]);
});

test("one dump after the other, of several kinds", () => {
  const families = () => session.dump(addresses(), ({ type, view, at }) => [type, view.getUint8(at)]).objects;
  const first = families();
  expect(session.dump(links(), readLink).objects[0]).toEqual(LO);
  expect(families()).toEqual(first);
  for (const [type] of first) expect(type).toBe(RTM_NEWADDR);
});

test("get gives the one asked for", () => {
  expect(session.get(links(ifinfomsg(1)), readLink)).toEqual(LO);
  expect(
    session.get(links(join(ifinfomsg(0), attribute(3, new TextEncoder().encode("lo\0")))), readLink),
  ).toEqual(LO);
});

test("get gives nothing where the kernel has none", () => {
  expect(session.get(links(ifinfomsg(0x7fffffff)), readLink)).toBeUndefined();
  // The answer to this is not taken for the next one's.
  expect(session.get(links(ifinfomsg(1)), readLink)).toEqual(LO);
});

test("a refused dump throws the kernel's words: strict checking", () => {
  const error = refusal(links(join(u8(0, 0), u16(0), words(0, 0xffff, 0))));
  expect(error.request).toBe("RTM_GETLINK");
  expect(error.code).toBe("EINVAL");
  expect(error.error.error).toBe(-22);
  expect(error.error.msg).toContain("Invalid values in header");
  expect(error.message).toBe(`RTM_GETLINK: Invalid argument (EINVAL): ${error.error.msg}`);
});

test("a header that is too short", () => {
  const error = refusal(addresses(new Uint8Array(4)));
  expect(error.code).toBe("EINVAL");
  expect(error.error.msg).toMatch(/invalid header/i);
});

test("a type that does not exist", () => {
  const error = refusal({ name: "RTM_NONE", type: 0x7fe, body: new Uint8Array(16) });
  expect(error.request).toBe("RTM_NONE");
  expect(error.code).toBe("EOPNOTSUPP");
});

test("after a refusal the session goes on", () => {
  refusal(addresses(u8(0, 0, 0, 9, 0, 0, 0, 0)));
  expect(session.dump(links(), readLink).objects[0]).toEqual(LO);
});

test("close closes its socket", () => {
  const before = readdirSync("/proc/self/fd").length;
  const one = new DumpSession(NETLINK_ROUTE);
  expect(readdirSync("/proc/self/fd").length).toBe(before + 1);
  one.close();
  expect(readdirSync("/proc/self/fd").length).toBe(before);
  expect(() => one.dump(links(), readLink)).toThrow("EBADF");
});
