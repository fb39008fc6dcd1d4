/** The picture on the screen: drawn when something has changed, or when time has; keys, and what a terminal does. */
import { EPOLLIN } from "../../../ffi/epoll.ts";
import { isatty } from "../../../ffi/fd.ts";
import type { Loop } from "../../../ffi/loop.ts";
import type { Timeout } from "../../../ffi/reactor.ts";
import { sizeOf, typed } from "../../../ffi/terminal.ts";
import { setLogWriter } from "../log.ts";
import type { Output } from "../output.ts";
import { print } from "../stdio.ts";
import type { Board } from "./board.ts";
import type { Picture } from "./picture.ts";
import { Screen } from "./screen.ts";

const DEFAULT_SIZE = { columns: 80, rows: 24 };
/** What follows from a change comes with it: so many ms are waited for it. */
const MOMENT = 20;
/** Diagnostics that are printed at the end, at most: the last ones. */
const MOST = 100;

/** One key: a sequence, or a character. */
const KEY = /\x1b[[O][\d;]*[A-Za-z~]|[\s\S]/g;

/** Keys that scroll, and by how many of the interfaces that fit. */
const SCROLLS: Readonly<Record<string, (page: number) => number>> = {
  "\x1b[A": () => -1,
  k: () => -1,
  "\x1b[B": () => 1,
  j: () => 1,
  "\x1b[5~": (page) => -page,
  "\x1b[6~": (page) => page,
  "\x1b[H": () => Number.NEGATIVE_INFINITY,
  "\x1b[1~": () => Number.NEGATIVE_INFINITY,
};

interface LiveOptions {
  loop: Loop;
  output: Output;
  picture: Picture;
  board: Board;
  /** It is drawn no more than once in so many ms. */
  interval: number;
  /** There will be nothing more to draw. */
  onQuit(): void;
}

export class Live {
  readonly #options: LiveOptions;
  readonly #screen: Screen;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #timer: Timeout | undefined;
  /** Diagnostics, for the end. */
  #said: string[] = [];

  constructor(options: LiveOptions) {
    this.#options = options;
    this.#screen = new Screen(options.output);
  }

  start(): void {
    setLogWriter({ write: (text) => this.#log(text), finish: () => this.#finish() });
    process.on("SIGWINCH", () => this.#anew());
    process.on("SIGCONT", () => this.#anew());
    process.on("SIGTSTP", () => {
      this.#screen.leave();
      // It returns when the program goes on.
      process.kill(process.pid, "SIGSTOP");
      this.#screen.enter();
      this.#draw();
    });
    this.#screen.enter();
    if (isatty(0)) this.#options.loop.add(0, EPOLLIN, () => this.#typed(typed(0)));
    this.#draw();
  }

  /** Something has happened. */
  changed(): void {
    this.#in(Math.max(MOMENT, this.#drawnAt + this.#options.interval - performance.now()));
  }

  /** Draws in so many ms, or sooner if that is due already. */
  #in(ms: number): void {
    const { loop } = this.#options;
    if (this.#timer !== undefined && this.#timer.at <= performance.now() + ms) return;
    loop.cancel(this.#timer);
    this.#timer = loop.after(Math.max(0, ms), () => this.#draw());
  }

  #draw(): void {
    const { loop, output, picture, interval } = this.#options;
    loop.cancel(this.#timer);
    this.#timer = undefined;
    this.#drawnAt = performance.now();
    // A terminal that is stopped (Ctrl-S) gets the next picture when it has taken this one.
    if (output.waiting) {
      this.#in(interval);
      return;
    }
    this.#screen.draw(picture.screen(sizeOf(1) ?? DEFAULT_SIZE));
    const { lasts } = picture;
    if (lasts < Number.POSITIVE_INFINITY) this.#in(Math.max(lasts, interval));
  }

  #anew(): void {
    this.#screen.forget();
    this.#options.picture.resized();
    this.#draw();
  }

  /** Nothing: nobody is there to type anything. */
  #typed(text: string): void {
    if (text === "") this.#options.loop.delete(0);
    for (const key of text.match(KEY) ?? []) this.#key(key);
  }

  #key(key: string): void {
    const { picture, onQuit } = this.#options;
    const scroll = SCROLLS[key]?.(picture.page);
    if (key === "q" || key === "Q") onQuit();
    else if (key === "\f") this.#anew();
    else if (key === "s" || scroll !== undefined) {
      if (scroll === undefined) picture.turn();
      else picture.scroll(scroll);
      this.#draw();
    }
  }

  /** On the screen, not across it. */
  #log(text: string): void {
    if (!isatty(2)) {
      print(2, text);
      return;
    }
    const lines = text.trimEnd().split("\n");
    for (const line of lines) this.#options.board.say(line);
    this.#said = [...this.#said, ...lines].slice(-MOST);
    this.changed();
  }

  #finish(): void {
    try {
      this.#screen.leave();
    } catch {
      // The terminal has gone.
    }
    if (this.#said.length > 0) print(2, `${this.#said.join("\n")}\n`);
  }
}
