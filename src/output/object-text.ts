/** The words of every object but links and addresses, which have more to say; one row each. */
import type { Bodies, ObjectName } from "../rtnetlink/objects.ts";
import type { Changed, ObjectChange } from "../state/change.ts";
import { cachereportWords } from "./cachereport-text.ts";
import { describeChanged } from "./changed-text.ts";
import { acaddressWords, maddressWords } from "./listen-address-text.ts";
import { mdbRouterWords, mdbWords } from "./mdb-text.ts";
import { mrouteWords } from "./mroute-text.ts";
import { nduseroptWords } from "./nduseropt-text.ts";
import { neighbourMissWords, neighbourWords } from "./neighbour-text.ts";
import { netconfWords } from "./netconf-text.ts";
import { bucketWords, nexthopWords } from "./nexthop-text.ts";
import { nsidWords } from "./nsid-text.ts";
import { prefixWords } from "./prefix-text.ts";
import { routeWords } from "./route-text.ts";
import { ruleWords } from "./rule-text.ts";
import { statsWords } from "./stats-text.ts";
import { actionWords, chainWords, classWords, filterWords, qdiscWords } from "./tc-text.ts";
import { tunnelWords } from "./tunnel-text.ts";
import { vlanGlobalWords, vlanWords } from "./vlan-text.ts";
import type { Words } from "./words.ts";

type Other = Exclude<ObjectName, "link" | "address">;

const WORDS: { readonly [O in Other]: Words<Bodies[O]> } = {
  neighbour: neighbourWords,
  neighbour_miss: neighbourMissWords,
  netconf: netconfWords,
  prefix: prefixWords,
  nsid: nsidWords,
  mroute: mrouteWords,
  cachereport: cachereportWords,
  maddress: maddressWords,
  acaddress: acaddressWords,
  mdb: mdbWords,
  mdb_router: mdbRouterWords,
  vlan: vlanWords,
  vlan_global: vlanGlobalWords,
  nduseropt: nduseroptWords,
  stats: statsWords,
  tunnel: tunnelWords,
  qdisc: qdiscWords,
  class: classWords,
  chain: chainWords,
  filter: filterWords,
  action: actionWords,
  nexthop: nexthopWords,
  nexthop_bucket: bucketWords,
  route: routeWords,
  rule: ruleWords,
};

/** The words of an object whose name is known only when it runs. */
export const wordsOf = (object: Other): Words<object> => WORDS[object] as Words<object>;

const differences = (words: Words<object>, body: object, changed: Changed): string[] =>
  words.differences?.(body, changed) ?? describeChanged(changed);

export function describeObject({ object, verb, body, changed }: ObjectChange): string {
  const words = wordsOf(object);
  switch (verb as string) {
    case "exists":
    case "added":
    case "removed":
    case "received":
      return words.summary(body);
    case "changed":
    case "replaced":
      return `${words.title(body)} ${differences(words, body, changed ?? {}).join(", ")}`;
    default:
      return `${words.title(body)} ${verb}`;
  }
}
