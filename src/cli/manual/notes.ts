/** The sections behind the options of a command's help, taken apart, so that they can be filled to any width. */

interface Notes {
  heading: string;
  text: string;
  /** What is listed below the text. */
  entries: { term: string; what: string }[];
}

/** `Heading: text`, or `Heading (text):` and lines of two blanks, a term, two blanks or `: `, and what it means. */
export function takeApart(notes: string): Notes[] {
  return notes
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => {
      const [, listed, aside = "", list] = /^(\w[^(:\n]*?) ?(\(.*\))?:\n([\s\S]*)$/.exec(paragraph) ?? [];
      if (listed !== undefined) return { heading: listed, text: aside, entries: entries(list!) };
      const [, heading = "", text = paragraph] = /^(\w[^:\n]{0,40}): +([\s\S]*)$/.exec(paragraph) ?? [];
      return { heading, text, entries: [] };
    });
}

function entries(list: string): Notes["entries"] {
  const lines: string[] = [];
  for (const line of list.split("\n")) {
    if (/^ {4,}/.test(line) && lines.length > 0) lines[lines.length - 1] += ` ${line.trim()}`;
    else if (line.trim() !== "") lines.push(line.trim());
  }
  return lines.map((line) => {
    const [, term = "", what = ""] = /^(.*?)(?:\s{2,}|: |$)(.*)$/.exec(line) ?? [];
    return { term, what };
  });
}
