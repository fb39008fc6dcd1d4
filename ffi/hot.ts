/**
 * What every message goes through. JavaScriptCore compiles a function for good after some hundred calls, the more the
 * longer it is; until then a change is told a third later than after that. What will be called for as long as the
 * program runs need not wait so long.
 */
import { optimizeNextInvocation } from "bun:jsc";

type AnyFunction = Parameters<typeof optimizeNextInvocation>[0];

const hot = new Set<AnyFunction>();

/**
 * Names functions; of a class, which nobody but itself can name, its private methods. A function that each instance has
 * for itself is held for good.
 */
export function hotPath(...functions: readonly AnyFunction[]): void {
  for (const each of functions) hot.add(each);
}

/** Names the constructors, methods and getters of classes. */
export function hotClasses(...classes: readonly { readonly prototype: object }[]): void {
  for (const { prototype } of classes)
    for (const { value, get } of Object.values(Object.getOwnPropertyDescriptors(prototype)))
      if (typeof (value ?? get) === "function") hot.add((value ?? get) as AnyFunction);
}

/** Has those compiled that have been called often enough for the compiler to know what they are called with. */
export function heat(): void {
  for (const each of hot) optimizeNextInvocation(each);
}
