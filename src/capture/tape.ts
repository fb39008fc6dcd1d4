/** A file that is recorded to; when it is full, it becomes FILE.1, what was that FILE.2, and so on. */
import { closeSync, existsSync, openSync, renameSync, unlinkSync, writeSync } from "node:fs";
import { pcapHeader } from "./pcap-writer.ts";
import type { Tape } from "./recorder.ts";

export interface Rotation {
  /** Bytes after which another file is begun. */
  size: number;
  /** Full files that are kept. */
  keep: number;
}

export class FileTape implements Tape {
  readonly #path: string;
  readonly #rotation: Rotation | undefined;
  #fd: number;
  #packets: Uint8Array[] = [];
  #size = 0;
  /** Bytes of the state with which the file begins. */
  #snapshot = 0;

  /** Without rotation, what the file held is lost. */
  constructor(path: string, rotation: Rotation | undefined) {
    this.#path = path;
    this.#rotation = rotation;
    if (rotation !== undefined && existsSync(path)) this.#shift(rotation);
    this.#fd = this.#open();
  }

  write(packet: Uint8Array): void {
    this.#packets.push(packet);
    this.#size += packet.length;
  }

  flush(): void {
    const data = Buffer.concat(this.#packets);
    this.#packets = [];
    try {
      for (let at = 0; at < data.length; ) at += writeSync(this.#fd, data, at);
    } catch (error) {
      throw Object.assign(error as Error, { path: this.#path });
    }
  }

  /** What has been written is the state with which the file begins. */
  begun(): void {
    this.#snapshot = this.#size;
  }

  /** It is time for another file; not before there is as much of changes as of the state before them. */
  get full(): boolean {
    return this.#rotation !== undefined && this.#size >= Math.max(this.#rotation.size, 2 * this.#snapshot);
  }

  /** Changes have been written. */
  get used(): boolean {
    return this.#size > this.#snapshot;
  }

  /** Begins another file. */
  next(): void {
    this.flush();
    closeSync(this.#fd);
    if (this.#rotation !== undefined) this.#shift(this.#rotation);
    this.#fd = this.#open();
  }

  #open(): number {
    const fd = openSync(this.#path, "w");
    this.#size = 0;
    this.write(pcapHeader());
    return fd;
  }

  #shift({ keep }: Rotation): void {
    const name = (number: number) => (number === 0 ? this.#path : `${this.#path}.${number}`);
    if (existsSync(name(keep))) unlinkSync(name(keep));
    for (let number = keep - 1; number >= 0; number--)
      if (existsSync(name(number))) renameSync(name(number), name(number + 1));
  }
}
