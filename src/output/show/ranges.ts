/** Numbered objects that are alike as one range, as bridge shows them. */
import type { Dev } from "../../rtnetlink/dev.ts";
import type { Reading } from "../../rtnetlink/object.ts";
import { same } from "../../state/diff.ts";

/**
 * By device; of those that follow one another and differ in nothing else the first, with the last number as
 * `<key>End`. `alone`: never part of a range.
 */
export function ranges<B extends object, K extends keyof B & string>(
  readings: readonly Reading<B>[],
  key: K,
  alone: (body: B) => boolean = () => false,
): [dev: Dev, elements: object[]][] {
  return [...Map.groupBy(readings, ({ dev }) => dev!)].map(([dev, of]) => {
    const elements: object[] = [];
    let first: B | undefined;
    let last = 0;
    const end = () => {
      if (first === undefined) return;
      const { [key]: number, ...rest } = first;
      elements.push(last === number ? first : { [key]: number, [`${key}End`]: last, ...rest });
    };
    for (const { body } of of) {
      const number = body[key] as number;
      if (
        first !== undefined &&
        number === last + 1 &&
        !alone(body) &&
        !alone(first) &&
        alike(first, body, key)
      ) {
        last = number;
        continue;
      }
      end();
      first = body;
      last = number;
    }
    end();
    return [dev, elements];
  });
}

const alike = <B extends object>(a: B, b: B, key: keyof B & string): boolean =>
  same({ ...a, [key]: undefined }, { ...b, [key]: undefined });
