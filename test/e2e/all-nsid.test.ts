import { expect, test } from "bun:test";
import { compare } from "./fold.ts";
import { type Json, type Monitor, Namespace } from "./namespace.ts";

const of = ({ events }: Monitor, nsid: number | undefined): Json[] =>
  events.filter((event) => event.nsid === nsid);

/** Differences between what is told of a namespace and what ip says of it. */
async function wrong(ns: Namespace, nlmon: Monitor, name: string, nsid: number): Promise<string[]> {
  const ip = { json: (words: string) => ns.json(`-n ${name} ${words}`) };
  // Ids of namespaces are those of the other one: they are left out.
  return (await compare(ip, of(nlmon, nsid))).filter((difference) => !difference.includes("link_netnsid"));
}

const heard = (nlmon: Monitor, nsid: number, event: string, ifname: string): Promise<void> =>
  nlmon.until(
    (monitor) => of(monitor, nsid).some((one) => one.event === event && one.ifname === ifname),
    `${event} ${ifname} of ${nsid}`,
  );

async function prepared(): Promise<Namespace> {
  const ns = await Namespace.create({ run: true });
  await ns.run(
    "sh",
    "-ec",
    "ip netns add a; ip netns set a 7; ip -n a link set lo up; ip -n a link add v0 type veth peer name v1; for v in v0 v1; do ip -n a link set $v addrgenmode none; done",
  );
  return ns;
}

test("namespaces with an id: at the start, later, and no more", async () => {
  await using ns = await prepared();
  await using nlmon = await ns.nlmon("-f", "json", "-s", "--all-nsid").ready();
  expect(of(nlmon, 7).map(({ event, ifname }) => `${event} ${ifname}`)).toEqual([
    "link.exists lo",
    "link.exists v1",
    "link.exists v0",
    "address.exists lo",
    "address.exists lo",
  ]);
  await ns.ip("-n a addr add 192.0.2.1/24 dev v0");
  await ns.ip("-n a link set v0 up");
  await ns.ip("-n a link set v1 up");
  await heard(nlmon, 7, "link.up", "v0");
  await ns.run("sh", "-ec", "ip netns add b; ip -n b link add w0 type veth peer name w1; ip netns set b 9");
  await heard(nlmon, 9, "link.added", "w0");
  expect(of(nlmon, 9)[0]).toMatchObject({ origin: "inferred", cause: "nsid.added" });
  await ns.ip("-n b addr add 2001:db8::1/64 dev w0 nodad");
  await ns.ip("-n a link set v1 netns b");
  await heard(nlmon, 9, "link.added", "v1");
  await ns.ip("link add here type veth peer name there");
  await nlmon.event("link.added", "here");
  expect(await wrong(ns, nlmon, "a", 7)).toEqual([]);
  expect(await wrong(ns, nlmon, "b", 9)).toEqual([]);
  expect(await compare(ns, of(nlmon, undefined))).toEqual([]);

  await ns.ip("netns del b");
  await heard(nlmon, 9, "link.removed", "lo");
  await heard(nlmon, 7, "link.removed", "v0");
  const links = new Set<unknown>();
  for (const { event, ifname, link } of of(nlmon, 9))
    if (link !== undefined) event === "link.removed" ? links.delete(ifname) : links.add(ifname);
  expect([...links]).toEqual([]);
  expect(nlmon.stderr).toBe("");
});

test("what cannot be asked for is learnt from what is said of it", async () => {
  await using ns = await prepared();
  await ns.run(
    "sh",
    "-ec",
    "ip -n a link set v0 up; ip -n a neigh add 192.0.2.8 lladdr 02:00:00:00:00:08 dev v0",
  );
  await using nlmon = await ns.nlmon("-f", "json", "-s", "-o", "neighbour", "--all-nsid").ready();
  await ns.ip("-n a neigh add 192.0.2.9 lladdr 02:00:00:00:00:09 dev v0");
  await ns.ip("-n a neigh del 192.0.2.8 dev v0");
  await heard(nlmon, 7, "neighbour.removed", "v0");
  expect(of(nlmon, 7)[0]).toMatchObject({
    event: "neighbour.added",
    origin: "kernel",
    ifname: "v0",
    neighbour: { dst: "192.0.2.9" },
  });
});

test("messages are lost: all of them are read again", async () => {
  await using ns = await prepared();
  await using nlmon = await ns.nlmon("-f", "json", "-s", "--all-nsid", "--rcvbuf", "16K").ready();
  nlmon.signal("SIGSTOP");
  await ns.run(
    "sh",
    "-ec",
    "ip netns add b; ip netns set b 9; ip -n b link set lo up; for i in $(seq 40); do ip -n a addr add 10.0.0.$i/32 dev v0; ip addr add 10.1.0.$i/32 dev lo; ip -n a link set v0 mtu $((1400 + i)); done",
  );
  nlmon.signal("SIGCONT");
  await nlmon.event("monitor.overflow");
  await heard(nlmon, 9, "link.added", "lo");
  await nlmon.until(
    (monitor) => monitor.events.some(({ event, nsid }) => event === "monitor.resynced" && nsid === 7),
    "the repair",
  );
  await ns.ip("-n b link add last type veth peer name tsal");
  await heard(nlmon, 9, "link.added", "last");
  expect(await wrong(ns, nlmon, "a", 7)).toEqual([]);
  expect(await wrong(ns, nlmon, "b", 9)).toEqual([]);
  expect(await compare(ns, of(nlmon, undefined))).toEqual([]);
});

test("text and --raw; the id of an id of a namespace", async () => {
  await using ns = await prepared();
  await using text = ns.nlmon("-v", "--all-nsid");
  await using raw = ns.nlmon("-v", "--raw", "-f", "json", "-o", "link,nsid", "--all-nsid");
  await using ids = await ns.nlmon("-f", "json", "-o", "nsid", "--all-nsid").ready();
  for (const nlmon of [text, raw])
    await nlmon.until(({ stderr }) => stderr.includes("watching"), "the start");
  await ns.ip("-n a link set v1 mtu 1400");
  await text.until(({ lines }) => lines.length > 0, "a line");
  expect(text.lines[0]).toMatch(/^[\d:.]{12} {2}nsid 7 {2}~ link {2}v1 {2}mtu 1500 -> 1400$/);
  await raw.until(({ events }) => events.length > 0, "a message");
  expect(raw.events[0]).toMatchObject({ type: "RTM_NEWLINK", nsid: 7, ifname: "v1" });
  await ns.run("sh", "-ec", "ip netns add b; ip -n a netns set b 5");
  for (const nlmon of [ids, raw]) {
    await nlmon.until(({ events }) => events.some(({ in_nsid }) => in_nsid === 7), "the id");
    expect(nlmon.events.find(({ in_nsid }) => in_nsid === 7)).toMatchObject({ nsid: { nsid: 5 } });
  }
});

test("with --netns: the ids are those of that one", async () => {
  await using ns = await prepared();
  await ns.run("sh", "-ec", "ip netns add b; ip -n a netns set b 5");
  await using nlmon = await ns.nlmon("-f", "json", "-s", "-o", "link", "--netns", "a", "--all-nsid").ready();
  expect(nlmon.events.map(({ netns, nsid, event }) => `${netns} ${nsid} ${event}`)).toEqual([
    "a 5 link.exists",
    "a undefined link.exists",
    "a undefined link.exists",
    "a undefined link.exists",
    "undefined undefined monitor.ready",
  ]);
});
