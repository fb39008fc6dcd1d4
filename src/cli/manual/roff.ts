/** A page of the manual: man(7), as groff and mandoc read it. */

/** Text as it stands: no character of it is a command. */
const quoted = (text: string): string =>
  text.replaceAll("\\", "\\e").replace(/^[.']/gm, "\\&$&").replaceAll("-", "\\-").replaceAll('"', "\\(dq");

/** Of a macro: one word, whatever is in it. */
const argument = (text: string): string => `"${quoted(text)}"`;

/** With a full stop, where it has no mark at its end. */
export const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

export class Page {
  readonly #lines: string[] = [];

  constructor(title: string, section: string, date: string, source: string, volume: string) {
    const words = [title.toUpperCase(), section, date, source, volume];
    this.#lines.push(`.TH ${words.map((word) => `"${word}"`).join(" ")}`);
  }

  section(heading: string): this {
    this.#lines.push(`.SH ${argument(heading)}`);
    return this;
  }

  subsection(heading: string): this {
    this.#lines.push(`.SS ${argument(heading)}`);
    return this;
  }

  /** Text that is filled. */
  text(text: string): this {
    this.#lines.push(quoted(broken(text)));
    return this;
  }

  paragraph(text: string): this {
    this.#lines.push(".PP");
    return this.text(text);
  }

  /** Lines that stay as they are. */
  verbatim(lines: readonly string[]): this {
    this.#lines.push(
      ".RS 4",
      ".nf",
      ...lines.map((line) => (line === "" ? ".sp" : quoted(line))),
      ".fi",
      ".RE",
    );
    return this;
  }

  /** What is explained, in bold up to the word from which on it is a placeholder, and what it means. */
  entry(term: string, what: string, placeholder = ""): this {
    const bold = `\\fB${quoted(term)}\\fR`;
    this.#lines.push(".TP", placeholder === "" ? bold : `${bold} \\fI${quoted(placeholder)}\\fR`);
    return this.text(what === "" ? " " : what);
  }

  toString(): string {
    return `${this.#lines.filter((line) => line !== "").join("\n")}\n`;
  }
}

/** Sources of the manual have lines of at most so many characters. */
const WIDTH = 76;

function broken(text: string): string {
  const lines = [""];
  for (const word of text.trim().split(/\s+/)) {
    const line = lines.at(-1)!;
    if (line === "") lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join("\n");
}
