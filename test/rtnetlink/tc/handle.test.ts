import { expect, test } from "bun:test";
import { formatClassid, formatHandle, parseHandle } from "../../../src/rtnetlink/tc/handle.ts";

test("handles as tc writes them, and back", () => {
  for (const [number, text] of [
    [0x1_0000, "1:"],
    [0x8001_0010, "8001:10"],
    [0x10, ":10"],
    [0xffff_fff1, "ffff:fff1"],
    [0xffff_0000, "ffff:"],
  ] as const) {
    expect(formatClassid(number)).toBe(text);
    expect(parseHandle(text)).toBe(number);
  }
  expect(formatClassid(0)).toBe("none");
  expect(formatClassid(0xffff_ffff)).toBe("root");
  expect(formatHandle(0)).toBe("0:");
  expect(parseHandle("0:")).toBe(0);
});
