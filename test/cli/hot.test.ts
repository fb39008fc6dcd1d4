import { expect, test } from "bun:test";

const HOT = `${import.meta.dir}/../../src/cli/hot.ts`;
const KEPT = `${import.meta.dir}/../../src/netlink/kept.ts`;

/** Calls one of them 60 times and prints how often it has been compiled for good, then 20 times more. */
const script = (heated: boolean): string => `
  import { numberOfDFGCompiles } from "bun:jsc";
  import { warm } from "${HOT}";
  import { shapeOf } from "${KEPT}";
  const view = new DataView(new ArrayBuffer(4));
  view.setUint16(0, 4, true);
  for (let i = 0; i < 60; i++) shapeOf(view, 0, 4, 1);
  const before = numberOfDFGCompiles(shapeOf);
  if (${heated}) for (let i = 0; i < 20; i++) warm();
  for (let i = 0; i < 20; i++) shapeOf(view, 0, 4, 1);
  console.log(before, numberOfDFGCompiles(shapeOf));`;

test.each([
  [true, "0 1"],
  [false, "0 0"],
])("what every message goes through is compiled early: %p", (heated, compiled) => {
  const { stdout, stderr } = Bun.spawnSync([process.execPath, "-e", script(heated)], {
    env: { ...process.env, BUN_JSC_useConcurrentJIT: "0" },
  });
  expect(`${stderr}`).toBe("");
  expect(`${stdout}`.trim()).toBe(compiled);
});
