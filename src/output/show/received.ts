/** Objects that the kernel does not keep: there are none to show. */
import type { Shown } from "./shown.ts";

export const received: Shown<object> = { columns: [], json: () => [] };
