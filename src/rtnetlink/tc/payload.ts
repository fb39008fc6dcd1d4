/** Options (TCA_OPTIONS) that are not, or not only, attributes: a struct, or a struct with attributes after it. */
import { type Fields, Table, table } from "../../netlink/attr.ts";
import { present, type RtContext, type RtType } from "../types.ts";

const NO_ROWS = {};
const NOTHING = {};

/** One struct; `show` makes of it what tc shows. */
export const payload = <H extends object, G extends object>(
  name: string,
  header: RtType<H>,
  show: (header: H) => G,
): Table<RtContext, G> => new Payload(name, header, undefined, NONE, show);

/** A struct of `size` bytes, and attributes after it. */
export const headed = <H extends object, F extends object, G extends object>(
  header: RtType<H>,
  size: number,
  attributes: Table<RtContext, F>,
  show: (header: H, fields: F) => G,
): Table<RtContext, G> => new Payload(attributes.name, header, size, attributes, show);

/** Kinds without options: whatever comes is kept as unknown. */
export const NONE: Table<RtContext, object> = table<RtContext>()("TCA_OPTIONS", {});

class Payload<H extends object, F extends object, G extends object> extends Table<RtContext, G> {
  readonly #header: RtType<H>;
  readonly #size: number | undefined;
  readonly #attributes: Table<RtContext, F>;
  readonly #show: (header: H, fields: F) => G;

  constructor(
    name: string,
    header: RtType<H>,
    size: number | undefined,
    attributes: Table<RtContext, F>,
    show: (header: H, fields: F) => G,
  ) {
    super(name, size === undefined ? NO_ROWS : attributes.rows);
    this.#header = header;
    this.#size = size;
    this.#attributes = attributes;
    this.#show = show;
  }

  override read(view: DataView, start: number, end: number, cx: RtContext): G {
    const size = this.#size ?? end - start;
    const least = Math.max(this.#header.min, this.#size ?? 0);
    if (end - start < least) {
      cx.problemHere(this.name, `${end - start} bytes, at least ${least} expected`, view, start, end - start);
      return NOTHING as G;
    }
    const header = this.#header.read(view, start, size, cx);
    if (header === undefined) return NOTHING as G;
    return present(this.#show(header, this.#attributes.read(view, start + size, end, cx)));
  }
}

/** Those that are there. */
export function assign(into: Fields, values: object): void {
  for (const key in values) {
    const value = (values as Fields)[key];
    if (value !== undefined) into[key] = value;
  }
}
