/** Kinds `ip6gre`, `ip6gretap` and `ip6erspan`: GRE over IPv6, with the attributes of GRE over IPv4. */
import { together } from "../types.ts";
import { attributes, common } from "./gre.ts";
import { ip6 } from "./tunnel.ts";

export const ip6gre = together(attributes, (fields) => ({ ...common(fields), ...ip6(fields) }));
