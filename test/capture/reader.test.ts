/** Captures of every format, in both byte orders, whole and damaged, as bytes that come in pieces. */
import { expect, test } from "bun:test";
import { CaptureReader } from "../../src/capture/reader.ts";
import { attribute, join, message, u8 } from "../netlink/fixtures/wire.ts";
import {
  block,
  describe as describeInterface,
  enhanced,
  Fields,
  options,
  pcap,
  section,
  sll,
  sll2,
} from "./fixtures/files.ts";

const RTM_NEWLINK = 16;
const NLMSG_TSTAMP = 15;
const LITTLE = new Fields(true);
const BIG = new Fields(false);

/** A message that is told from others by its byte. */
const numbered = (number: number) => message(RTM_NEWLINK, 0, u8(number, 0, 0, 0));

interface Read {
  packets: { time: number; offset: number; messages: string; missing: number; lost: number }[];
  damage: string | undefined;
}

/** Reads `data`, which comes in pieces of `size` bytes. */
function read(data: Uint8Array, size = data.length || 1): Read {
  const reader = new CaptureReader();
  const packets: Read["packets"] = [];
  const drain = () => {
    while (reader.next()) {
      const { view, at, end, time, offset, missing, lost } = reader.packet;
      packets.push({
        time,
        offset,
        messages: new Uint8Array(view.buffer.slice(at, end) as ArrayBuffer).toHex(),
        missing,
        lost,
      });
    }
  };
  for (let at = 0; at < data.length; at += size) {
    reader.push(data.subarray(at, at + size));
    drain();
  }
  reader.end();
  drain();
  const { damage } = reader;
  return { packets, damage: damage && `${damage.offset}: ${damage.what}` };
}

/** Times and messages only. */
const brief = ({ packets, damage }: Read) => [
  ...packets.map(({ time, messages }) => `${time} ${messages}`),
  ...(damage === undefined ? [] : [damage]),
];

const one = numbered(1);
const two = numbered(2);
const hex = (bytes: Uint8Array) => bytes.toHex();

for (const little of [true, false]) {
  const order = little ? "little" : "big";
  const f = little ? LITTLE : BIG;

  test(`pcap, ${order}-endian, microseconds`, () => {
    const file = pcap(little, [
      { at: [1700000000, 5], data: sll(one) },
      { at: [1700000001, 999999], data: sll(two) },
    ]);
    expect(brief(read(file))).toEqual([`1700000000000005 ${hex(one)}`, `1700000001999999 ${hex(two)}`]);
  });

  test(`pcap, ${order}-endian, nanoseconds`, () => {
    const file = pcap(little, [{ at: [1700000000, 123456789], data: sll(one) }], { magic: 0xa1b23c4d });
    expect(brief(read(file))).toEqual([`1700000000123456 ${hex(one)}`]);
  });

  test(`pcapng, ${order}-endian: units of time, several interfaces and sections`, () => {
    const file = join(
      section(f),
      describeInterface(f, 253),
      describeInterface(f, 1),
      describeInterface(f, 276, 0, options(f, [9, u8(9)])),
      describeInterface(f, 253, 0, options(f, [2, u8(0x6e)], [9, u8(0x80 | 20)], [14, f.u64(100n)])),
      block(f, 0xbad, new Uint8Array(100)),
      enhanced(f, 0, 1700000000_000005n, sll(one)),
      enhanced(f, 1, 1700000000_000006n, new Uint8Array(60)),
      enhanced(f, 2, 1700000000_123456789n, sll2(two), options(f, [4, f.u64(7n)])),
      enhanced(f, 3, 3n << 19n, sll(one)),
      block(f, 3, f.u32(sll(two).length), sll(two)),
      block(f, 2, f.u16(0, 9), f.u32(0, 8, sll(one).length, sll(one).length), sll(one)),
      section(f),
      describeInterface(f, 113),
      enhanced(f, 0, 9n, sll(two)),
    );
    const { packets, damage } = read(file);
    expect(damage).toBeUndefined();
    expect(packets.map(({ time, messages, lost }) => [time, messages, lost])).toEqual([
      [1700000000000005, hex(one), 0],
      [1700000000123456, hex(two), 7],
      // 1.5 s, and the 100 s that this interface's clock is late.
      [101500000, hex(one), 0],
      [101500000, hex(two), 0],
      [8, hex(one), 9],
      [9, hex(two), 0],
    ]);
  });
}

test("pcapng: sections of both byte orders in one file", () => {
  const file = join(
    ...[LITTLE, BIG].flatMap((f) => [section(f), describeInterface(f, 253), enhanced(f, 0, 7n, sll(one))]),
  );
  expect(brief(read(file))).toEqual([`7 ${hex(one)}`, `7 ${hex(one)}`]);
});

test("Linux cooked captures: only netlink, of it only NETLINK_ROUTE", () => {
  const ethernet = sll(new Uint8Array(40), 1, 0x0800);
  const generic = sll(one, 824, 16);
  for (const [linktype, cooked] of [
    [113, sll],
    [276, sll2],
  ] as const) {
    const file = pcap(
      true,
      [ethernet, generic, new Uint8Array(3), cooked(two)].map((data) => ({ at: [5, 0], data })),
      { linktype },
    );
    expect(brief(read(file))).toEqual([`5000000 ${hex(two)}`]);
  }
});

const stamp = (seconds: number, micros: number) => message(NLMSG_TSTAMP, 0, LITTLE.u32(seconds, micros));

test("rtmon: a stamp for the dump, then one before each message", () => {
  const file = join(stamp(5, 1), one, two, stamp(6, 2), two, stamp(7, 3), one);
  expect(brief(read(file))).toEqual([
    `5000001 ${hex(one)}`,
    `5000001 ${hex(two)}`,
    `6000002 ${hex(two)}`,
    `7000003 ${hex(one)}`,
  ]);
});

const files: Record<string, Uint8Array> = {
  pcap: pcap(true, [
    { at: [1, 0], data: sll(one) },
    { at: [2, 0], data: sll(message(RTM_NEWLINK, 0, u8(0, 0, 0, 0), attribute(1, new Uint8Array(300)))) },
    { at: [3, 0], data: sll(two) },
  ]),
  pcapng: join(
    section(BIG),
    describeInterface(BIG, 253),
    // Longer than what is kept in memory at first; nobody wants it.
    block(BIG, 0xbad, new Uint8Array(1 << 20)),
    enhanced(BIG, 0, 1000000n, sll(one)),
    enhanced(BIG, 0, 2000000n, sll(two)),
  ),
  rtmon: join(stamp(1, 0), one, stamp(2, 0), two),
};

for (const [format, file] of Object.entries(files)) {
  test(`${format}: pieces of any size give the same`, () => {
    const whole = read(file);
    expect(whole.packets.length).toBeGreaterThan(1);
    expect(whole.damage).toBeUndefined();
    for (const size of file.length > 10_000 ? [7919, 65536] : [1, 2, 3, 5, 24, 4096])
      expect(read(file, size)).toEqual(whole);
  });

  test(`${format}: cut anywhere, what came before is read, and one line says where`, () => {
    const whole = read(file).packets;
    const ends = new Set([...whole.map(({ offset }) => offset), file.length]);
    const cuts =
      file.length > 10_000
        ? [30, 100, 5000, file.length - 1, file.length - 40, file.length - 70]
        : Array.from({ length: file.length }, (_, cut) => cut);
    for (const cut of cuts) {
      const { packets, damage } = read(file.subarray(0, cut));
      expect(packets).toEqual(whole.slice(0, packets.length));
      // Where a packet ends nothing is amiss.
      if (packets.length > 0 && ends.has(cut)) expect(damage).toBeUndefined();
      else if (damage === undefined) expect(packets.length).toBeGreaterThan(0);
      else expect(Number.parseInt(damage, 10)).toBeLessThanOrEqual(cut);
    }
  });
}

test("a length beyond all bounds is damage, not memory", () => {
  const good = pcap(true, [{ at: [1, 0], data: sll(one) }]);
  const bad = join(good, LITTLE.u32(1, 0, 0x7fffffff, 0x7fffffff), new Uint8Array(64));
  expect(brief(read(bad))).toEqual([
    `1000000 ${hex(one)}`,
    `${good.length + 8}: packet of 2147483647 bytes, at most 262144`,
  ]);
  const ng = join(section(LITTLE), describeInterface(LITTLE, 253), LITTLE.u32(6, 0x7ffffffc));
  expect(brief(read(ng))).toEqual([`${ng.length - 4}: block of 2147483644 bytes, at most 524288`]);
  expect(brief(read(join(stamp(1, 0), one, LITTLE.u32(0x7fffffff, 16, 0, 0))))).toEqual([
    `1000000 ${hex(one)}`,
    `${24 + one.length}: message of 2147483647 bytes`,
  ]);
});

test("packets that the capture cut say what is missing", () => {
  const cut = sll(one).subarray(0, 20);
  const file = pcap(true, [{ at: [1, 0], data: cut, length: sll(one).length }]);
  expect(read(file).packets).toEqual([
    { time: 1000000, offset: 24, messages: hex(one.subarray(0, 4)), missing: one.length - 4, lost: 0 },
  ]);
});

const foreign: [name: string, file: Uint8Array, said: RegExp][] = [
  ["nothing", new Uint8Array(), /^0: the file is empty$/],
  ["a few bytes", new Uint8Array(5), /^0: no capture: only 5 bytes$/],
  [
    "text",
    new TextEncoder().encode("root:x:0:0:root\n"),
    /^0: not a capture: neither pcap, pcapng nor rtmon$/,
  ],
  ["gzip", Uint8Array.fromHex("1f8b0800000000000003"), /^0: compressed by gzip: unpack it first \(zcat\)$/],
  ["zstd", Uint8Array.fromHex("28b52ffd0458690000"), /^0: compressed by zstd: unpack it first \(zstdcat\)$/],
  ["pcap of Ethernet", pcap(true, [], { linktype: 1 }), /^20: no netlink messages in it: .* is 1, Ethernet$/],
  [
    "pcap of 147",
    pcap(false, [], { linktype: 147 }),
    /^20: no netlink messages in it: its link type is 147$/,
  ],
  ["pcap, version 3", pcap(true, [], { major: 3 }), /^4: version 3 of pcap is not known, only 2$/],
  ["Kuznetsov's pcap", pcap(true, [], { magic: 0xa1b2cd34 }), /^0: this variant of pcap is not known$/],
  [
    "a pcap without netlink",
    pcap(true, [{ at: [1, 0], data: sll(one, 1, 0x800) }], { linktype: 113 }),
    /: no NETLINK_ROUTE message in it$/,
  ],
  [
    "pcapng of Ethernet",
    join(section(LITTLE), describeInterface(LITTLE, 1)),
    /^28: no netlink messages in it: its link type is 1, Ethernet$/,
  ],
  ["pcapng, version 2", section(BIG, 2), /^12: version 2 of pcapng is not known, only 1$/],
  ["pcapng without a byte order", join(section(BIG).subarray(0, 8), new Uint8Array(20)), /^8: no byte order/],
  [
    "pcapng, interface not described",
    join(section(LITTLE), enhanced(LITTLE, 4, 0n, sll(one))),
    /^28: packet of interface 4, which is not described$/,
  ],
  [
    "pcapng, two lengths",
    join(section(LITTLE), LITTLE.u32(1, 20, 253, 0, 24)),
    /^44: block of 20 bytes has the length 24 behind it$/,
  ],
  [
    "rtmon of a big-endian machine",
    join(BIG.u32(24), BIG.u16(15, 0), BIG.u32(0, 0, 1, 1)),
    /^0: written on a big-endian machine/,
  ],
  [
    "pcap of a big-endian machine",
    pcap(false, [{ at: [1, 0], data: sll(join(BIG.u32(20), BIG.u16(16, 0), BIG.u32(0, 0, 0))) }]),
    /^24: written on a big-endian machine: its netlink messages cannot be read here$/,
  ],
];
for (const [name, file, said] of foreign)
  test(`foreign: ${name}`, () => {
    for (const size of [1, 4096]) {
      const { packets, damage } = read(file, size);
      expect(packets).toEqual([]);
      expect(damage).toMatch(said);
    }
  });

test("bytes changed at random never throw nor hang", () => {
  let seed = 1;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed % below;
  };
  for (const file of [
    files.pcap!,
    files.rtmon!,
    join(files.pcapng!.subarray(0, 48), files.pcapng!.subarray(-200)),
  ])
    for (let round = 0; round < 500; round++) {
      const damaged = file.slice();
      for (let changes = 1 + random(4); changes > 0; changes--) damaged[random(damaged.length)] = random(256);
      expect(read(damaged, 1 + random(64)).packets.length).toBeLessThan(50);
    }
});
