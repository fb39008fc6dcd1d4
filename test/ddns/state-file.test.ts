import { afterAll, expect, test } from "bun:test";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { A, PTR } from "../../src/ddns/codes.ts";
import { type Entry, StateFile } from "../../src/ddns/state-file.ts";

const directory = mkdtempSync(`${tmpdir()}/nlmon-state-`);
afterAll(() => rmSync(directory, { recursive: true }));

const entry = (data: string[]): Entry => ({
  zone: "example.com.",
  data,
  ttl: 300,
  server: "192.0.2.53",
  verified: "2026-11-28T00:00:00.000Z",
});

test("what is saved is there after a restart", () => {
  const path = `${directory}/state.json`;
  const state = new StateFile(path);
  expect(state.load()).toBeUndefined();
  state.set({ name: "Host.example.com.", type: A }, entry(["192.0.2.1"]));
  state.set({ name: "1.2.0.192.in-addr.arpa.", type: PTR }, entry(["host.example.com."]));
  state.set({ name: "gone.example.com.", type: A }, entry(["192.0.2.2"]));
  state.set({ name: "gone.example.com.", type: A }, undefined);

  const again = new StateFile(path);
  expect(again.load()).toBeUndefined();
  expect(again.get({ name: "host.EXAMPLE.com.", type: A })).toEqual(entry(["192.0.2.1"]));
  expect(again.get({ name: "host.example.com.", type: PTR })).toBeUndefined();
  expect(again.get({ name: "gone.example.com.", type: A })).toBeUndefined();
  expect(again.namesOf(PTR, "host.example.com.")).toEqual(["1.2.0.192.in-addr.arpa."]);
  expect(readdirSync(directory)).toEqual(["state.json"]);
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ version: 1 });
});

test("one that is no regular file is not waited for", () => {
  const path = `${directory}/pipe`;
  Bun.spawnSync(["mkfifo", path]);
  expect(new StateFile(path).load()).toBe(`${path}: not a regular file`);
});

test("a damaged file counts as empty, and is not touched before there is something to say", () => {
  const path = `${directory}/damaged.json`;
  for (const text of [
    "",
    "{",
    "null",
    "[]",
    '{"version":2,"records":{}}',
    '{"version":1,"records":{"a A":{"zone":1}}}',
  ]) {
    writeFileSync(path, text);
    const state = new StateFile(path);
    expect(state.load()).toBe(`${path} is damaged`);
    expect(state.get({ name: "a", type: A })).toBeUndefined();
    expect(readFileSync(path, "utf8")).toBe(text);
  }
  expect(new StateFile(directory).load()).toBe(`${directory}: not a regular file`);
});

test("a file that cannot be written is said, leaves nothing behind, and what it was to have is known", () => {
  const set = { name: "a.", type: A };
  mkdirSync(`${directory}/is-directory`);
  const state = new StateFile(`${directory}/is-directory`);
  expect(state.set(set, entry(["192.0.2.1"]))).toBe(
    `${directory}/is-directory: illegal operation on a directory`,
  );
  expect(existsSync(`${directory}/is-directory.new`)).toBe(false);
  expect(state.get(set)).toEqual(entry(["192.0.2.1"]));
});

test("names of objects are no entries", () => {
  const state = new StateFile(undefined);
  expect(state.get({ name: "__proto__", type: A })).toBeUndefined();
  state.set({ name: "a.", type: A }, entry([]));
  expect(state.get({ name: "a.", type: A })).toEqual(entry([]));
});
