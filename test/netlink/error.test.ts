import { expect, test } from "bun:test";
import { Context } from "../../src/netlink/context.ts";
import { type NetlinkError, RequestError, readError } from "../../src/netlink/error.ts";
import { MessageWalk } from "../../src/netlink/nlmsg.ts";
import { attribute, join, message, random, text, u8, u16, u32, u64, viewOf } from "./fixtures/wire.ts";

const ERROR = 2;
const DONE = 3;
const CAPPED = 0x100;
const TLVS = 0x200;

/** The header of the request, as an error repeats it; `length` is that of the request. */
const request = (length: number): Uint8Array => join(u32(length), u16(18, 0x301), u32(99, 0));
const told = { type: 18, seq: 99 };

function read(bytes: Uint8Array, cx = new Context()): NetlinkError | undefined {
  const walk = new MessageWalk(viewOf(bytes), 0, bytes.length);
  expect(walk.next()).toBe(true);
  return readError(walk.message, cx);
}

test("an acknowledgement", () => {
  expect(read(message(ERROR, CAPPED, u32(0), request(64)))).toEqual({ error: 0, request: told });
});

test("an acknowledgement repeats only the header, also without the flag; attributes follow", () => {
  const bytes = message(ERROR, TLVS, u32(0), request(64), attribute(1, text("a warning")));
  expect(read(bytes)).toEqual({ error: 0, request: told, msg: "a warning" });
});

test("an error with the whole request", () => {
  expect(read(message(ERROR, 0, u32(-19), request(24), u8(1, 2, 3, 4, 5, 6, 7, 8)))).toEqual({
    error: -19,
    code: "ENODEV",
    request: told,
  });
});

test("attributes after the whole request", () => {
  const bytes = message(
    ERROR,
    TLVS,
    u32(-22),
    request(28),
    // Looks like NLMSGERR_ATTR_MSG, but is of the request.
    attribute(1, text("not this")).subarray(0, 12),
    attribute(1, text("Invalid prefix length")),
    attribute(2, u32(44)),
  );
  expect(read(bytes)).toEqual({
    error: -22,
    code: "EINVAL",
    request: told,
    msg: "Invalid prefix length",
    offs: 44,
  });
});

test("a request whose length is no multiple of 4", () => {
  const bytes = message(
    ERROR,
    TLVS,
    u32(-22),
    request(21),
    u8(1, 2, 3, 4, 5, 0, 0, 0),
    attribute(2, u32(20)),
  );
  expect(read(bytes)).toMatchObject({ error: -22, offs: 20 });
});

test("attributes after a capped request", () => {
  const bytes = message(
    ERROR,
    CAPPED | TLVS,
    u32(-22),
    request(28),
    attribute(1, text("missing attribute")),
    attribute(2, u32(0)),
    attribute(3, u8(0xab, 0xcd)),
    attribute(4, attribute(1, u32(7))),
    attribute(5, u32(3)),
    attribute(6, u32(16)),
  );
  const cx = new Context();
  expect(read(bytes, cx)).toEqual({
    error: -22,
    code: "EINVAL",
    request: told,
    msg: "missing attribute",
    offs: 0,
    cookie: "abcd",
    policy: { type: 7 },
    miss_type: 3,
    miss_nest: 16,
  });
  expect(cx.problems).toEqual([]);
});

test("without the flag, what follows is no attribute", () => {
  expect(read(message(ERROR, CAPPED, u32(-1), request(28), attribute(1, text("no"))))).toEqual({
    error: -1,
    code: "EPERM",
    request: told,
  });
});

test("NLMSG_DONE holds the error alone, then attributes", () => {
  expect(read(message(DONE, 2, u32(0)))).toEqual({ error: 0 });
  expect(read(message(DONE, 2, u32(-4)))).toEqual({ error: -4, code: "EINTR" });
  expect(read(message(DONE, 2 | TLVS, u32(-22), attribute(1, text("because"))))).toEqual({
    error: -22,
    code: "EINVAL",
    msg: "because",
  });
});

test.each([0, 1, 2, 3])("%d bytes are too few to tell", (count) => {
  expect(read(message(DONE, 0, new Uint8Array(count)))).toBeUndefined();
  expect(read(message(ERROR, 0, new Uint8Array(count)))).toBeUndefined();
});

test.each([0, 1, 15])("an error with %d bytes of the request tells the error", (count) => {
  expect(read(message(ERROR, TLVS, u32(-22), new Uint8Array(count).fill(0x11)))).toEqual({
    error: -22,
    code: "EINVAL",
  });
});

test.each([0, 1, 15])("a request shorter than its header (%d) counts as its header", (length) => {
  const bytes = message(ERROR, TLVS, u32(-22), request(length), attribute(1, text("said")));
  expect(read(bytes)).toMatchObject({ msg: "said" });
});

test.each([200, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff])(
  "a request that claims %d bytes: its bytes are not taken for the kernel's words",
  (length) => {
    const bytes = message(ERROR, TLVS, u32(-22), request(length), attribute(1, text("of the request")));
    expect(read(bytes)).toEqual({ error: -22, code: "EINVAL", request: told });
  },
);

test("cut at every byte, or with bytes changed: never a throw, and the error stays", () => {
  const flags = [TLVS, CAPPED | TLVS, CAPPED, 0];
  const next = random(3);
  for (const type of [ERROR, DONE])
    for (const flag of flags) {
      const body = join(
        u32(-22),
        request(24),
        u64(1n),
        attribute(1, text("message")),
        attribute(4, attribute(1, u32(7))),
      );
      for (let cut = 4; cut <= body.length; cut++)
        expect(read(message(type, flag, body.subarray(0, cut)))).toMatchObject({ error: -22 });
      for (let round = 0; round < 500; round++) {
        const broken = body.slice();
        for (let i = next(6); i >= 0; i--) broken[4 + next(body.length - 4)] = next(256);
        expect(read(message(type, flag, broken))).toMatchObject({ error: -22, code: "EINVAL" });
      }
    }
});

test("RequestError says what was asked, and what the kernel answered", () => {
  const error = new RequestError("RTM_GETLINK", { error: -22, msg: "Invalid header" });
  expect(error.name).toBe("RequestError");
  expect(error.code).toBe("EINVAL");
  expect(error.request).toBe("RTM_GETLINK");
  expect(error.error).toEqual({ error: -22, msg: "Invalid header" });
  expect(error.message).toBe("RTM_GETLINK: Invalid argument (EINVAL): Invalid header");
  expect(new RequestError("RTM_GETADDR", { error: -95 }).message).toBe(
    "RTM_GETADDR: Operation not supported (EOPNOTSUPP)",
  );
});
