/**
 * Classic BPF, bpf(4): a program that the kernel runs on each datagram before it is queued; what it refuses costs the
 * reader nothing. It loads numbers in network byte order, and refuses a datagram that is shorter than what it loads.
 */

/** struct sock_filter: code u16, jt u8, jf u8, k u32. */
const INSTRUCTION_SIZE = 8;
/** Bytes kept of a datagram that is accepted: all. */
const ALL = 0xffff_ffff;

export const LD_B = 0x30;
export const LD_H = 0x28;
export const LD_LEN = 0x80;
export const JEQ = 0x15;
export const JGE = 0x35;
export const JSET = 0x45;
const ALU_ADD_X = 0x0c;
const ALU_LSH = 0x64;
const JEQ_X = 0x1d;
const TAX = 0x07;
const RET = 0x06;

type Target = "next" | "pass" | "drop" | string;

interface Instruction {
  code: number;
  k: number;
  yes: Target;
  no: Target;
}

/** Instructions in order, with labels to jump forward to; `pass` and `drop` end it. */
export class Program {
  readonly #instructions: Instruction[] = [];
  readonly #labels = new Map<string, number>();

  /** Loads a number: LD_B or LD_H at the offset `k`, or LD_LEN. */
  load(code: number, k = 0): void {
    this.#add(code, k);
  }

  /** Jumps by a comparison of what was loaded. */
  jump(code: number, k: number, yes: Target, no: Target = "next"): void {
    this.#add(code, k, yes, no);
  }

  label(name: string): void {
    this.#labels.set(name, this.#instructions.length);
  }

  /** Passes what is not exactly one message: nlmsg_len has to be the length of the datagram, and less than 64 KiB. */
  passUnlessSingle(): void {
    for (const high of [2, 3]) {
      this.load(LD_B, high);
      this.jump(JEQ, 0, "next", "pass");
    }
    this.load(LD_B, 1);
    this.#add(ALU_LSH, 8);
    this.#add(TAX, 0);
    this.load(LD_B, 0);
    this.#add(ALU_ADD_X, 0);
    this.#add(TAX, 0);
    this.load(LD_LEN);
    this.jump(JEQ_X, 0, "next", "pass");
  }

  /** Goes on to `target` in any case. */
  end(target: "pass" | "drop"): void {
    this.jump(JEQ, 0, target, target);
  }

  /** As the kernel takes it. */
  encode(): Uint8Array {
    const pass = this.#instructions.length;
    const all = [...this.#instructions, returns(ALL), returns(0)];
    const bytes = new Uint8Array(all.length * INSTRUCTION_SIZE);
    const view = new DataView(bytes.buffer);
    const distance = (from: number, target: Target): number => {
      if (target === "next") return 0;
      const at = target === "pass" ? pass : target === "drop" ? pass + 1 : this.#labels.get(target);
      if (at === undefined || at <= from || at - from > 256)
        throw new RangeError(`no jump from ${from} to ${target}`);
      return at - from - 1;
    };
    all.forEach(({ code, k, yes, no }, index) => {
      const at = index * INSTRUCTION_SIZE;
      view.setUint16(at, code, true);
      view.setUint8(at + 2, distance(index, yes));
      view.setUint8(at + 3, distance(index, no));
      view.setUint32(at + 4, k, true);
    });
    return bytes;
  }

  #add(code: number, k: number, yes: Target = "next", no: Target = "next"): void {
    this.#instructions.push({ code, k, yes, no });
  }
}

const returns = (size: number): Instruction => ({ code: RET, k: size, yes: "next", no: "next" });
