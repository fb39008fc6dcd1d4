/** Checks of what is around the program: the kernel's version, /proc, capabilities, limits. They need no libc. */
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { release } from "node:os";
import { type Finding, note, ok, trouble } from "./finding.ts";

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** SO_MEMINFO, by which losses are counted, came with 4.12; strict checking of requests with 4.20. */
export function kernel(version = release()): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const number = major * 1000 + minor;
  if (!(number >= 4012))
    return trouble(
      "kernel",
      `Linux ${version}`,
      "use Linux 4.12 or newer: older ones do not tell how many messages they lost",
    );
  return number < 4020
    ? note(
        "kernel",
        `Linux ${version}`,
        "Linux 4.20 or newer checks requests strictly; this one may answer more than it was asked for",
      )
    : ok("kernel", `Linux ${version}`);
}

export function proc(): Finding {
  if (!existsSync("/proc/self/fd"))
    return trouble("/proc", "not mounted", "mount it: mount -t proc proc /proc");
  return read("/proc/1/comm") === undefined
    ? note(
        "/proc",
        "processes of others are hidden",
        "`by` will name only your own; mount /proc without hidepid, or run nlmon in the group of its gid= option",
      )
    : ok("/proc", "mounted, names of processes can be read");
}

const CAP_NET_ADMIN = 12n;
const CAP_SYS_ADMIN = 21n;

export function capabilities(status = read("/proc/self/status") ?? ""): Finding {
  const effective = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? "0"}`);
  const missing: string[] = [];
  if ((effective & (1n << CAP_NET_ADMIN)) === 0n)
    missing.push("CAP_NET_ADMIN (a receive buffer above rmem_max)");
  if ((effective & (1n << CAP_SYS_ADMIN)) === 0n) missing.push("CAP_SYS_ADMIN (--netns, --all-nsid)");
  return missing.length === 0
    ? ok("capabilities", "CAP_NET_ADMIN and CAP_SYS_ADMIN")
    : note(
        "capabilities",
        `without ${missing.join(" and ")}`,
        "nothing, unless you need that: nlmon works without privileges; else run it as root, or give its service " +
          "AmbientCapabilities= (not setcap: the file could then run any script)",
      );
}

export function namespace(): Finding {
  const link = (path: string): string | undefined => {
    try {
      return readlinkSync(path);
    } catch {
      return undefined;
    }
  };
  const own = link("/proc/self/ns/net");
  const first = link("/proc/1/ns/net");
  const named = namedOnes();
  const others = named.length === 0 ? "" : `; named ones: ${named.join(", ")}`;
  if (own === undefined) return ok("namespace", `this kernel has one network namespace${others}`);
  if (first === undefined || own === first) return ok("namespace", `${own}${others}`);
  return note(
    "namespace",
    `${own}, another than that of process 1 (${first})${others}`,
    "nothing, if this container or namespace is what you want to watch; else run nlmon outside of it, or use --netns",
  );
}

function namedOnes(): string[] {
  try {
    return readdirSync("/run/netns").sort();
  } catch {
    return [];
  }
}

export const ipv6 = (path = "/proc/net/if_inet6"): Finding =>
  existsSync(path)
    ? ok("IPv6", "there")
    : note("IPv6", "not in this kernel", "nothing, unless you want it: boot without ipv6.disable=1");

const NAME_FOLDERS = ["/etc/iproute2", "/usr/share/iproute2"] as const;

export function nameFiles(folders: readonly string[] = NAME_FOLDERS): Finding {
  const there = folders.filter(
    (folder) => existsSync(`${folder}/rt_tables`) || existsSync(`${folder}/rt_protos`),
  );
  return there.length > 0
    ? ok("names", `of route tables, protocols, ...: ${there.join(", ")}`)
    : note(
        "names",
        `no files of iproute2 in ${folders.join(" or ")}`,
        "numbers of route tables, protocols, ... are shown where iproute2 knows names: install iproute2",
      );
}

export function notify(socket = process.env.NOTIFY_SOCKET): Finding {
  if (socket === undefined || socket === "")
    return ok("systemd", "NOTIFY_SOCKET is not set: nobody waits for this program to be ready");
  if (!/^[/@]./.test(socket))
    return note(
      "systemd",
      `NOTIFY_SOCKET: ${socket} is no address of a socket`,
      "leave setting it to systemd",
    );
  if (socket.startsWith("/") && !existsSync(socket))
    return note(
      "systemd",
      `NOTIFY_SOCKET: ${socket} is not there`,
      "start nlmon from a unit with Type=notify, and not in a chroot without that socket",
    );
  return ok("systemd", `NOTIFY_SOCKET: ${socket}`);
}

/** Fewer than so many open files are soon used up by namespaces and hooks. */
const FILES = 256;

export function limits(text = read("/proc/self/limits") ?? ""): Finding {
  const soft = /^Max open files\s+(\d+)/m.exec(text)?.[1];
  return soft !== undefined && Number(soft) < FILES
    ? note(
        "limits",
        `${soft} open files`,
        `allow more, where --netns or hooks are used: ulimit -n ${FILES * 4}`,
      )
    : ok("limits", `${soft ?? "unlimited"} open files`);
}
