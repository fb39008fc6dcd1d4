/** How records get to a server: by this program's own messages (dns-backend.ts), or by nsupdate (nsupdate.ts). */
import type { Failure } from "./failure.ts";
import type { RrSet } from "./update.ts";

export interface Wish {
  set: RrSet;
  /** What this host has seen there last; undefined: nothing is known. */
  last: Last | undefined;
  /** It has been so long ago, or before this program was started, that it is to be looked at first. */
  look: boolean;
  /** Only while nobody else has changed it. */
  onlyLast: boolean;
}

/** It was seen in this zone. */
interface Last {
  zone: string;
  data: readonly string[];
}

export interface Done {
  zone: string;
  server: string;
  /** False: it was as it shall be. */
  changed: boolean;
  /** undefined: not known; where nothing was changed: it is somebody else's, and stays. */
  before: readonly string[] | undefined;
}

export interface Backend {
  publish(wish: Wish): Promise<Done | Failure>;
  /** Whether the zone of a name takes updates with this key; a sentence that says so. */
  check(name: string): Promise<string | Failure>;
  /** Between two runs. */
  close(): void;
}
