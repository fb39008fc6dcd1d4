/** All rules together: what each is told of, how they start, are replaced and end. */
import { EVENTS, type Event } from "../events/event.ts";
import { Filter } from "../events/filter.ts";
import { Outlet } from "../events/outlet.ts";
import type { Rule } from "./rule.ts";
import { Runner, type RunnerOptions } from "./runner.ts";

/** nlmon's own events run something only when they are asked for by name. */
const OWN = EVENTS.filter((name) => name.startsWith("monitor."));

const filterOf = (rule: Rule): Filter => new Filter({ ...rule, hide: OWN });

interface Hook {
  runner: Runner;
  outlet: Outlet;
}

export class Hooks {
  readonly #options: Omit<RunnerOptions, "onIdle">;
  #hooks: Hook[] = [];
  /** Of rules that are no more, and that still have something to do. */
  readonly #retired = new Set<Runner>();
  #onEnd: (() => void) | undefined;

  constructor(options: Omit<RunnerOptions, "onIdle">) {
    this.#options = options;
  }

  /** Where their events go in. */
  get outlets(): readonly Outlet[] {
    return this.#hooks.map(({ outlet }) => outlet);
  }

  /** These from now on. One that was there before keeps what waits and what runs; of others, this is still done. */
  set(rules: readonly Rule[]): void {
    const before = this.#hooks;
    this.#hooks = rules.map((rule) => {
      const at = before.findIndex(({ runner }) => Bun.deepEquals(runner.rule, rule));
      return at < 0 ? this.#hook(rule) : before.splice(at, 1)[0]!;
    });
    for (const { runner } of before) {
      if (runner.idle) continue;
      this.#retired.add(runner);
      runner.retire();
    }
  }

  /** The state found, for the rules that want to run for it: `tell` tells an outlet what a filter wants of it. */
  start(tell: (outlet: Outlet, filter: Filter) => void, ready: () => Event): void {
    for (const { runner } of this.#hooks) {
      if (!runner.rule.onStart) continue;
      const found: Event[] = [];
      const filter = filterOf(runner.rule);
      const objects = new Set(
        EVENTS.filter((name) => filter.wantsName(name)).map((name) => name.split(".")[0]!),
      );
      const on = [...objects].map((object) =>
        object === "addresses" ? "addresses.changed" : `${object}.exists`,
      );
      const outlet = new Outlet({ filter, snapshot: false, onEvent: (event) => found.push(event) });
      tell(outlet, new Filter({ ...runner.rule, on, hide: [] }));
      // It is run once in any case, also when there is nothing.
      runner.takeAll(found.length > 0 ? found : [ready()]);
    }
  }

  /** Takes no more events; `onEnd` when all is done. `drop`: what waits is not run any more. */
  end(drop: boolean, onEnd: () => void): void {
    this.#onEnd = onEnd;
    for (const runner of this.#runners()) runner.end(drop);
    this.#idle();
  }

  /** Ends what runs, at once. */
  kill(): void {
    for (const runner of this.#runners()) runner.kill();
  }

  #runners(): Runner[] {
    return [...this.#hooks.map(({ runner }) => runner), ...this.#retired];
  }

  #hook(rule: Rule): Hook {
    const runner: Runner = new Runner(rule, { ...this.#options, onIdle: () => this.#idle(runner) });
    const outlet = new Outlet({
      filter: filterOf(rule),
      snapshot: rule.snapshot,
      onEvent: (event) => runner.take(event),
    });
    return { runner, outlet };
  }

  #idle(runner?: Runner): void {
    if (runner?.idle) this.#retired.delete(runner);
    if (this.#onEnd === undefined || this.#runners().some((one) => !one.idle)) return;
    const onEnd = this.#onEnd;
    this.#onEnd = undefined;
    onEnd();
  }
}
