import { expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatagramSender } from "../../ffi/datagram.ts";

/** Binds, says so, and prints what it receives, a line a datagram. */
const RECEIVER = `use Socket; $| = 1; socket(S, AF_UNIX, SOCK_DGRAM, 0) or die $!;
  my $name = $ARGV[0]; $name =~ s/^@/\\0/; bind(S, pack_sockaddr_un($name)) or die $!; print "bound\\n";
  while (1) { recv(S, $_, 65536, 0); s/\\n/|/g; print length($_) > 99 ? length($_) : $_, "\\n" }`;

async function receive(address: string, messages: readonly string[]): Promise<string[]> {
  const child = Bun.spawn(["perl", "-e", RECEIVER, address], { stdout: "pipe", stderr: "inherit" });
  const sender = DatagramSender.to(address)!;
  let text = "";
  for await (const chunk of child.stdout) {
    if (text === "") for (const message of messages) sender.send(message);
    text += new TextDecoder().decode(chunk);
    if (text.split("\n").length > messages.length + 1) break;
  }
  child.kill();
  await child.exited;
  return text.trim().split("\n").slice(1);
}

test("by path and by abstract name", async () => {
  const folder = mkdtempSync(join(tmpdir(), "nlmon-"));
  const messages = ["READY=1\nSTATUS=\u00e9", "x".repeat(5000)];
  // What is longer than 4 KiB is cut.
  const received = ["READY=1|STATUS=\u00e9", "4096"];
  expect(await receive(join(folder, "notify"), messages)).toEqual(received);
  expect(await receive(`@nlmon-test-${process.pid}`, messages)).toEqual(received);
  rmSync(folder, { recursive: true });
});

test("what is no address", () => {
  for (const address of ["", "/", "@", "relative", "vsock:2:1234", `/${"x".repeat(107)}`])
    expect(DatagramSender.to(address)).toBeUndefined();
  expect(DatagramSender.to(`/${"x".repeat(106)}`)).toBeDefined();
});

test("nobody there is an error", () => {
  expect(() => DatagramSender.to("/nonexistent/notify")!.send("x")).toThrow("ENOENT");
});
