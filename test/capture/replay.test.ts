/** Captures of others: what is news and what is talk, and a state that is not there at the start. */
import { expect, test } from "bun:test";
import { CaptureReader } from "../../src/capture/reader.ts";
import { Replay } from "../../src/capture/replay.ts";
import type { Event } from "../../src/events/event.ts";
import { Filter } from "../../src/events/filter.ts";
import { Monitor } from "../../src/monitor.ts";
import { NLM_F_DUMP, NLM_F_MULTI, NLM_F_REQUEST } from "../../src/netlink/nlmsg.ts";
import type { ObjectName } from "../../src/rtnetlink/objects.ts";
import { attribute, join, message, text, u8, u16, u32 } from "../netlink/fixtures/wire.ts";
import { describe, enhanced, Fields, options, pcap, section, sll } from "./fixtures/files.ts";

const RTM_NEWLINK = 16;
const RTM_DELLINK = 17;
const RTM_GETLINK = 18;
const RTM_NEWADDR = 20;
const RTM_DELADDR = 21;
const NLMSG_DONE = 3;
const IFF_UP = 1;

const link = (type: number, flags: number, index: number, name: string, up: boolean) =>
  message(
    type,
    flags,
    u8(0, 0),
    u16(1),
    u32(index, up ? IFF_UP : 0, 0),
    attribute(3, text(name)),
    attribute(16, u8(up ? 6 : 2)),
  );

const address = (type: number, flags: number, index: number, last: number) =>
  message(type, flags, u8(2, 24, 0x80, 0), u32(index), attribute(2, u8(192, 0, 2, last)));

interface Told {
  events: string[];
  warnings: string[];
}

/** What is told of a capture, its packets a second apart. */
function tell(messages: readonly Uint8Array[], snapshot = false): Told {
  return tellFile(
    pcap(
      true,
      messages.map((data, i) => ({ at: [i, 0], data: sll(data) })),
    ),
    snapshot,
  );
}

function tellFile(file: Uint8Array, snapshot = false): Told {
  const told: Told = { events: [], warnings: [] };
  const objects: ReadonlySet<ObjectName> = new Set(["link", "address"] as const);
  const reader = new CaptureReader();
  const onWarning = (warning: string) => told.warnings.push(warning);
  const replay = new Replay(reader, { speed: undefined, wanted: objects, onWarning });
  const show = (event: Event) => {
    const name = "change" in event ? ` ${event.change.dev}` : "";
    told.events.push(`${event.time / 1e6} ${event.event}${name} ${event.origin}`);
  };
  const filter = {
    objects,
    on: [],
    all: false,
    hide: ["addresses.changed"],
    interfaces: [],
    families: undefined,
  };
  replay.start(
    new Monitor(replay, {
      objects,
      filter: new Filter({ ...filter, scopes: undefined }),
      snapshot,
      keepUnknown: false,
      onEvent: show,
      onBatch: () => {},
      onWarning,
    }),
  );
  reader.push(file);
  reader.end();
  expect(replay.run(1000)).toBe("more");
  replay.finish();
  return told;
}

test("without a state before it, an object is added by the first message of it", () => {
  expect(
    tell([
      link(RTM_NEWLINK, 0, 2, "eth0", false),
      link(RTM_NEWLINK, 0, 2, "eth0", true),
      address(RTM_NEWADDR, 0, 2, 1),
      address(RTM_DELADDR, 0, 2, 1),
      address(RTM_DELADDR, 0, 2, 9),
      link(RTM_DELLINK, 0, 2, "eth0", false),
    ]),
  ).toEqual({
    events: [
      "0 monitor.ready snapshot",
      "0 link.added eth0 kernel",
      "1 link.up eth0 kernel",
      "2 address.added eth0 kernel",
      "3 address.removed eth0 kernel",
      "5 link.removed eth0 kernel",
    ],
    warnings: [],
  });
});

const DUMP = [
  message(RTM_GETLINK, NLM_F_REQUEST | NLM_F_DUMP, u8(0, 0), u16(0), u32(0, 0, 0)),
  join(link(RTM_NEWLINK, NLM_F_MULTI, 1, "lo", true), link(RTM_NEWLINK, NLM_F_MULTI, 2, "eth0", false)),
  message(NLMSG_DONE, NLM_F_MULTI, u32(0)),
];

test("somebody's dump before the first news is the state there was", () => {
  const messages = [...DUMP, link(RTM_NEWLINK, 0, 2, "eth0", true)];
  expect(tell(messages, true).events).toEqual([
    "3 link.exists lo snapshot",
    "3 link.exists eth0 snapshot",
    "3 monitor.ready snapshot",
    "3 link.up eth0 kernel",
  ]);
});

test("somebody's dump later on is no news, but what it says is known", () => {
  const messages = [
    address(RTM_NEWADDR, 0, 1, 1),
    ...DUMP,
    link(RTM_NEWLINK, 0, 2, "eth1", true),
    address(RTM_NEWADDR, 0, 1, 2),
  ];
  expect(tell(messages).events).toEqual([
    "0 monitor.ready snapshot",
    "0 address.added if1 kernel",
    "4 link.up eth1 kernel",
    "5 address.added lo kernel",
  ]);
});

test("a request is no news", () => {
  expect(
    tell([
      address(RTM_NEWADDR, NLM_F_REQUEST | 0x604, 1, 7),
      address(RTM_NEWADDR, 0, 1, 7),
      address(RTM_DELADDR, NLM_F_REQUEST | 4, 1, 7),
    ]).events,
  ).toEqual(["1 monitor.ready snapshot", "1 address.added if1 kernel"]);
});

test("a capture of nothing but a dump has its state", () => {
  expect(tell(DUMP, true).events).toEqual([
    "2 link.exists lo snapshot",
    "2 link.exists eth0 snapshot",
    "2 monitor.ready snapshot",
  ]);
});

test("packets that are not whole: told up to there, the first with its place", () => {
  const whole = sll(address(RTM_NEWADDR, 0, 1, 1));
  const cut = { data: whole.subarray(0, 40), length: whole.length };
  const file = pcap(true, [
    { at: [0, 0], data: whole },
    { at: [1, 0], ...cut },
    { at: [2, 0], ...cut },
    { at: [3, 0], data: sll(address(RTM_DELADDR, 0, 1, 1)) },
  ]);
  const { events, warnings } = tellFile(file);
  expect(events.slice(1)).toEqual(["0 address.added if1 kernel", "3 address.removed if1 kernel"]);
  expect(warnings).toEqual([
    `offset ${24 + 16 + whole.length}: nlmsg_len 32, 24 bytes left (the capture left 8 bytes of the packet out)`,
    "2 packets are not whole",
  ]);
});

test("packets that the capture lost are told of", () => {
  const f = new Fields(true);
  const file = join(
    section(f),
    describe(f, 253),
    enhanced(f, 0, 1_000_000n, sll(address(RTM_NEWADDR, 0, 1, 1)), options(f, [4, f.u64(3n)])),
  );
  const { events, warnings } = tellFile(file);
  expect(events.at(-1)).toBe("1 address.added if1 kernel");
  expect(warnings).toEqual([expect.stringMatching(/^offset \d+: 3 packets lost before this one$/)]);
});
