/** Colour on terminals: SGR sequences, or nothing (https://no-color.org, TERM=dumb). */
export interface Colours {
  good(text: string): string;
  bad(text: string): string;
  note(text: string): string;
  dim(text: string): string;
  bold(text: string): string;
}

const sgr = (code: number) => (text: string) => `\x1b[${code}m${text}\x1b[0m`;
const plain = (text: string) => text;

const COLOUR: Colours = { good: sgr(32), bad: sgr(31), note: sgr(33), dim: sgr(2), bold: sgr(1) };
const PLAIN: Colours = { good: plain, bad: plain, note: plain, dim: plain, bold: plain };

export const colours = (terminal: boolean, env: NodeJS.ProcessEnv): Colours =>
  terminal && !env.NO_COLOR && env.TERM !== "dumb" ? COLOUR : PLAIN;
