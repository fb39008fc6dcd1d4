/**
 * What nlmon costs, next to `ip monitor` in the same run: `npm run bench [-- SECTION...]`, as root or where user
 * namespaces are allowed; each section in a network namespace of its own. Nothing else should run meanwhile.
 */
import { availableParallelism, release } from "node:os";
import { ifNameToIndex } from "../../ffi/ifname.ts";
import { Namespace } from "../e2e/namespace.ts";
import { burst } from "./burst.ts";
import { decoding } from "./decode.ts";
import { million, rest, starts, state } from "./footprint.ts";
import { latency } from "./latency.ts";
import { links10000 } from "./links.ts";
import type { Row } from "./table.ts";

type Section = (ifindex: number) => Promise<Row[]>;

const SECTIONS: Readonly<Record<string, Section>> = {
  latency,
  burst,
  decode: decoding,
  starts,
  rest,
  million,
  state,
  links: links10000,
};
const INSIDE = "--inside";

/** One section, here: the rows as JSON. */
async function inside(name: string): Promise<void> {
  process.stdout.write(JSON.stringify(await SECTIONS[name]!(ifNameToIndex("v0")!)));
}

async function all(names: readonly string[]): Promise<void> {
  const rows: Row[] = [];
  for (const name of names) {
    await using ns = await Namespace.create();
    await ns.batch(["link add v0 type veth peer name v1", "link set v0 up", "link set v1 up"]);
    await ns.ip("addr add 192.0.2.1/24 dev v0");
    // Until IPv6 has its addresses.
    await Bun.sleep(2500);
    const child = ns.spawn([process.execPath, import.meta.path, INSIDE, name]);
    const said = child.stderr.pipeTo(
      new WritableStream({ write: (part) => void process.stderr.write(part) }),
    );
    rows.push(...((await new Response(child.stdout).json()) as Row[]));
    await said;
  }
  const lines = rows.map((row) => `| ${row.join(" | ")} |`);
  process.stdout.write(
    `${availableParallelism()} cores, Linux ${release()}; median (least to most) of rounds in turn\n\n` +
      `| | nlmon | ip monitor | ratio |\n| --- | --- | --- | --- |\n${lines.join("\n")}\n`,
  );
}

const [first, second] = process.argv.slice(2);
if (first === INSIDE) await inside(second!);
else await all(process.argv.length > 2 ? process.argv.slice(2) : Object.keys(SECTIONS));
