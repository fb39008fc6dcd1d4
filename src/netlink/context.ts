/** What is around an attribute that is read, and what is odd about it. */
import { hex } from "./hex.ts";

/** Something on the wire that is not as it should be. `path` is like `IFLA_LINKINFO/IFLA_INFO_DATA`. */
export interface Problem {
  path: string;
  problem: string;
}

/** An attribute that no table has, or whose payload does not fit its type: kept, not dropped. */
export interface UnknownAttribute {
  path: string;
  hex: string;
}

interface Oddities {
  problems?: Problem[];
  unknown?: UnknownAttribute[];
}

/** What is around the attribute being read, and where its oddities go. Reused from message to message. */
export class Context {
  problems: Problem[] = [];
  unknown: UnknownAttribute[] = [];
  /** Keep unknown attributes. */
  keepUnknown = false;
  /** Read also the rows that are no state (counters, ...). */
  all = false;
  /** Names of the nests around the attribute being read. */
  readonly path: string[] = [];
  /** Kernel name of the attribute being read. */
  current = "";
  /**
   * Stands for all that the meaning of the bytes depends on: where it is the same, so is what they say, and what was
   * read before may be given again. 0: nothing is.
   */
  era = 0;

  /** Made when there is one: most runs see none. */
  #oddities: WeakMap<object, Oddities> | undefined;

  /** What was odd about the message that gave this object, if anything was. */
  odditiesOf(object: object): Oddities | undefined {
    return this.#oddities?.get(object);
  }

  /** `object` is what the message that was read last gave. */
  remember(object: object): void {
    const { problems, unknown } = this;
    if (problems.length === 0 && unknown.length === 0) return;
    (this.#oddities ??= new WeakMap()).set(object, {
      ...(problems.length > 0 && { problems }),
      ...(unknown.length > 0 && { unknown }),
    });
  }

  /** Before each message. */
  reset(): void {
    if (this.problems.length > 0) this.problems = [];
    if (this.unknown.length > 0) this.unknown = [];
    if (this.path.length > 0) this.path.length = 0;
    this.era = 0;
  }

  pathOf(name: string): string {
    return this.path.length === 0 ? name : `${this.path.join("/")}/${name}`;
  }

  problem(name: string, problem: string): void {
    this.problems.push({ path: this.pathOf(name), problem });
  }

  /** Something wrong with the nest itself, or at the top with the table; what is left of it is kept. */
  problemHere(top: string, problem: string, view: DataView, at: number, length: number): void {
    const path = this.path.length === 0 ? top : this.path.join("/");
    this.problems.push({ path, problem });
    if (this.keepUnknown && length > 0) this.unknown.push({ path, hex: hex(view, at, length) });
  }

  keep(name: string, view: DataView, at: number, length: number): void {
    if (!this.keepUnknown) return;
    this.unknown.push({ path: this.pathOf(name), hex: hex(view, at, length) });
  }
}
