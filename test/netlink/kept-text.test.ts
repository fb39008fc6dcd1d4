import { expect, test } from "bun:test";
import { Context } from "../../src/netlink/context.ts";
import { keptText } from "../../src/netlink/kept-text.ts";
import { str } from "../../src/netlink/types.ts";

const SOME = 2000;

test("texts are those of their bytes, however many there are", () => {
  let made = 0;
  const view = new DataView(new ArrayBuffer(6));
  const text = keptText(6, (view, at) => {
    made++;
    return `${view.getUint16(at)} ${view.getUint32(at + 2)}`;
  });
  for (let round = 0; round < 2; round++)
    for (let i = 0; i < SOME; i++) {
      view.setUint16(0, i % 7);
      view.setUint32(2, i);
      const again = made;
      expect(text(view, 0)).toBe(`${i % 7} ${i}`);
      expect(text(view, 0)).toBe(`${i % 7} ${i}`);
      expect(made).toBeLessThanOrEqual(again + 1);
    }
});

test("names are those of their bytes, however many there are", () => {
  const cx = new Context();
  for (let i = 0; i < SOME; i++)
    for (const name of [`veth${i}`, `v${i}`, `a name too long to be kept ${i}`]) {
      const bytes = new TextEncoder().encode(`${name}\0`);
      expect(str.read(new DataView(bytes.buffer), 0, bytes.length, cx)).toBe(name);
    }
});
