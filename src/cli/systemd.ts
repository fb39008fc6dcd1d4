/** What systemd is told of a service with Type=notify, sd_notify(3): ready, alive, reloading, stopping. */
import { monotonic } from "../../ffi/clock.ts";
import { DatagramSender } from "../../ffi/datagram.ts";
import type { Loop } from "../../ffi/loop.ts";
import { log } from "./log.ts";

export class Service {
  readonly #sender: DatagramSender | undefined;
  /** The service manager wants a sign of life so often, in ms. */
  readonly #watchdog: number | undefined;

  constructor({ NOTIFY_SOCKET, WATCHDOG_USEC, WATCHDOG_PID }: Readonly<Record<string, string | undefined>>) {
    if (NOTIFY_SOCKET === undefined || NOTIFY_SOCKET === "") return;
    this.#sender = DatagramSender.to(NOTIFY_SOCKET);
    if (this.#sender === undefined) log.warn(`NOTIFY_SOCKET: ${NOTIFY_SOCKET} is no address of a socket`);
    const usec = Number(WATCHDOG_USEC);
    const mine = WATCHDOG_PID === undefined || Number(WATCHDOG_PID) === process.pid;
    if (mine && usec > 0) this.#watchdog = usec / 1000;
  }

  ready(status: string, loop: Loop): void {
    this.#send(`READY=1\nSTATUS=${status}`);
    if (this.#watchdog !== undefined) this.#keepAlive(this.#watchdog / 2, loop);
  }

  /** Nothing new was found wrong; to be followed by `reloaded`. `usec` of CLOCK_MONOTONIC goes with it. */
  reloading(): void {
    this.#send(`RELOADING=1\nMONOTONIC_USEC=${monotonic()}`);
  }

  reloaded(status: string): void {
    this.#send(`READY=1\nSTATUS=${status}`);
  }

  stopping(): void {
    this.#send("STOPPING=1");
  }

  #keepAlive(interval: number, loop: Loop): void {
    this.#send("WATCHDOG=1");
    loop.after(interval, () => this.#keepAlive(interval, loop));
  }

  #send(text: string): void {
    try {
      this.#sender?.send(text);
    } catch (error) {
      log.debug(`NOTIFY_SOCKET: ${(error as Error).message}`);
    }
  }
}
