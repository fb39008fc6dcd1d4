import { expect, test } from "bun:test";
import { maySetClock, setClock } from "../ffi/fixtures/clock.ts";
import { Namespace } from "./namespace.ts";

/** Only who may set the clock of the machine can see what follows from it. */
const rounds = maySetClock() ? 1 : 0;

test("when the clock is set, the state is read again, and told only where it differs", async () => {
  await using ns = await Namespace.create();
  await ns.batch(["link add v0 type veth peer name v1", "link set v0 up"]);
  await using nlmon = await ns.nlmon("-f", "json", "-v", "-o", "link,address").ready();
  const read = (times: number) =>
    nlmon.until(({ stderr }) => stderr.split("the state is read again").length > times, "the clock");
  for (let round = 0; round < rounds; round++) {
    setClock();
    await read(1);
    await ns.ip("link set v1 mtu 1400");
    await nlmon.event("link.changed", "v1");
    // Nobody is told of this one.
    await ns.run("tc", "qdisc", "replace", "dev", "v0", "root", "pfifo");
    setClock();
    await read(2);
    await nlmon.event("monitor.resynced");
    expect(nlmon.events.map(({ event, origin, ifname }) => `${event} ${origin} ${ifname}`)).toEqual([
      "monitor.ready snapshot undefined",
      "link.changed kernel v1",
      "link.changed resync v0",
      "monitor.resynced resync undefined",
    ]);
    expect(nlmon.events[2]).toMatchObject({ changed: { qdisc: ["noqueue", "pfifo"] } });
  }
});
