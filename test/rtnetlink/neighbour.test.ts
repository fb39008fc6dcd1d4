import { describe, expect, test } from "bun:test";
import { Devs } from "../../src/rtnetlink/dev.ts";
import { type Neighbour, neighbour } from "../../src/rtnetlink/neighbour.ts";
import type { Reading } from "../../src/rtnetlink/object.ts";
import { RtContext } from "../../src/rtnetlink/types.ts";
import { messageOf, wire } from "./corpus.ts";

const devs = new Devs();
const cx = new RtContext(devs);

/** ndmsg, and attributes, in hex. */
function read(header: string, attributes: string): Reading<Neighbour> {
  const body = wire(`${header} ${attributes}`);
  const bytes = new Uint8Array(16 + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bytes.length, true);
  view.setUint16(4, neighbour.set, true);
  bytes.set(body, 16);
  return neighbour.read(messageOf(bytes), cx) as Reading<Neighbour>;
}

const key = (header: string, attributes: string): string => read(header, attributes).key;

const DST = "0800 0100 c0000205";
const IP = "02 00 0000 03000000 0200 00 01";

describe("identity", () => {
  test("ARP and NDP: table, device, address; proxies have a table of their own", () => {
    expect(key(IP, `${DST} 0a00 0200 020000000005 0000`)).toBe(key("02 00 0000 03000000 2000 10 01", DST));
    const others = [
      key("02 00 0000 04000000 0200 00 01", DST),
      key(IP, "0800 0100 c0000206"),
      key("02 00 0000 03000000 0000 08 01", DST),
      key("0a 00 0000 03000000 0200 00 01", "1400 0100 00*12 c0000205"),
    ];
    expect(new Set([key(IP, DST), ...others]).size).toBe(5);
  });

  const MAC = "0a00 0200 020000000101 0000";
  const MASTER = "0800 0900 04000000";

  test("a bridge: bridge, address, VLAN, whatever the port", () => {
    const one = key("07 00 0000 03000000 0400 00 00", `${MAC} ${MASTER}`);
    expect(key("07 00 0000 05000000 4000 40 00", `${MASTER} ${MAC}`)).toBe(one);
    expect(key("07 00 0000 03000000 0400 00 00", `${MAC} ${MASTER} 0600 0500 0a00 0000`)).not.toBe(one);
    expect(key("07 00 0000 03000000 0400 00 00", `${MAC} 0800 0900 06000000`)).not.toBe(one);
    // What the port itself lets in is another entry.
    expect(key("07 00 0000 03000000 8000 02 00", MAC)).not.toBe(one);
  });

  const SELF = "07 00 0000 05000000 c000 02 01";
  const to = (last: string): string => `0800 0100 c63364${last}`;

  test("a VXLAN: one destination for one host, several for many", () => {
    expect(key(SELF, `${MAC} ${to("01")}`)).toBe(key(SELF, `${MAC} ${to("02")}`));
    expect(key(SELF, `${MAC} ${to("01")}`)).not.toBe(key(SELF, `${MAC} ${to("01")} 0800 0b00 64000000`));
    for (const many of ["00*6", "ffffffffffff", "01005e000001", "0b0000000001", "3d0000000001"]) {
      const group = `0a00 0200 ${many} 0000`;
      expect([many, key(SELF, `${group} ${to("01")}`)]).not.toEqual([
        many,
        key(SELF, `${group} ${to("02")}`),
      ]);
      expect(key(SELF, `${group} ${to("01")}`)).not.toBe(
        key(SELF, `${group} ${to("01")} 0600 0600 04d2 0000`),
      );
    }
    for (const one of ["0a0000000001", "0c0000000001", "fe0000000001"]) {
      const host = `0a00 0200 ${one} 0000`;
      expect([one, key(SELF, `${host} ${to("01")}`)]).toEqual([one, key(SELF, `${host} ${to("02")}`)]);
    }
  });
});

test("behind a tunnel the link-layer address is the other end", () => {
  devs.get(7).arphrd = 778;
  expect(read("02 00 0000 07000000 8000 00 01", `${DST} 0800 0200 c6336414`).body).toMatchObject({
    lladdr: "198.51.100.20",
  });
});

test("without a device there is none", () => {
  const { dev, body } = read("02 00 0000 00000000 0000 08 01", DST);
  expect([dev, body]).toEqual([undefined, { family: "inet", dst: "192.0.2.5", proxy: true }]);
});

test("requests for one device name it where the kernel looks", () => {
  const bodies = neighbour.dumpsOf!(0x1234, () => []).map(({ body }) => body.toHex());
  expect(bodies).toEqual([
    "000000000000000000000000" + "08000800" + "34120000",
    "000000000000000000000800" + "08000800" + "34120000",
    "070000003412000000000000",
  ]);
});
