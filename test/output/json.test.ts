import { expect, test } from "bun:test";
import type { ChangeEvent, Event } from "../../src/events/event.ts";
import { json } from "../../src/output/json.ts";
import type { Address } from "../../src/rtnetlink/address.ts";
import { Dev } from "../../src/rtnetlink/dev.ts";
import type { Link } from "../../src/rtnetlink/link.ts";
import type { AddressChange } from "../../src/state/change.ts";

const time = Date.UTC(2026, 10, 22, 3, 57, 1) * 1000 + 828_737;
const TIME = '{"time":"2026-11-22T03:57:01.828737Z"';

/** The line, which has to be one line of JSON, and no character that a terminal obeys. */
function line(event: Event): string {
  const text = json.format(event);
  expect(text).toEndWith("}\n");
  expect(text.slice(0, -1)).not.toMatch(/[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/);
  expect(text.isWellFormed()).toBe(true);
  JSON.parse(text);
  return text.slice(0, -1);
}

const eth0 = () => new Dev(3, "eth0");
const address: Address = {
  family: "inet",
  local: "203.0.113.7",
  prefixlen: 24,
  scope: "global",
  usable: true,
};
const link: Link = { ifindex: 3, ifname: "eth0", flags: ["UP"], link_type: "ether", mtu: 9000 };

const addressEvent = (more: Partial<ChangeEvent> = {}): ChangeEvent => ({
  time,
  seq: 12,
  event: "address.added",
  origin: "kernel",
  change: { object: "address", verb: "added", dev: eth0(), origin: "kernel", body: address },
  ...more,
});

test("an address", () => {
  expect(line(addressEvent())).toBe(
    `${TIME},"seq":12,"event":"address.added","origin":"kernel","ifindex":3,"ifname":"eth0",` +
      '"address":{"family":"inet","local":"203.0.113.7","prefixlen":24,"scope":"global","usable":true}}',
  );
});

test("a link, with what has changed", () => {
  const event: Event = {
    time,
    seq: 13,
    event: "link.changed",
    origin: "resync",
    change: {
      object: "link",
      verb: "changed",
      dev: eth0(),
      origin: "resync",
      changed: { mtu: [1500, 9000], master: [null, new Dev(7, "br0")] },
      body: { ...link, master: new Dev(7, "br0") },
    },
  };
  expect(line(event)).toBe(
    `${TIME},"seq":13,"event":"link.changed","origin":"resync","ifindex":3,"ifname":"eth0",` +
      '"changed":{"mtu":[1500,9000],"master":[null,"br0"]},' +
      '"link":{"ifindex":3,"ifname":"eth0","flags":["UP"],"link_type":"ether","mtu":9000,"master":"br0"}}',
  );
});

test("an inferred removal names its cause", () => {
  const event: Event = {
    time,
    seq: 14,
    event: "address.removed",
    origin: "inferred",
    change: {
      object: "address",
      verb: "removed",
      dev: eth0(),
      origin: "inferred",
      cause: "link.removed",
      body: address,
    },
  };
  expect(line(event)).toStartWith(
    `${TIME},"seq":14,"event":"address.removed","origin":"inferred","ifindex":3,"ifname":"eth0","cause":"link.removed","address":{`,
  );
});

test("the set of usable addresses has its keys at the top", () => {
  const event: Event = {
    time,
    seq: 15,
    event: "addresses.changed",
    origin: "kernel",
    change: {
      object: "addresses",
      verb: "changed",
      scopes: new Map(),
      dev: eth0(),
      origin: "kernel",
      body: {
        family: "inet",
        addresses: ["203.0.113.7/24"],
        before: [],
        added: ["203.0.113.7/24"],
        removed: [],
      },
    },
  };
  expect(line(event)).toBe(
    `${TIME},"seq":15,"event":"addresses.changed","origin":"kernel","ifindex":3,"ifname":"eth0",` +
      '"family":"inet","addresses":["203.0.113.7/24"],"before":[],"added":["203.0.113.7/24"],"removed":[]}',
  );
});

test("the monitor's own", () => {
  const head = `${TIME},"seq":1,"event":`;
  expect(line({ time, seq: 1, event: "monitor.ready", origin: "snapshot" })).toBe(
    `${head}"monitor.ready","origin":"snapshot"}`,
  );
  expect(line({ time, seq: 1, event: "monitor.overflow", origin: "kernel", lost: 9485 })).toBe(
    `${head}"monitor.overflow","origin":"kernel","lost":9485}`,
  );
  expect(line({ time, seq: 1, event: "monitor.resynced", origin: "resync", events: 0 })).toBe(
    `${head}"monitor.resynced","origin":"resync","events":0}`,
  );
});

test("unknown attributes and problems, where there are any", () => {
  const plain = line(addressEvent());
  expect(line(addressEvent({ unknown: [], problems: [] }))).toBe(plain);
  const unknown = [{ path: "IFA/99", hex: "0a" }];
  const problems = [{ path: "IFA_LABEL", problem: "too short" }];
  expect(line(addressEvent({ unknown, problems }))).toBe(
    `${plain.slice(0, -1)},"unknown":[{"path":"IFA/99","hex":"0a"}],"problems":[{"path":"IFA_LABEL","problem":"too short"}]}`,
  );
});

test("the device's name is the one it has now", () => {
  const event = addressEvent();
  expect(line(event)).toContain('"ifname":"eth0"');
  event.change.dev!.ifname = "wan0";
  expect(line(event)).toContain('"ifindex":3,"ifname":"wan0"');
});

test("names from others stay the same value, and harmless", () => {
  for (const name of ["\x1b[31m", 'a"b\\c', "\u009b\u202e", "\ud83e", "größe🦀", "a\nb"]) {
    const event = addressEvent();
    event.change.dev!.ifname = name;
    event.change = { ...(event.change as AddressChange), body: { ...address, label: name } };
    expect(JSON.parse(line(event))).toMatchObject({ ifname: name, address: { label: name } });
  }
});
