/** The output of a program as lines, bounded: a line is cut, and after so much there is only a count. */

const LONGEST_LINE = 2000;
const MOST_BYTES = 1 << 18;
const NEWLINE = 10;

export class Lines {
  readonly #onLine: (line: string) => void;
  readonly #decoder = new TextDecoder();
  #rest = "";
  #taken = 0;
  /** Bytes that came after the bound. */
  dropped = 0;

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  get full(): boolean {
    return this.#taken >= MOST_BYTES;
  }

  add(data: Uint8Array): void {
    const room = Math.max(0, MOST_BYTES - this.#taken);
    const part = data.length > room ? data.subarray(0, room) : data;
    this.#taken += part.length;
    this.dropped += data.length - part.length;
    let from = 0;
    for (let newline = part.indexOf(NEWLINE); newline >= 0; newline = part.indexOf(NEWLINE, from)) {
      this.#append(part.subarray(from, newline));
      this.#flush();
      from = newline + 1;
    }
    this.#append(part.subarray(from));
  }

  /** The last line may be without a newline. */
  end(): void {
    this.#rest += this.#decoder.decode();
    if (this.#rest !== "") this.#flush();
  }

  #append(data: Uint8Array): void {
    if (this.#rest.length <= LONGEST_LINE) this.#rest += this.#decoder.decode(data, { stream: true });
  }

  #flush(): void {
    const line = this.#rest;
    this.#rest = "";
    this.#onLine(line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}...` : line);
  }
}
