/** The names there are: of objects and events always the same, of interfaces and namespaces those of now. */
import { readdirSync } from "node:fs";
import { EVENTS } from "../../events/event.ts";
import { tableNames } from "../../rtnetlink/names.ts";
import { SELECTORS } from "../../rtnetlink/objects.ts";
import type { Names } from "../options.ts";
import { FAMILIES, SCOPES } from "../selection.ts";

export async function namesNow(): Promise<(kind: Names) => readonly string[]> {
  const interfaces = await interfaceNames();
  return (kind) => {
    switch (kind) {
      case "objects":
        return [...Object.keys(SELECTORS), "all"];
      case "events":
        return EVENTS;
      case "families":
        return FAMILIES;
      case "scopes":
        return SCOPES;
      case "tables":
        return [...new Set(["main", "local", "default", ...tableNames(), "all"])];
      case "interfaces":
        return interfaces.filter(isPlain);
      case "namespaces":
        return namespaces().filter(isPlain);
    }
  };
}

/** A shell takes it as it stands. Whoever may make an interface may call it `$(reboot)`. */
const isPlain = (name: string): boolean => /^[\w.@+-]+$/.test(name);

/** From the kernel, for /sys may be another namespace's; none where it cannot be asked. */
async function interfaceNames(): Promise<string[]> {
  try {
    const [{ NETLINK_ROUTE }, { DumpSession }, { Devs }, { RtContext }, { readObject }] = await Promise.all([
      import("../../../ffi/netlink.ts"),
      import("../../netlink/dump.ts"),
      import("../../rtnetlink/dev.ts"),
      import("../../rtnetlink/types.ts"),
      import("../../state/read.ts"),
    ]);
    const dumps = new DumpSession(NETLINK_ROUTE);
    const { readings } = readObject(dumps, "link", new RtContext(new Devs()));
    dumps.close();
    return readings.map(({ body }) => (body as { ifname: string }).ifname);
  } catch {
    return [];
  }
}

function namespaces(): string[] {
  try {
    return readdirSync("/run/netns").sort();
  } catch {
    return [];
  }
}
