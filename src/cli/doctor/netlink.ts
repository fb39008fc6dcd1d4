/** Checks of what nlmon does: call libc, open netlink sockets, join groups, ask for the state. */
import { now, synchronized } from "../../../ffi/clock.ts";
import { Epoll } from "../../../ffi/epoll.ts";
import {
  NETLINK_EXT_ACK,
  NETLINK_GET_STRICT_CHK,
  NETLINK_ROUTE,
  NetlinkSocket,
} from "../../../ffi/netlink.ts";
import { DumpSession } from "../../netlink/dump.ts";
import { DEFAULT_RCVBUF } from "../../netlink/subscription.ts";
import { Devs } from "../../rtnetlink/dev.ts";
import { OBJECT_NAMES, OBJECTS } from "../../rtnetlink/objects.ts";
import { RtContext } from "../../rtnetlink/types.ts";
import { readObject } from "../../state/read.ts";
import { type Finding, note, ok, trouble } from "./finding.ts";

export function loop(): Finding {
  const sets = new Epoll().bunEpolls().length;
  return sets > 0
    ? ok("event loop", "Bun's is found")
    : trouble(
        "event loop",
        "Bun's epoll set is not among the first 1024 descriptors",
        "start nlmon with fewer open files",
      );
}

export function socket(): Finding[] {
  const socket = new NetlinkSocket(NETLINK_ROUTE);
  const features = [
    socket.enable(NETLINK_EXT_ACK) ? undefined : "reasons for refusals (NETLINK_EXT_ACK, Linux 4.12)",
    socket.enable(NETLINK_GET_STRICT_CHK)
      ? undefined
      : "strict requests (NETLINK_GET_STRICT_CHK, Linux 4.20)",
  ].filter((name) => name !== undefined);
  const findings = [
    features.length === 0
      ? ok("netlink", "NETLINK_ROUTE sockets can be opened")
      : note("netlink", `without ${features.join(" and ")}`, "use a newer kernel"),
    groups(socket),
    buffer(socket.setReceiveBuffer(DEFAULT_RCVBUF)),
  ];
  socket.close();
  return findings;
}

function groups(socket: NetlinkSocket): Finding {
  const lacking = OBJECT_NAMES.flatMap((object) => {
    const missing = OBJECTS[object].groups.filter((group) => !socket.join(group));
    return missing.length === 0 ? [] : [`${object} (${missing.join(", ")})`];
  });
  return lacking.length === 0
    ? ok("groups", `all multicast groups of ${OBJECT_NAMES.length} objects`)
    : note(
        "groups",
        `not all can be joined: ${lacking.join(", ")}`,
        "changes of these objects are not told; it takes a newer kernel, or one with that protocol; for 30 and 31 CAP_NET_ADMIN",
      );
}

export function buffer(granted: number): Finding {
  const size = `${(granted / 2 ** 20).toFixed(granted < 2 ** 20 ? 2 : 0)} MiB`;
  return granted >= DEFAULT_RCVBUF
    ? ok("buffer", `${size} of receive buffer`)
    : note(
        "buffer",
        `${size} of receive buffer, wanted are ${DEFAULT_RCVBUF >> 20}: a burst of some ${Math.round(granted / 1300)} messages fits`,
        `run nlmon with CAP_NET_ADMIN, or sysctl net.core.rmem_max=${DEFAULT_RCVBUF}; what is lost is told and repaired in any case`,
      );
}

export function state(): Finding {
  const dumps = new DumpSession(NETLINK_ROUTE);
  const { readings } = readObject(dumps, "link", new RtContext(new Devs()));
  dumps.close();
  return readings.length > 0
    ? ok("state", `${readings.length} interface${readings.length === 1 ? "" : "s"}`)
    : note("state", "no interface, not even lo", "nothing, if this network namespace is still empty");
}

/** 2026-01-01: before this program was written. */
const EARLIEST = 1_767_225_600_000_000;

export function clock(): Finding {
  const time = now();
  const date = new Date(time / 1000).toISOString();
  const remedy =
    "set it: timedatectl set-ntp true, or another NTP client; a server of names refuses updates when it is 5 minutes off";
  if (time < EARLIEST) return note("clock", `${date}, which cannot be`, remedy);
  return synchronized()
    ? ok("clock", `${date}, synchronized`)
    : note("clock", `${date}, not known to be synchronized`, remedy);
}
