/** Names of user and group ids, from /etc/passwd and /etc/group, read when first asked for. */
import { readFileSync } from "node:fs";

function names(path: string): () => Map<number, string> {
  let found: Map<number, string> | undefined;
  return () => {
    if (found !== undefined) return found;
    found = new Map();
    try {
      for (const line of readFileSync(path, "utf8").split("\n")) {
        const [name, , id] = line.split(":");
        if (name && id && !found.has(Number(id))) found.set(Number(id), name);
      }
    } catch {
      // A container may have neither file: ids stay numbers.
    }
    return found;
  };
}

const users = names("/etc/passwd");
const groups = names("/etc/group");

export const userName = (uid: number): string | number => users().get(uid) ?? uid;
export const groupName = (gid: number): string | number => groups().get(gid) ?? gid;
