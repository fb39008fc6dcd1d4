/** The terminal while it is drawn on: the alternate screen, no cursor, keys as they come; and all as it was after. */
import { isatty } from "../../../ffi/fd.ts";
import { keysOf } from "../../../ffi/terminal.ts";
import type { Output } from "../output.ts";

/** Alternate screen (which keeps the other), no wrapping, no cursor. */
const ENTER = "\x1b[?1049h\x1b[?7l\x1b[?25l";
const LEAVE = "\x1b[?25h\x1b[?7h\x1b[?1049l";
const CLEAR = "\x1b[2J";
/** Before the text: after it, the cursor may still be on its last character. */
const ERASE_LINE = "\x1b[K";

const encoder = new TextEncoder();

export class Screen {
  readonly #output: Pick<Output, "send" | "finish">;
  #restoreKeys: (() => void) | undefined;
  #shown: readonly string[] | undefined;
  #entered = false;

  constructor(output: Pick<Output, "send" | "finish">) {
    this.#output = output;
  }

  enter(): void {
    if (this.#entered) return;
    this.#entered = true;
    if (isatty(0)) this.#restoreKeys = keysOf(0);
    this.#send(ENTER);
    this.forget();
  }

  /** Written at once, whatever still waits: what follows is not ours. */
  leave(): void {
    if (!this.#entered) return;
    this.#entered = false;
    this.#restoreKeys?.();
    this.#restoreKeys = undefined;
    this.#send(LEAVE);
    this.#output.finish();
  }

  /** What is on it may be something else. */
  forget(): void {
    this.#shown = undefined;
  }

  /** Writes the lines that are others than before. */
  draw(lines: readonly string[]): void {
    let out = this.#shown === undefined ? CLEAR : "";
    const shown = this.#shown ?? [];
    const height = Math.max(shown.length, lines.length);
    for (let row = 0; row < height; row++) {
      const line = lines[row] ?? "";
      if (line !== (shown[row] ?? "")) out += `\x1b[${row + 1};1H${ERASE_LINE}${line}`;
    }
    this.#shown = lines;
    if (out !== "") this.#send(out);
  }

  #send(text: string): void {
    this.#output.send(encoder.encode(text));
  }
}
