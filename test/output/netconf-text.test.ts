import { expect, test } from "bun:test";
import { netconfWords } from "../../src/output/netconf-text.ts";
import type { Netconf } from "../../src/rtnetlink/netconf.ts";

const words = (body: object): string => netconfWords.summary(body as Netconf);

test("what is not off is said", () => {
  expect(words({ family: "inet", forwarding: true, rp_filter: "loose", mc_forwarding: false })).toBe(
    "inet forwarding rp_filter loose",
  );
  expect(words({ family: "inet6", interface: "all", forwarding: false, rp_filter: "off" })).toBe(
    "inet6 all: all off",
  );
  expect(words({ family: "inet6" })).toBe("inet6");
});
