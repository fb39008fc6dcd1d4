/** What becomes of a packet, TC_ACT_*: `{"type":"goto","chain":5}`. */

/** TC_ACT_EXT_*: the upper four bits, where they are one of these; the rest is their value. */
const TC_ACT_JUMP = 0x1000_0000;
const TC_ACT_GOTO_CHAIN = 0x2000_0000;
const TC_ACT_EXT_VAL_MASK = 0x0fff_ffff;

const NAMES: Readonly<Record<number, string>> = {
  [-1]: "continue",
  0: "pass",
  1: "reclassify",
  2: "drop",
  3: "pipe",
  4: "stolen",
  8: "trap",
};

interface Control {
  type: string;
  chain?: number;
  jump?: number;
}

export function control(action: number): Control {
  const value = action & TC_ACT_EXT_VAL_MASK;
  switch ((action & ~TC_ACT_EXT_VAL_MASK) >>> 0) {
    case TC_ACT_GOTO_CHAIN:
      return { type: "goto", chain: value };
    case TC_ACT_JUMP:
      return { type: "jump", jump: value };
    default:
      return { type: NAMES[action] ?? String(action) };
  }
}
