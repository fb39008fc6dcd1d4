/** The words of every object but links and addresses, which have more to say; one row each. */
import type { Bodies, ObjectName } from "../rtnetlink/objects.ts";
import type { ObjectChange } from "../state/change.ts";
import { describeChanged } from "./changed-text.ts";
import { neighbourWords } from "./neighbour-text.ts";
import type { Words } from "./words.ts";

type Other = Exclude<ObjectName, "link" | "address">;

const WORDS: { readonly [O in Other]: Words<Bodies[O]> } = {
  neighbour: neighbourWords,
};

/** The words of an object whose name is known only when it runs. */
export const wordsOf = (object: Other): Words<object> => WORDS[object] as Words<object>;

export function describeObject({ object, verb, body, changed }: ObjectChange): string {
  const words = wordsOf(object);
  switch (verb as string) {
    case "exists":
    case "added":
    case "removed":
    case "received":
      return words.summary(body);
    case "changed":
    case "replaced":
      return `${words.title(body)} ${describeChanged(changed).join(", ")}`;
    default:
      return `${words.title(body)} ${verb}`;
  }
}
