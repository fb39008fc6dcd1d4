/** Commands of tc for the tests, and whether this kernel has what they need. */
import { requireAll } from "../rtnetlink/corpus.ts";
import { Namespace } from "./namespace.ts";

/** Commands, one after the other, up to the first that fails. */
export async function tc(ns: Namespace, ...commands: readonly string[]): Promise<void> {
  const child = ns.spawn(["tc", "-batch", "-"]);
  child.stdin.write(`${commands.join("\n")}\n`);
  child.stdin.end();
  const error = await new Response(child.stderr).text();
  if ((await child.exited) !== 0) throw new Error(`tc -batch: ${error}`);
}

/** A namespace with v0 and v1, the two ends of a veth, both up. */
export async function veths(): Promise<Namespace> {
  const ns = await Namespace.create();
  await ns.batch([
    "link add v0 numtxqueues 4 type veth peer name v1 numtxqueues 4",
    "link set v0 up",
    "link set v1 up",
  ]);
  return ns;
}

/** Kinds that are modules of their own: a kernel may do without. */
async function probe(): Promise<boolean> {
  await using ns = await veths();
  try {
    await tc(
      ns,
      "qdisc add dev v0 root handle 1: htb",
      "class add dev v0 parent 1: classid 1:1 htb rate 1mbit",
      "qdisc add dev v0 parent 1:1 tbf rate 1mbit burst 32kbit latency 400ms",
      "qdisc add dev v1 clsact",
      "filter add dev v1 ingress protocol ip u32 match u32 0 0 action mirred egress redirect dev v0",
      "filter add dev v1 egress bpf bytecode '1,6 0 0 0,'",
    );
    return true;
  } catch (error) {
    if (requireAll) throw error;
    console.log(`traffic control is not tested: ${String(error)}`);
    return false;
  }
}

export const able = await probe();
