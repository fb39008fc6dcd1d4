/** Interface names and indexes as the kernel knows them now: if_indextoname(3), if_nametoindex(3). */
import { allocate, getCString, pointer, setCString } from "./arena.ts";
import { libc } from "./libc.ts";

const IF_NAMESIZE = 16;
const name = allocate(IF_NAMESIZE);

export const ifIndexToName = (ifindex: number): string | undefined =>
  libc.if_indextoname(ifindex, pointer(name)) === null ? undefined : getCString(name, IF_NAMESIZE);

export function ifNameToIndex(ifname: string): number | undefined {
  if (!setCString(name, IF_NAMESIZE, ifname)) return undefined;
  return libc.if_nametoindex(pointer(name)) || undefined;
}
