/** The one loop of all monitors of a program. */
import { GuestLoop } from "../../ffi/guest-loop.ts";

let loop: GuestLoop | undefined;

export const guestLoop = (): GuestLoop => (loop ??= new GuestLoop());
