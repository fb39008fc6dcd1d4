/** Kind `hsr` (also PRP): IFLA_HSR_*. */
import { attr, ignored, table } from "../../netlink/attr.ts";
import { u8, u16 } from "../../netlink/types.ts";
import { dev, hwaddr, type RtContext, together } from "../types.ts";

const attributes = table<RtContext>()("IFLA_HSR", {
  1: attr("IFLA_HSR_SLAVE1", "slave1", dev),
  2: attr("IFLA_HSR_SLAVE2", "slave2", dev),
  3: ignored("IFLA_HSR_MULTICAST_SPEC"),
  4: attr("IFLA_HSR_SUPERVISION_ADDR", "supervision_addr", hwaddr),
  5: attr("IFLA_HSR_SEQ_NR", "seq_nr", u16, "volatile"),
  6: attr("IFLA_HSR_VERSION", "version", u8),
  7: attr("IFLA_HSR_PROTOCOL", "proto", u8),
  8: attr("IFLA_HSR_INTERLINK", "interlink", dev),
});

/** A port that is gone is null. */
export const hsr = together(attributes, ({ slave1 = null, slave2 = null, ...rest }) => ({
  slave1,
  slave2,
  ...rest,
}));
