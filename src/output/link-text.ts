/** A link's change in words. */
import type { Link } from "../rtnetlink/link.ts";
import type { Changed, LinkChange } from "../state/change.ts";
import { isUp } from "../state/links.ts";
import { describeChanged } from "./changed-text.ts";

export function describeLink({ verb, body, changed }: LinkChange): string {
  switch (verb) {
    case "exists":
    case "added":
      return `${summary(body)}, ${isUp(body) ? "up" : "down"}`;
    case "removed":
      return body.new_netnsid === undefined && body.new_ifindex === undefined
        ? summary(body)
        : `${summary(body)}, to another network namespace`;
    case "up":
    case "down":
      return joined(
        `${verb} (${reason(body, changed ?? {})})`,
        describeChanged(changed, ["flags", "operstate", "qdisc"]),
      );
    case "renamed":
      return joined(`renamed from ${changed?.ifname?.[0]}`, describeChanged(changed, ["ifname"]));
    case "changed":
      return describeChanged(changed).join(", ");
    case "unchanged":
      return "unchanged";
  }
}

const joined = (first: string, rest: string[]): string => [first, ...rest].join(", ");

function summary(link: Link): string {
  const parts = [link.linkinfo?.info_kind ?? link.link_type];
  if (link.address !== undefined) parts.push(link.address);
  if (link.mtu !== undefined) parts.push(`mtu ${link.mtu}`);
  if (link.link) parts.push(`link ${link.link}`);
  if (link.master !== undefined) parts.push(`master ${link.master}`);
  return parts.join(" ");
}

/** Who made it usable or not: the administrator, the carrier, the device below. */
function reason(link: Link, changed: Changed): string {
  const [before, after] = (changed.flags ?? [[], []]) as [string[], string[]];
  if (before.includes("UP") !== after.includes("UP")) return "admin";
  if (link.operstate === "LOWERLAYERDOWN" || changed.operstate?.[0] === "LOWERLAYERDOWN")
    return "lower layer";
  const carrier = (flags: string[]) => flags.includes("LOWER_UP") && !flags.includes("NO-CARRIER");
  if (carrier(before) !== carrier(after)) return "carrier";
  return `operstate ${link.operstate}`;
}
