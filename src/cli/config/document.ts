/**
 * src/cli/config/: the file of --config. This file reads TOML into values that know where they stand; schema.ts says
 * what may stand there, and each kind of table has a file of its own.
 */
import { type AST, ParseError, parseTOML } from "toml-eslint-parser";

/** From 1. */
export interface Position {
  line: number;
  column: number;
}

export type Value = Position &
  (
    | { kind: "string"; value: string }
    | { kind: "integer" | "float"; value: number }
    | { kind: "boolean"; value: boolean }
    | { kind: "date"; value: string }
    | { kind: "array"; items: Value[] }
    | { kind: "table"; entries: Map<string, Entry> }
  );

export interface Entry {
  key: Position;
  value: Value;
}

export type Table = Extract<Value, { kind: "table" }>;

/** Something is wrong at this place of the file. */
export interface Problem extends Position {
  message: string;
}

/** The document, or what is wrong with its syntax. */
export function parseDocument(text: string): Table | Problem {
  try {
    return new Reader().read(parseTOML(text, { tomlVersion: "1.0" }).body[0]);
  } catch (error) {
    if (error instanceof RangeError) return { line: 1, column: 1, message: "nested too deeply" };
    if (!(error instanceof ParseError)) throw error;
    const { message, lineNumber, column } = error;
    return {
      line: lineNumber,
      column: column + 1,
      message: `${message[0]!.toLowerCase()}${message.slice(1)}`,
    };
  }
}

const at = ({ loc: { start } }: AST.TOMLNode): Position => ({ line: start.line, column: start.column + 1 });

const emptyTable = (position: Position): Table => ({ ...position, kind: "table", entries: new Map() });

class Reader {
  read(top: AST.TOMLTopLevelTable): Table {
    const document = emptyTable({ line: 1, column: 1 });
    for (const node of top.body) {
      if (node.type === "TOMLKeyValue") this.#set(document, node);
      else {
        const table = this.#open(document, node);
        for (const entry of node.body) this.#set(table, entry);
      }
    }
    return document;
  }

  /** The table of a `[header]` or `[[header]]`; the parser has seen to it that the header is allowed. */
  #open(document: Table, { key, kind }: AST.TOMLTable): Table {
    const last = key.keys.length - 1;
    const table = this.#descend(document, key.keys.slice(0, last));
    const name = nameOf(key.keys[last]!);
    const position = at(key);
    if (kind === "standard") return this.#child(table, name, position);
    const opened = emptyTable(position);
    const array = table.entries.get(name)?.value;
    if (array?.kind === "array") array.items.push(opened);
    else table.entries.set(name, { key: position, value: { ...position, kind: "array", items: [opened] } });
    return opened;
  }

  #set(table: Table, { key, value }: AST.TOMLKeyValue): void {
    const last = key.keys.length - 1;
    const parent = this.#descend(table, key.keys.slice(0, last));
    parent.entries.set(nameOf(key.keys[last]!), { key: at(key), value: this.#value(value) });
  }

  #descend(table: Table, keys: readonly (AST.TOMLBare | AST.TOMLQuoted)[]): Table {
    return keys.reduce((parent, key) => this.#child(parent, nameOf(key), at(key)), table);
  }

  /** A table in a table, of an array of tables its last one; made where there is none yet. */
  #child(table: Table, name: string, position: Position): Table {
    const value = table.entries.get(name)?.value;
    const found = value?.kind === "array" ? value.items.at(-1) : value;
    if (found?.kind === "table") return found;
    const made = emptyTable(position);
    table.entries.set(name, { key: position, value: made });
    return made;
  }

  #value(node: AST.TOMLContentNode): Value {
    const position = at(node);
    if (node.type === "TOMLArray")
      return { ...position, kind: "array", items: node.elements.map((element) => this.#value(element)) };
    if (node.type === "TOMLInlineTable") {
      const table = emptyTable(position);
      for (const entry of node.body) this.#set(table, entry);
      return table;
    }
    switch (node.kind) {
      case "string":
        return { ...position, kind: "string", value: node.value };
      case "integer":
      case "float":
        return { ...position, kind: node.kind, value: node.value };
      case "boolean":
        return { ...position, kind: "boolean", value: node.value };
      default:
        return { ...position, kind: "date", value: node.datetime };
    }
  }
}

const nameOf = (key: AST.TOMLBare | AST.TOMLQuoted): string =>
  key.type === "TOMLBare" ? key.name : key.value;
