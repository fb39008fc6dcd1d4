/** What a line of `nlmon -f json` is made of, as types: the schema is generated from them. */
import type { Process } from "../../events/processes.ts";
import type { Plain } from "../../library/event.ts";
import type { Problem, UnknownAttribute } from "../../netlink/context.ts";
import type { Bodies } from "../../rtnetlink/objects.ts";
import type { Origin, UsableAddresses } from "../../state/change.ts";

/** Each object as JSON has it: its devices are names. */
export type SchemaObjects = { [O in keyof Bodies]: Plain<Bodies[O]> };

/** What an event has besides. */
export interface SchemaParts {
  origin: Origin;
  by: Process;
  unknown: UnknownAttribute[];
  problems: Problem[];
  addresses: UsableAddresses;
}
