import { describe, expect, test } from "bun:test";
import { Dev, Devs } from "../../src/rtnetlink/dev.ts";

describe("Dev", () => {
  test("is written as its name, and always as the name it has now", () => {
    const dev = new Dev(3, "eth0");
    const object = { master: dev };
    expect(JSON.stringify(object)).toBe('{"master":"eth0"}');
    expect(`${dev}`).toBe("eth0");
    dev.ifname = "lan";
    expect(JSON.stringify(object)).toBe('{"master":"lan"}');
    expect(`${dev}`).toBe("lan");
    expect(dev.ifname).toBe("lan");
  });
});

describe("Devs", () => {
  test("one Dev per index; one that has not been seen is called by its index", () => {
    const devs = new Devs();
    const dev = devs.get(5);
    expect([dev.ifindex, dev.ifname]).toEqual([5, "if5"]);
    expect(devs.get(5)).toBe(dev);
    expect(devs.get(6)).not.toBe(dev);
  });

  test("name tells every holder of the Dev", () => {
    const devs = new Devs();
    const held = devs.get(5);
    expect(devs.name(5, "wlan0")).toBe(held);
    expect(held.ifname).toBe("wlan0");
  });

  test("refer marks the Dev as one that others name", () => {
    const devs = new Devs();
    expect(devs.get(5).referenced).toBe(false);
    expect(devs.refer(5)).toBe(devs.get(5));
    expect(devs.get(5).referenced).toBe(true);
    expect(devs.name(5, "wlan0").referenced).toBe(true);
  });

  test("after forget, the index is another device's, and the old Dev keeps its last name", () => {
    const devs = new Devs();
    const gone = devs.name(5, "wlan0");
    devs.forget(5);
    const fresh = devs.name(5, "eth9");
    expect(fresh).not.toBe(gone);
    expect([gone.ifname, fresh.ifname]).toEqual(["wlan0", "eth9"]);
    devs.forget(77);
  });

  test("widest is the longest name so far", () => {
    const devs = new Devs();
    devs.name(1, "lo");
    expect(devs.widest).toBe(2);
    devs.name(2, "enp0s31f6");
    devs.name(2, "lan");
    expect(devs.widest).toBe(9);
  });
});
