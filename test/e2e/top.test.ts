/** `nlmon top` in a real terminal: what it draws, how it follows the terminal, and how it leaves it. */
import { expect, test } from "bun:test";
import { BINARY, Namespace } from "./namespace.ts";
import { hasTmux, Tmux } from "./tmux.ts";

const terminal = test.skipIf(!hasTmux);

/** The row of an interface, in words. */
const row = (screen: string, ifname: string): string[] =>
  screen
    .split("\n")
    .find((line) => line.startsWith(`${ifname} `))
    ?.split(/ {2,}/) ?? [];

terminal("rows say what there is, and change when it does", async () => {
  await using tmux = await Tmux.open(110, 20);
  await tmux.type("$NLMON top -d 100ms -o link,address,route", "Enter");
  const before = await tmux.until((screen) => screen.includes("q end"), "the picture");
  expect(before).toContain("3 interfaces: 1 up, 2 down   3 addresses");
  expect(before).toContain("0 events, 0 a minute   0 lost");
  expect(row(before, "NAME")).toEqual([
    "NAME",
    "STATE",
    "ADDRESSES",
    "LAST CHANGE",
    "AGO",
    "/MIN",
    expect.stringMatching(/^LAST \d MIN$/),
  ]);
  expect(row(before, "v0")).toEqual(["v0", "off", "192.0.2.1/24"]);
  await tmux.ns.batch(["link set v0 up", "link set v1 up", "addr add 2001:db8::1/64 dev v0 nodad"]);
  const after = await tmux.until((screen) => screen.includes("2001:db8::1"), "the address");
  expect(after).toContain("3 up, 0 down   4 addresses");
  expect(row(after, "v1").slice(0, 3)).toEqual(["v1", "up", expect.stringMatching(/^\^ up /)]);
  expect(row(after, "v0")[2]).toBe("192.0.2.1/24 2001:db8::1/64");
  expect(after).toMatch(/^v0 .*[▁▂▃▄▅▆▇█]$/m);
  expect(after).toMatch(/^\d\d:\d\d:\d\d\.\d{3} {2}\+ addr {2}v0 {2}2001:db8::1\/64 global/m);
  await tmux.ns.ip("link del v0");
  const gone = await tmux.until((screen) => row(screen, "v0")[1] === "gone", "the removal");
  expect(gone).toContain("1 interface: 1 up, 0 down   2 addresses   0 routes");
});

terminal("it fits the terminal at any size, also after a resize", async () => {
  await using tmux = await Tmux.open(120, 20);
  await tmux.type("$NLMON top", "Enter");
  await tmux.until((screen) => /LAST \d MIN/.test(screen), "the picture");
  // Until nlmon draws, tmux shows a part of what there was.
  await tmux.resize(40, 14);
  const small = await tmux.until(
    (screen) => row(screen, "NAME").join() === "NAME,STATE,LAST CHANGE,AGO" && screen.includes("q end"),
    "a small one",
  );
  expect(small.split("\n").filter((line) => line.startsWith("v0 "))).toHaveLength(1);
  await tmux.resize(24, 3);
  await tmux.until((screen) => /^nlmon top [^\n]*\nNAME[^\n]*\nlo +up *\n$/.test(screen), "a tiny one");
  await tmux.resize(120, 20);
  await tmux.until((screen) => screen.includes("q end") && screen.includes("/MIN"), "the first one again");
});

terminal(
  "more interfaces than fit: the keys scroll, and bring those to the top that changed last",
  async () => {
    await using tmux = await Tmux.open(80, 14);
    await tmux.ns.batch(Array.from({ length: 10 }, (_, i) => `link add a${i} type veth peer name b${i}`));
    await tmux.type("$NLMON top -d 100ms", "Enter");
    await tmux.until((screen) => screen.includes("interfaces 1-9 of 23"), "the first of them");
    await tmux.type("", "Down");
    await tmux.until((screen) => screen.includes("interfaces 2-10 of 23"), "one down");
    await tmux.type("", "PageDown", "PageDown");
    await tmux.until((screen) => screen.includes("interfaces 15-23 of 23"), "the last of them");
    await tmux.type("", "Home");
    await tmux.until((screen) => screen.includes("interfaces 1-9 of 23"), "the first again");
    await tmux.ns.ip("link set a7 mtu 1400");
    await tmux.type("s");
    const screen = await tmux.until((screen) => row(screen, "a7").length > 0, "the one that changed");
    expect(screen).toMatch(/^NAME [^\n]*\na7 +off +~ mtu 1500 -> 1400/m);
  },
);

terminal.each([
  ["q", "q", 0],
  ["Ctrl-C", "C-c", 0],
  ["SIGTERM", "kill", 143],
])("%s leaves the terminal as it was", async (_, key, code) => {
  await using tmux = await Tmux.open(80, 14);
  await tmux.type("B=$(stty -g); echo before; $NLMON top; echo code $?", "Enter");
  await tmux.until((screen) => screen.includes("q end"), "the picture");
  expect(await tmux.modes()).toBe("1 0 0");
  if (key === "kill") await tmux.kill("TERM");
  else await tmux.type("", key);
  const after = await tmux.until((screen) => /code \d+\n/.test(screen), "the end");
  expect(after).toContain(`before\ncode ${code}\n`);
  expect(await tmux.modes()).toBe("0 1 1");
  await tmux.type("[ $B = $(stty -g) ] && echo the s''ame", "Enter");
  await tmux.until((screen) => screen.includes("the same"), "the same settings");
});

terminal("Ctrl-Z gives the terminal back, and fg takes it again", async () => {
  await using tmux = await Tmux.open(80, 14);
  await tmux.type("$NLMON top -d 100ms", "Enter");
  await tmux.until((screen) => screen.includes("q end"), "the picture");
  await tmux.type("", "C-z");
  await tmux.until((screen) => screen.includes("Stopped"), "the shell");
  expect(await tmux.modes()).toBe("0 1 1");
  await tmux.ns.ip("link set v0 mtu 1400");
  await tmux.type("fg", "Enter");
  await tmux.until((screen) => screen.includes("~ mtu 1500 -> 1400"), "what happened meanwhile");
  expect(await tmux.modes()).toBe("1 0 0");
});

terminal("it costs nothing while nothing happens", async () => {
  await using tmux = await Tmux.open(80, 14);
  await tmux.type("$NLMON top -d 100ms", "Enter");
  await tmux.until((screen) => screen.includes("q end"), "the picture");
  const pid = await tmux.pid();
  const spent = async () =>
    (await tmux.ns.run("cat", `/proc/${pid}/stat`)).split(" ").slice(13, 15).map(Number);
  const before = await spent();
  await Bun.sleep(500);
  const after = await spent();
  expect(after[0]! + after[1]! - before[0]! - before[1]!).toBeLessThanOrEqual(1);
});

terminal(
  "without UTF-8 the bars are of ASCII; NO_COLOR has none; a name that would drive the terminal does not",
  async () => {
    await using tmux = await Tmux.open(110, 14, "LC_ALL=C NO_COLOR=1");
    await tmux.type("$NLMON top -d 100ms", "Enter");
    await tmux.until((screen) => screen.includes("q end"), "the picture");
    await tmux.ns.run("ip", "link", "set", "v0", "name", "x\x1b[31m");
    const screen = await tmux.until((screen) => screen.includes(" label v0"), "the new name");
    expect(screen).toMatch(
      /^x\\x1b\[31m +off +192\.0\.2\.1\/24 +~ [^\n]* label v0 -> x\\x1b\[31m +\ds +2 +:$/m,
    );
    expect(await tmux.screen("-e")).not.toContain("\x1b[");
  },
);

test("without a terminal: a table each --interval, as many as --count says", async () => {
  await using ns = await Namespace.create();
  await ns.ip("addr add 192.0.2.1/24 dev lo");
  await using nlmon = ns.nlmonWith({ LC_ALL: "C.UTF-8" }, "top", "-c", "2", "-d", "100ms");
  expect(await nlmon.exit()).toBe(0);
  const [header, heading, lo, empty, ...second] = nlmon.lines;
  expect(header).toMatch(/^nlmon top .* 1 interface: 1 up, 0 down {3}3 addresses {3}0 events/);
  expect(heading).toMatch(/^NAME +STATE +ADDRESSES/);
  expect(lo).toMatch(/^lo +up +192\.0\.2\.1\/24 127\.0\.0\.1\/8 ::1\/128$/);
  expect(empty).toBe("");
  expect(second).toEqual([header, heading, lo] as string[]);
  expect(nlmon.stderr).toBe("");
});

test("a reader that has gone, and SIGTERM, end the tables", async () => {
  await using ns = await Namespace.create();
  expect(await ns.run("sh", "-c", `${BINARY} top -d 10ms | head -n 1; echo end`)).toContain("end");
  await using nlmon = ns.nlmon("top", "-d", "50ms");
  await nlmon.until(({ lines }) => lines.length > 6, "two tables");
  expect((await nlmon.end("SIGTERM")).code).toBe(143);
});

test("other network namespaces have a column", async () => {
  await using ns = await Namespace.create({ run: true });
  for (const name of ["red", "blue"]) await ns.ip(`netns add ${name}`);
  await ns.ip("-n red link add v0 type veth peer name v0 netns blue");
  await ns.ip("-n blue link set v0 up");
  await using nlmon = ns.nlmon("top", "-c", "1", "--netns", "*", "-i", "v0");
  expect(await nlmon.exit()).toBe(0);
  expect(nlmon.lines[0]).toContain("netns *   2 interfaces: 0 up, 2 down");
  expect(nlmon.lines.slice(1).map((line) => line.split(/ {2,}/).slice(0, 3))).toEqual([
    ["NETNS", "NAME", "STATE"],
    ["blue", "v0", expect.stringMatching(/^(lower down|no carrier)$/)],
    ["red", "v0", "off"],
  ]);
});
