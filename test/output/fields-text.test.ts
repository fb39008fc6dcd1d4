import { expect, test } from "bun:test";
import { plainWords } from "../../src/output/fields-text.ts";
import { Dev } from "../../src/rtnetlink/dev.ts";

test("each field but those that are told anyway, in their order", () => {
  interface Thing {
    name: string;
    [field: string]: unknown;
  }
  const words = plainWords<Thing>("thing", ({ name }) => name, ["name"]);
  const body = {
    name: "a",
    forwarding: true,
    proxy: false,
    mode: "loose",
    via: new Dev(3, "v0"),
    flags: ["x", "y"],
    none: [],
    nest: { of: 1 },
  };
  expect(words.summary(body)).toBe(
    'a forwarding proxy off mode loose via v0 flags x,y none none nest {"of":1}',
  );
});
