/** A nexthop object in words, as ip writes it; and a bucket of a resilient group. */
import type { NexthopObject } from "../rtnetlink/nexthop.ts";
import type { NexthopBucket } from "../rtnetlink/nexthop-bucket.ts";
import { describeChanged } from "./changed-text.ts";
import type { Words } from "./words.ts";

export const nexthopWords: Words<NexthopObject> = {
  word: "nhop",
  title: ({ id }) => `id ${id}`,
  summary: ({ id, group, type, resilient_args, encap, gateway, scope, blackhole, protocol, flags, fdb }) =>
    [
      `id ${id}`,
      group && `group ${groupText(group)}`,
      type && `type ${type}`,
      resilient_args && `buckets ${resilient_args.buckets}`,
      encap && `encap ${encap.encap_type}`,
      gateway && `via ${gateway}`,
      scope !== "global" && `scope ${scope}`,
      blackhole && "blackhole",
      protocol !== "unspec" && `proto ${protocol}`,
      ...flags,
      fdb && "fdb",
    ]
      .filter(Boolean)
      .join(" "),
  differences: (_body, changed) => {
    const group = changed.group as [Group | null, Group | null] | undefined;
    if (group === undefined) return describeChanged(changed);
    const [from, to] = group.map((members) => (members === null ? "none" : groupText(members)));
    return [`group ${from} -> ${to}`, ...describeChanged(changed, ["group"])];
  },
};

type Group = NonNullable<NexthopObject["group"]>;

/** `1/2,5`: ids, and weights other than 1. */
export const groupText = (group: Group): string =>
  group.map(({ id, weight }) => (weight === undefined ? id : `${id},${weight}`)).join("/");

export const bucketWords: Words<NexthopBucket> = {
  word: "bckt",
  title: ({ id, bucket }) => `id ${id} index ${bucket?.index}`,
  summary: ({ id, bucket, flags }) =>
    [`id ${id} index ${bucket?.index} nhid ${bucket?.nhid}`, ...flags].join(" "),
};
