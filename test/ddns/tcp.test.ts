import { afterAll, expect, test } from "bun:test";
import { createServer, type Server, type Socket } from "node:net";
import { connectTcp } from "../../src/ddns/tcp.ts";
import { askUdp } from "../../src/ddns/udp.ts";

/** Bun's own timers: these tests have no loop of ours. */
const timing = {
  after: (ms: number, run: () => void) => Object.assign(setTimeout(run, ms), { at: 0 }),
  cancel: (timer: unknown) => clearTimeout(timer as Timer),
};

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

/** A server on this host that does this with each connection; its port. */
async function listen(serve: (socket: Socket) => void): Promise<{ address: string; port: number }> {
  const server = createServer(serve);
  servers.push(server);
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  return { address: "127.0.0.1", port: (server.address() as { port: number }).port };
}

const framed = (...bytes: number[]): Buffer => Buffer.from([0, bytes.length, ...bytes]);
const any = (): boolean => true;

test("an answer in pieces, several in one, and those that nobody waits for", async () => {
  const at = await listen((socket) =>
    socket.once("data", async () => {
      const whole = Buffer.concat([framed(9), framed(1, 2), framed(3)]);
      for (const byte of whole) {
        socket.write(Buffer.from([byte]));
        await Bun.sleep(1);
      }
    }),
  );
  const connection = await connectTcp(timing, at);
  expect(await connection.ask(Uint8Array.of(7), (data) => data[0] === 1)).toEqual(Uint8Array.of(1, 2));
  expect(await connection.ask(Uint8Array.of(7), (data) => data[0] === 3)).toEqual(Uint8Array.of(3));
  connection.close();
  expect(connection.isOpen).toBe(false);
});

test("the query has its length in front", async () => {
  const { promise, resolve } = Promise.withResolvers<Buffer>();
  const at = await listen((socket) =>
    socket.on("data", (data: Buffer) => {
      resolve(data);
      socket.write(framed(1));
    }),
  );
  const connection = await connectTcp(timing, at);
  await connection.ask(new Uint8Array(300), any);
  expect([...(await promise).subarray(0, 2)]).toEqual([1, 44]);
  connection.close();
});

test("a connection that is closed, broken off, flooded, or not to be had", async () => {
  const closing = await connectTcp(timing, await listen((socket) => socket.on("data", () => socket.end())));
  await expect(closing.ask(Uint8Array.of(1), any)).rejects.toThrow("closed the connection without an answer");
  const flood = Buffer.concat([framed(1), Buffer.alloc(200_000)]);
  const flooding = await connectTcp(
    timing,
    await listen((socket) => socket.once("data", () => socket.write(flood))),
  );
  await flooding.ask(Uint8Array.of(1), any);
  while (flooding.isOpen) await Bun.sleep(1);
  await expect(flooding.ask(Uint8Array.of(1), any)).rejects.toThrow("sends what nobody asked for");
  await expect(connectTcp(timing, { address: "127.0.0.1", port: 1 })).rejects.toThrow(
    /cannot be connected to/,
  );
});

test("UDP: other datagrams are passed over, a closed port is told", async () => {
  const server = await Bun.udpSocket({
    hostname: "127.0.0.1",
    socket: {
      data(socket, _, port, address) {
        socket.send(Uint8Array.of(1), port, address);
        socket.send(Uint8Array.of(2), port, address);
      },
    },
  });
  const at = { address: "127.0.0.1", port: server.port };
  expect(await askUdp(timing, at, Uint8Array.of(7), (data) => data[0] === 2)).toEqual(Uint8Array.of(2));
  server.close();
  await expect(askUdp(timing, { address: "127.0.0.1", port: 1 }, Uint8Array.of(7), any)).rejects.toThrow(
    /refuses questions/,
  );
});
