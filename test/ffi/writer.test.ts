import { afterEach, expect, test } from "bun:test";
import { closeSync, constants, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { SystemError } from "../../ffi/errno.ts";
import { libc } from "../../ffi/libc.ts";
import { FdWriter } from "../../ffi/writer.ts";
import { Fifo } from "./fixtures/fifo.ts";
import { bulk, random, randomText } from "./fixtures/text.ts";

const F_GETFL = 3;
const F_SETPIPE_SZ = 1031;
const encode = (text: string): Buffer => Buffer.from(text);

const writers: [FdWriter, number][] = [];

function writerOn(fd: number): FdWriter {
  const writer = new FdWriter(fd);
  writers.push([writer, fd]);
  return writer;
}

/** A description of its own is the writer's: without this, readers would not see the end. */
afterEach(() => {
  for (const [{ watchable }, fd] of writers.splice(0))
    if (watchable !== undefined && watchable !== fd) closeSync(watchable);
});

/** Reads and flushes in turn until nothing comes any more. */
function drain(fifo: Fifo, writer: FdWriter): Buffer {
  const parts: Uint8Array[] = [];
  for (;;) {
    const part = fifo.read();
    if (part.length === 0 && writer.flush()) break;
    parts.push(part);
    writer.flush();
  }
  return Buffer.concat(parts);
}

test("what fits is written at once", () => {
  using fifo = new Fifo();
  const writer = writerOn(fifo.writer);
  writer.write(encode("one\n"));
  writer.write(encode(""));
  writer.write(encode("zwölf €\n"));
  expect(writer.pending).toBe(0);
  expect(fifo.read()).toEqual(encode("one\nzwölf €\n"));
});

test("a reader that does not read delays nothing, and gets everything in order later", () => {
  using fifo = new Fifo();
  const writer = writerOn(fifo.writer);
  const text = bulk();
  const length = encode(text).length;
  writer.write(encode(text));
  expect(writer.pending).toBeGreaterThan(length / 2);
  const before = writer.pending;
  writer.write(encode("and more €\n"));
  expect(writer.pending).toBe(before + encode("and more €\n").length);
  expect(writer.flush()).toBe(false);
  expect(writer.pending).toBe(before + encode("and more €\n").length);
  expect(drain(fifo, writer).equals(encode(`${text}and more €\n`))).toBe(true);
  expect(writer.pending).toBe(0);
  expect(writer.closed).toBe(false);
});

test("pending is what was taken and has not been written", () => {
  using fifo = new Fifo();
  const writer = writerOn(fifo.writer);
  const next = random(1);
  const parts: Uint8Array[] = [];
  let all = "";
  let taken = 0;
  let read = 0;
  for (let round = 0; round < 400; round++) {
    const text = randomText(next, Math.floor(next() ** 4 * 60_000));
    all += text;
    taken += encode(text).length;
    writer.write(encode(text));
    if (next() < 0.5) {
      const part = fifo.read(Math.floor(next() * 50_000));
      parts.push(part);
      read += part.length;
    }
    if (next() < 0.3) writer.flush();
    // What is neither pending nor read is in the pipe.
    const inPipe = taken - read - writer.pending;
    expect(inPipe >= 0 && inPipe <= 65536).toBe(true);
  }
  expect(writer.pending).toBeGreaterThan(0);
  parts.push(drain(fifo, writer));
  expect(Buffer.concat(parts).equals(encode(all))).toBe(true);
});

test.each([0, 1, 2, 3])("a character %d bytes before the border of a chunk stays whole", (before) => {
  using fifo = new Fifo();
  const writer = writerOn(fifo.writer);
  libc.fcntl(fifo.writer, F_SETPIPE_SZ, 1 << 20);
  const text = `${"x".repeat(65536 - before)}🦀${"ü€".repeat(40_000)}${"🦀".repeat(10_000)}end`;
  writer.write(encode(text));
  expect(writer.pending).toBe(0);
  expect(Buffer.from(fifo.read()).equals(encode(text))).toBe(true);
});

test.each([0, 1, 2, 3])("also where the pipe is full %d bytes before it", (before) => {
  using fifo = new Fifo();
  const writer = writerOn(fifo.writer);
  const text = `${"x".repeat(65536 - before)}🦀${"ü€".repeat(40_000)}end`;
  writer.write(encode(text));
  expect(writer.pending).toBeGreaterThan(0);
  expect(drain(fifo, writer).equals(encode(text))).toBe(true);
});

test("two writers keep apart what each has pending", () => {
  using one = new Fifo();
  using other = new Fifo();
  const [a, b] = [writerOn(one.writer), writerOn(other.writer)];
  const [textA, textB] = ["a€".repeat(30_000), "b🦀".repeat(30_000)];
  a.write(encode(textA));
  b.write(encode(textB));
  expect(a.pending).toBeGreaterThan(0);
  expect(b.pending).toBeGreaterThan(0);
  expect(drain(one, a).equals(encode(textA))).toBe(true);
  expect(drain(other, b).equals(encode(textB))).toBe(true);
});

test("the inherited description keeps its flags", () => {
  using fifo = new Fifo();
  const writer = writerOn(fifo.writer);
  expect(writer.watchable).not.toBe(fifo.writer);
  expect(libc.fcntl(fifo.writer, F_GETFL, 0) & constants.O_NONBLOCK).toBe(0);
  expect(libc.fcntl(writer.watchable!, F_GETFL, 0) & constants.O_NONBLOCK).toBe(constants.O_NONBLOCK);
});

test("waitWritable tells whether there is room", () => {
  using fifo = new Fifo();
  const writer = writerOn(fifo.writer);
  expect(writer.waitWritable(0)).toBe(true);
  writer.write(encode(bulk()));
  expect(writer.waitWritable(0)).toBe(false);
  const start = performance.now();
  expect(writer.waitWritable(20)).toBe(false);
  expect(performance.now() - start).toBeGreaterThanOrEqual(19);
  fifo.read();
  expect(writer.waitWritable(0)).toBe(true);
});

test("a reader that has gone closes the writer at the next write", () => {
  using fifo = new Fifo();
  const writer = writerOn(fifo.writer);
  fifo.close(fifo.reader);
  expect(writer.closed).toBe(false);
  writer.write(encode("x"));
  expect(writer).toMatchObject({ closed: true, pending: 0 });
  writer.write(encode(bulk()));
  expect(writer).toMatchObject({ closed: true, pending: 0 });
  expect(writer.flush()).toBe(true);
});

test.each([
  ["less than a chunk", 10_000],
  ["more than a chunk", 300_000],
])("a reader that goes leaves nothing pending: %s", (_, length) => {
  using fifo = new Fifo();
  const writer = writerOn(fifo.writer);
  writer.write(encode("x".repeat(65536 + length)));
  expect(writer.pending).toBeGreaterThan(0);
  fifo.close(fifo.reader);
  expect(writer.flush()).toBe(true);
  expect(writer).toMatchObject({ closed: true, pending: 0 });
  expect(writer.flush()).toBe(true);
  expect(writer).toMatchObject({ closed: true, pending: 0 });
});

test("hungUp notices a reader that goes while nothing is written", () => {
  using fifo = new Fifo();
  const writer = writerOn(fifo.writer);
  expect(writer.hungUp()).toBe(false);
  writer.write(encode(bulk()));
  expect(writer.hungUp()).toBe(false);
  fifo.close(fifo.reader);
  expect(writer.hungUp()).toBe(true);
  expect(writer).toMatchObject({ closed: true, pending: 0 });
});

test("a file gets everything, after what it has", () => {
  using fifo = new Fifo();
  const path = join(fifo.folder, "file");
  const fd = openSync(path, "w");
  writeSync(fd, "before\n");
  const writer = writerOn(fd);
  expect(writer.watchable).toBeUndefined();
  const text = bulk();
  writer.write(encode(text));
  writer.write(encode("after\n"));
  expect(writer).toMatchObject({ pending: 0, closed: false });
  expect(writer.flush()).toBe(true);
  expect(writer.hungUp()).toBe(false);
  closeSync(fd);
  expect(readFileSync(path).equals(encode(`before\n${text}after\n`))).toBe(true);
});

test("/dev/null takes everything", () => {
  const fd = openSync("/dev/null", "w");
  const writer = writerOn(fd);
  writer.write(encode(bulk()));
  expect(writer).toMatchObject({ pending: 0, closed: false, watchable: undefined });
  closeSync(fd);
});

test("a full disk is an error", () => {
  const fd = openSync("/dev/full", "w");
  const writer = writerOn(fd);
  let caught: unknown;
  try {
    writer.write(encode("x"));
  } catch (error) {
    caught = error;
  }
  closeSync(fd);
  expect(caught).toBeInstanceOf(SystemError);
  expect(caught).toMatchObject({ syscall: "write", code: "ENOSPC" });
});

interface Told {
  step: string;
  pending: number;
  closed: boolean;
  socket: boolean;
  own: boolean;
}

/** The program of fixtures/stdout.ts, step by step. */
class Writing implements AsyncDisposable {
  readonly process;
  readonly #lines: AsyncIterator<string>;

  constructor(stdout: number | "pipe", mode = "bulk") {
    this.process = Bun.spawn([process.execPath, join(import.meta.dir, "fixtures/stdout.ts"), mode], {
      stdin: "pipe",
      stdout,
      stderr: "pipe",
      timeout: 5000,
    });
    this.#lines = lines(this.process.stderr);
  }

  go(): void {
    this.process.stdin.write("\n");
    this.process.stdin.flush();
  }

  async told(): Promise<Told> {
    const { value } = await this.#lines.next();
    return JSON.parse(String(value)) as Told;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.process.kill();
    await this.process.exited;
  }
}

async function* lines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const part of stream) {
    const whole = (rest + decoder.decode(part, { stream: true })).split("\n");
    rest = whole.pop()!;
    yield* whole;
  }
}

/** Reads a pipe to its end, in another process. */
async function cat(path: string): Promise<Buffer> {
  const { stdout } = Bun.spawn(["cat", path], { stdin: "ignore", timeout: 5000 });
  return Buffer.from(await new Response(stdout).arrayBuffer());
}

const LENGTH = encode(bulk()).length;

/** Nobody reads: the write is over nevertheless. Then somebody does, and gets every byte. */
async function stall(writing: Writing, read: () => Promise<Buffer>, before = ""): Promise<void> {
  writing.go();
  const { step, pending, closed } = await writing.told();
  expect({ step, closed }).toEqual({ step: "written", closed: false });
  expect(pending).toBeGreaterThan(LENGTH / 4);
  writing.go();
  expect((await read()).equals(encode(before + bulk()))).toBe(true);
  expect(await writing.told()).toMatchObject({ step: "end", pending: 0, closed: false });
  expect(await writing.process.exited).toBe(0);
}

test("standard output is a pipe that nobody reads yet", async () => {
  using fifo = new Fifo();
  await using writing = new Writing(fifo.writer);
  expect(await writing.told()).toMatchObject({ step: "ready", socket: false, own: true });
  await stall(writing, () => {
    fifo.close(fifo.writer);
    return cat(fifo.path);
  });
});

test("a pipe that cannot be reopened is not waited for either", async () => {
  using fifo = new Fifo();
  fifo.close(fifo.reader);
  await using writing = new Writing(fifo.writer);
  expect(await writing.told()).toMatchObject({ step: "ready", socket: false, own: false });
  fifo.openReader();
  // There is room, but less than a whole chunk takes.
  const before = "x".repeat(5000);
  writeSync(fifo.writer, before);
  const read = () => {
    fifo.close(fifo.writer);
    return cat(fifo.path);
  };
  await stall(writing, read, before);
});

test("standard output is a socket that nobody reads yet", async () => {
  await using writing = new Writing("pipe");
  expect(await writing.told()).toMatchObject({ step: "ready", socket: true, own: false });
  const { stdout } = writing.process;
  await stall(writing, async () =>
    Buffer.from(await new Response(stdout as ReadableStream<Uint8Array>).arrayBuffer()),
  );
});

test.each(["pipe", "socket"])("hungUp notices that the other end of a %s has gone", async (kind) => {
  using fifo = new Fifo();
  await using writing = new Writing(kind === "pipe" ? fifo.writer : "pipe", "silent");
  expect(await writing.told()).toMatchObject({ step: "ready", socket: kind === "socket" });
  fifo.close(fifo.reader);
  const { stdout } = writing.process;
  if (stdout instanceof ReadableStream) await stdout.cancel();
  writing.go();
  expect(await writing.told()).toMatchObject({ step: "end", closed: true });
});
