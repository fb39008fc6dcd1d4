/** What a notification does to the routes there are, by its flags; routes.test.ts asks the kernel. */
import { describe, expect, test } from "bun:test";
import { NLM_F_APPEND, NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE } from "../../src/netlink/nlmsg.ts";
import { Devs } from "../../src/rtnetlink/dev.ts";
import type { Reading } from "../../src/rtnetlink/object.ts";
import type { Route } from "../../src/rtnetlink/route.ts";
import { Routes } from "../../src/state/routes.ts";

const dev = new Devs().name(2, "v0");

function inet(gateway: string, more: Partial<Route> = {}): Reading<Route> {
  const body: Route = {
    family: "inet",
    type: "unicast",
    dst: "10.1.0.0/16",
    gateway,
    dev,
    table: "main",
    protocol: "static",
    scope: "global",
    flags: [],
    ...more,
  };
  return { dev, body, key: body.dst };
}

const inet6 = (gateway: string | undefined, more: Partial<Route> = {}): Reading<Route> => {
  const { gateway: _gateway, ...rest } = inet("", {
    family: "inet6",
    dst: "2001:db8::/48",
    metric: 1024,
  }).body;
  const body = gateway === undefined ? { ...rest, ...more } : { ...rest, gateway, ...more };
  return { dev: body.dev, body, key: body.dst };
};

/** Several nexthops of IPv6. */
const several = (gateways: readonly string[], more: Partial<Route> = {}): Reading<Route> => {
  const nexthops = gateways.map((gateway) => ({ gateway, dev, weight: 1, flags: [] }));
  const { dev: _dev, ...body } = inet6(undefined, { ...more, nexthops }).body;
  return { dev: undefined, body, key: body.dst };
};

const gateways = (routes: Routes): unknown[] =>
  [...routes.values()].map(({ body }) => {
    const { gateway, nexthops, nhid } = body;
    return nexthops === undefined ? (gateway ?? nhid ?? "device") : nexthops.map((hop) => hop.gateway);
  });

const ADD = NLM_F_CREATE | NLM_F_EXCL;
const APPEND = NLM_F_CREATE | NLM_F_APPEND;

describe("IPv4", () => {
  test("appended, put before, in the place of the first", () => {
    const routes = new Routes();
    expect(routes.set(inet("10.0.0.1"), ADD, "kernel")?.verb).toBe("added");
    expect(routes.set(inet("10.0.0.2"), APPEND, "kernel")?.verb).toBe("added");
    expect(routes.set(inet("10.0.0.3"), NLM_F_CREATE, "kernel")?.verb).toBe("added");
    expect(gateways(routes)).toEqual(["10.0.0.3", "10.0.0.1", "10.0.0.2"]);
    const replaced = routes.set(inet("10.0.0.4"), NLM_F_REPLACE, "kernel");
    expect(replaced).toMatchObject({ verb: "replaced", changed: { gateway: ["10.0.0.3", "10.0.0.4"] } });
    expect(gateways(routes)).toEqual(["10.0.0.4", "10.0.0.1", "10.0.0.2"]);
  });

  test("the one that is meant goes, whatever its flags are now", () => {
    const routes = new Routes();
    for (const gateway of ["10.0.0.1", "10.0.0.2"]) routes.set(inet(gateway), APPEND, "kernel");
    const gone = routes.delete(inet("10.0.0.2", { flags: ["dead", "linkdown"] }), "kernel");
    expect(gone).toMatchObject({ verb: "removed", body: { gateway: "10.0.0.2", flags: [] } });
    expect(gateways(routes)).toEqual(["10.0.0.1"]);
  });

  test("those that differ in what the kernel tells them by are others", () => {
    for (const more of [
      { type: "local" },
      { protocol: "bird" },
      { scope: "link" },
      { prefsrc: "10.0.0.9" },
      { metrics: [{ mtu: 1400 }] },
      { flags: ["onlink"] },
      { flow: { to: "3" } },
      { nhid: 4 },
    ]) {
      const routes = new Routes();
      routes.set(inet("10.0.0.1"), ADD, "kernel");
      expect(routes.delete(inet("10.0.0.1", more), "kernel")).toBeUndefined();
      expect(routes.set(inet("10.0.0.1", more), APPEND, "kernel")?.verb).toBe("added");
    }
  });

  test("one that was there without our knowing gives way to one that says it is alone", () => {
    const routes = new Routes();
    routes.set(inet("10.0.0.1"), ADD, "kernel");
    expect(routes.set(inet("10.0.0.2"), ADD, "kernel")?.verb).toBe("replaced");
    expect(gateways(routes)).toEqual(["10.0.0.2"]);
  });

  test("told again, it is no other", () => {
    const routes = new Routes();
    routes.set(inet("10.0.0.1"), ADD, "kernel");
    expect(routes.set(inet("10.0.0.1"), ADD, "kernel")?.verb).toBe("unchanged");
    expect(routes.set(inet("10.0.0.1", { flags: ["rt_offload"] }), 0, "kernel")).toMatchObject({
      verb: "replaced",
      changed: { flags: [[], ["rt_offload"]] },
    });
    expect(gateways(routes)).toEqual(["10.0.0.1"]);
  });

  test("a nexthop object that has changed changes the route that uses it, not the first", () => {
    const routes = new Routes();
    routes.set(inet("10.0.0.1"), ADD, "kernel");
    routes.set(inet("10.0.0.2", { nhid: 7 }), APPEND, "kernel");
    expect(routes.set(inet("10.0.0.3", { nhid: 7 }), NLM_F_REPLACE, "kernel")).toMatchObject({
      verb: "replaced",
      changed: { gateway: ["10.0.0.2", "10.0.0.3"] },
    });
    expect(gateways(routes)).toEqual(["10.0.0.1", "10.0.0.3"]);
  });

  test("one that was a blackhole as long as its nexthop object was one is the same route", () => {
    const routes = new Routes();
    routes.set(inet("10.0.0.1"), ADD, "kernel");
    routes.set(inet("10.0.0.2", { type: "blackhole", nhid: 7 }), APPEND, "kernel");
    expect(routes.set(inet("10.0.0.2", { nhid: 7 }), NLM_F_REPLACE, "kernel")).toMatchObject({
      verb: "replaced",
      changed: { type: ["blackhole", "unicast"] },
    });
    expect(gateways(routes)).toEqual(["10.0.0.1", "10.0.0.2"]);
  });
});

describe("IPv6", () => {
  test("gateways are siblings, in the order in which they came, each with its own properties", () => {
    const routes = new Routes();
    routes.set(inet6("fe80::1", { protocol: "static" }), ADD, "kernel");
    const added = routes.set(several(["fe80::2", "fe80::1"], { protocol: "bird" }), APPEND, "kernel");
    expect(added).toMatchObject({ verb: "replaced", dev: undefined, body: { protocol: "static" } });
    expect(gateways(routes)).toEqual([["fe80::1", "fe80::2"]]);
    const gone = routes.delete(inet6("fe80::1"), "kernel");
    expect(gone).toMatchObject({ verb: "replaced", dev, body: { gateway: "fe80::2", protocol: "bird" } });
    expect(Object.keys(gone!.body).slice(2, 6)).toEqual(["dst", "gateway", "dev", "table"]);
    expect(routes.delete(inet6("fe80::1"), "kernel")).toBeUndefined();
    expect(routes.delete(inet6("fe80::2"), "kernel")?.verb).toBe("removed");
    expect(gateways(routes)).toEqual([]);
  });

  test("those through a device or learned from routers are for themselves", () => {
    const routes = new Routes();
    for (const gateway of ["fe80::1", "fe80::2"])
      expect(routes.set(inet6(gateway, { protocol: "ra" }), NLM_F_CREATE, "kernel")?.verb).toBe("added");
    expect(routes.set(inet6(undefined), NLM_F_CREATE, "kernel")?.verb).toBe("added");
    expect(gateways(routes)).toEqual(["fe80::1", "fe80::2", "device"]);
    expect(routes.delete(inet6("fe80::1", { protocol: "ra" }), "kernel")?.verb).toBe("removed");
  });

  test("in the place of the first of its sort", () => {
    const routes = new Routes();
    routes.set(inet6(undefined), ADD, "kernel");
    routes.set(several(["fe80::1", "fe80::2"]), NLM_F_CREATE, "kernel");
    expect(routes.set(inet6("fe80::3"), NLM_F_REPLACE, "kernel")?.verb).toBe("replaced");
    expect(gateways(routes)).toEqual(["device", "fe80::3"]);
    expect(routes.set(inet6(undefined, { nhid: 9 }), NLM_F_REPLACE, "kernel")?.verb).toBe("replaced");
    expect(gateways(routes)).toEqual([9, "fe80::3"]);
  });

  test("all nexthops at once", () => {
    const routes = new Routes();
    routes.set(several(["fe80::1", "fe80::2", "fe80::3"]), NLM_F_CREATE, "kernel");
    expect(routes.delete(several(["fe80::2", "fe80::3", "fe80::1"]), "kernel")?.verb).toBe("removed");
  });
});

test("what was learned or asked for is no route", () => {
  const routes = new Routes();
  expect(routes.set(inet("10.0.0.1", { cloned: true }), ADD, "kernel")).toBeUndefined();
  routes.set(inet("10.0.0.1"), ADD, "kernel");
  expect(routes.delete(inet("10.0.0.1", { cloned: true }), "kernel")).toBeUndefined();
  expect(gateways(routes)).toEqual(["10.0.0.1"]);
});

describe("read again", () => {
  test("what is not there any more is gone, of those that are meant", () => {
    const routes = new Routes();
    for (const reading of [inet("10.0.0.1"), inet("10.0.0.2"), inet6("fe80::1")])
      routes.set(reading, 0, "snapshot");
    expect(routes.has(inet("10.0.0.2"))).toBe(true);
    expect(routes.has(inet("10.0.0.3"))).toBe(false);
    const dump = [inet("10.0.0.2")];
    const isInet = ({ body }: Reading): boolean => (body as Route).family === "inet";
    const gone = [...routes.removals(dump, "resync", isInet)];
    expect(gone).toMatchObject([{ verb: "removed", origin: "resync", body: { gateway: "10.0.0.1" } }]);
    expect(gateways(routes)).toEqual(["10.0.0.2", "fe80::1"]);
    expect([...routes.removals(dump, "resync")]).toHaveLength(1);
  });

  test("the order is that of what was read", () => {
    const routes = new Routes();
    for (const gateway of ["10.0.0.1", "10.0.0.2"]) routes.set(inet(gateway), APPEND, "kernel");
    const dump = ["10.0.0.3", "10.0.0.2", "10.0.0.1"].map((gateway) => inet(gateway));
    expect([...routes.removals(dump, "resync")]).toEqual([]);
    for (const reading of dump) routes.set(reading, 0, "resync");
    expect(gateways(routes)).toEqual(["10.0.0.3", "10.0.0.2", "10.0.0.1"]);
  });

  test("lifetimes that count down are no change", () => {
    const routes = new Routes();
    routes.set(inet6("fe80::1", { expires: 100 }), ADD, "kernel");
    expect(routes.set(inet6("fe80::1", { expires: 50 }), 0, "resync")?.verb).toBe("unchanged");
    expect([...routes.values()][0]?.body).toMatchObject({ expires: 50 });
  });
});
