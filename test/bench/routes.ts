/**
 * What a route notification costs, step by step, without the kernel: `bun test/bench/routes.ts`. 100,000 routes are
 * added and removed again, as `ip route add 10.x.y.z via 10.0.0.2` and `ip route del` tell it; microseconds of CPU a message.
 */
import { type Message, MessageWalk } from "../../src/netlink/nlmsg.ts";
import { Bytes } from "../../src/output/bytes.ts";
import { json } from "../../src/output/json.ts";
import { Devs } from "../../src/rtnetlink/dev.ts";
import { claim } from "../../src/rtnetlink/objects.ts";
import { route } from "../../src/rtnetlink/route.ts";
import { RtContext } from "../../src/rtnetlink/types.ts";
import type { Change } from "../../src/state/change.ts";
import { Host } from "../../src/state/host.ts";
import { Routes } from "../../src/state/routes.ts";

const COUNT = 100_000;
const ROUNDS = 5;

/** nlmsghdr, rtmsg, RTA_TABLE main, RTA_DST, RTA_GATEWAY 10.0.0.2, RTA_OIF 3; flags and destination to be set. */
const INET = Uint8Array.fromHex(
  "3c000000180000060000000000000000" +
    "02200000fe030001000000000800 0f00fe000000080001000a010200080005000a0000020800040003000000".replace(
      " ",
      "",
    ),
);
const DST = 40;

/** RTA_TABLE, RTA_DST, RTA_PRIORITY 1024, RTA_GATEWAY, RTA_OIF 3, RTA_CACHEINFO, RTA_PREF. */
const INET6 = Uint8Array.fromHex(
  "880000001800000600000000000000000a800000fe0300010000000008000f00fe000000140001002001 0db800050000000000000000000008000600000400001400050020010db8000000000000000000000002080004000300000024000c0000000000000000000000000000000000000000000000000000000000000000000500140000000000".replace(
    " ",
    "",
  ),
);
const DST6 = 52;

function messages(one: Uint8Array, dst: number): Uint8Array {
  const all = new Uint8Array(2 * COUNT * one.length);
  const view = new DataView(all.buffer);
  for (let index = 0; index < 2 * COUNT; index++) {
    const at = index * one.length;
    all.set(one, at);
    if (index >= COUNT) view.setUint32(at + 4, 25, true);
    view.setUint32(at + dst, 0x0a00_0000 + (index % COUNT));
  }
  return all;
}

function measure(name: string, bytes: Uint8Array, step: () => (message: Message) => void): void {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const each = step();
    const walk = new MessageWalk(new DataView(bytes.buffer), 0, bytes.length);
    const start = process.cpuUsage();
    while (walk.next()) each(walk.message);
    const { user, system } = process.cpuUsage(start);
    times.push(user + system);
  }
  const best = Math.min(...times.slice(1));
  process.stdout.write(`${name.padEnd(28)} ${(best / (2 * COUNT)).toFixed(3)} us\n`);
}

for (const [family, bytes] of [
  ["inet", messages(INET, DST)],
  ["inet6", messages(INET6, DST6)],
] as const) {
  const cx = new RtContext(new Devs());
  cx.devs.name(3, "eth0");
  measure(`${family} claim`, bytes, () => (message) => void claim(message));
  measure(`${family} read`, bytes, () => (message) => void route.read(message, cx));
  measure(`${family} read, store`, bytes, () => {
    const routes = new Routes();
    return (message) => {
      const reading = route.read(message, cx) as never;
      if (message.type === route.set) routes.set(reading, message.flags, "kernel");
      else routes.delete(reading, "kernel");
    };
  });
  measure(`${family} host`, bytes, () => {
    const host = new Host(() => {}, { objects: new Set(["route"]) });
    host.devs.name(3, "eth0");
    return (message) => void host.apply(message);
  });
  measure(`${family} host, json`, bytes, () => {
    const out = new Bytes();
    let seq = 0;
    const host = new Host(
      (change: Change) => {
        if (out.length > 1 << 20) out.clear();
        json.write(
          { time: 1764300000000000, seq: ++seq, event: "route.added", origin: change.origin, change },
          out,
        );
      },
      { objects: new Set(["route"]) },
    );
    host.devs.name(3, "eth0");
    return (message) => void host.apply(message);
  });
}
