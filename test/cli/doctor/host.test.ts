import { expect, test } from "bun:test";
import { capabilities, ipv6, kernel, limits, nameFiles, notify } from "../../../src/cli/doctor/host.ts";

test.each([
  ["3.10.0-1160.el7", "trouble"],
  ["4.9.0", "trouble"],
  ["4.12.14", "note"],
  ["4.19.0-26-amd64", "note"],
  ["4.20.0", "ok"],
  ["6.1.0-30-amd64", "ok"],
  ["10.0", "ok"],
  ["", "trouble"],
] as const)("kernel %p: %s", (version, verdict) => {
  expect(kernel(version).verdict).toBe(verdict);
});

test("capabilities: which are missing, and what for", () => {
  const status = (effective: string) => `Name:\tnlmon\nCapEff:\t${effective}\nCapBnd:\t000001ffffffffff\n`;
  expect(capabilities(status("000001ffffffffff")).verdict).toBe("ok");
  expect(capabilities(status("0000000000001000")).found).toBe("without CAP_SYS_ADMIN (--netns, --all-nsid)");
  expect(capabilities(status("0000000000200000")).found).toStartWith("without CAP_NET_ADMIN (");
  expect(capabilities(status("0000000000000000")).found).toMatch(/CAP_NET_ADMIN .* and CAP_SYS_ADMIN/);
  expect(capabilities("").verdict).toBe("note");
});

test("limits", () => {
  const files = (soft: string) =>
    `Limit  Soft Limit  Hard Limit  Units\nMax open files            ${soft}   4096   files\n`;
  expect(limits(files("1024")).verdict).toBe("ok");
  expect(limits(files("64")).verdict).toBe("note");
  expect(limits("").found).toBe("unlimited open files");
});

test("NOTIFY_SOCKET", () => {
  expect(notify(undefined).verdict).toBe("ok");
  expect(notify("@systemd").verdict).toBe("ok");
  expect(notify("/no/such/socket").found).toBe("NOTIFY_SOCKET: /no/such/socket is not there");
  expect(notify("socket").verdict).toBe("note");
});

test("what is not there is a note", () => {
  expect(nameFiles(["/no/such/folder"]).verdict).toBe("note");
  expect(ipv6("/no/such/file").verdict).toBe("note");
});
