import { expect, test } from "bun:test";
import { contested, type RawSettings, type Settings, settings } from "../../src/ddns/settings.ts";

function right(raw: Partial<RawSettings>): Settings {
  const one = settings({ name: ["host.example.com"], ...raw });
  if ("key" in one) throw new Error(one.problem);
  return one;
}

test("what is not said", () => {
  expect(right({})).toMatchObject({
    records: { names: ["host.example.com."], ttl: 300, ptr: false, onLoss: "keep" },
    zone: undefined,
    servers: [],
    families: ["inet", "inet6"],
    rules: { address: "all", prefixes: [], temporary: false, ula: false, private: false },
    via: undefined,
    timing: { debounce: 2000, maxWait: 10_000 },
  });
});

test("a name is one name, however it is written", () => {
  const { records } = right({ name: ["a.example.com", "A.Example.COM.", "b.example.com"] });
  expect(records.names).toEqual(["a.example.com.", "b.example.com."]);
});

test("servers, with ports", () => {
  expect(
    right({ server: ["ns1.example", "192.0.2.53#5353", "2001:db8::53", "[2001:db8::53]#54"] }).servers,
  ).toEqual([
    { host: "ns1.example", port: 53 },
    { host: "192.0.2.53", port: 5353 },
    { host: "2001:db8::53", port: 53 },
    { host: "2001:db8::53", port: 54 },
  ]);
});

test("what is wrong, and which word it is", () => {
  const wrong: [Partial<RawSettings>, string, RegExp][] = [
    [{ name: [] }, "name", /missing/],
    [{ name: ["a..b"] }, "name", /"a\.\.b": no domain name/],
    [{ name: ["."] }, "name", /no domain name/],
    [{ zone: "a..b" }, "zone", /no domain name/],
    [{ zone: "example.org" }, "zone", /host\.example\.com is not in it/],
    [{ server: ["127.0.0.53"] }, "server", /systemd-resolved, which drops updates/],
    [{ server: ["192.0.2.1#0"] }, "server", /HOST#PORT/],
    [{ server: ["192.0.2.1#53#53"] }, "server", /HOST#PORT/],
    [{ server: ["192.0.2.1:53"] }, "server", /HOST#PORT/],
    [{ server: [""] }, "server", /HOST#PORT/],
    [{ ttl: -1 }, "ttl", /seconds/],
    [{ ttl: Number.NaN }, "ttl", /seconds/],
    [{ ttl: 2 ** 31 }, "ttl", /seconds/],
    [{ prefix: ["2001:db8::/129"] }, "prefix", /no prefix/],
    [{ suffix: "0.0.0.1/24" }, "suffix", /no IPv6 suffix/],
    [{ suffix: "x" }, "suffix", /no IPv6 suffix/],
    [{ suffix: "::1" }, "suffix", /no IPv6 suffix/],
    [{ suffix: "::1/0" }, "suffix", /no IPv6 suffix/],
    [{ family: ["inet"], suffix: "::1/64" }, "suffix", /about IPv6, and only IPv4 is asked for/],
    [{ family: ["inet"], temporary: true }, "temporary", /about IPv6/],
    [{ family: ["inet"], ula: true }, "ula", /about IPv6/],
    [{ family: ["inet6"], private: true }, "private", /about IPv4, and only IPv6 is asked for/],
  ];
  for (const [raw, key, problem] of wrong) {
    const result = settings({ name: ["host.example.com"], ...raw });
    expect(result).toMatchObject({ key });
    expect((result as { problem: string }).problem).toMatch(problem);
  }
});

test("what is about one family goes with both, and with that one", () => {
  const inet6 = { suffix: "::1/64", temporary: true, ula: true };
  right({ ...inet6, private: true });
  right({ ...inet6, private: true, family: ["inet", "inet6"] });
  right({ ...inet6, private: false, family: ["inet6"] });
  right({ private: true, ula: false, family: ["inet"] });
});

test("two that would fight about a name", () => {
  const a = right({ family: ["inet"] });
  expect(contested([a, right({ family: ["inet6"] })])).toBeUndefined();
  expect(contested([a, right({ name: ["HOST.example.com"] })])).toBe("host.example.com.");
  expect(contested([right({ name: ["a.example", "a.example"] })])).toBeUndefined();
});
