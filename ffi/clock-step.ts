/** timerfd_create(2): tells when the wall clock was set, or the machine woke from sleep; both move it against the time since boot. */
import { allocate, pointer, view } from "./arena.ts";
import { check, ECANCELED, lastErrno } from "./errno.ts";
import { libc } from "./libc.ts";

const CLOCK_REALTIME = 0;
const TFD_NONBLOCK = 0o4000;
const TFD_CLOEXEC = 0o2000000;
const TFD_TIMER_ABSTIME = 1;
const TFD_TIMER_CANCEL_ON_SET = 2;
/** Seconds since 1970; the timer itself is not to go off. */
const NEVER = 0xffff_ffff;

/** struct itimerspec: interval and value, each seconds and nanoseconds. */
const itimerspec = allocate(32);
const expirations = allocate(8);

export class ClockStep {
  /** Ready to read when it has happened. */
  readonly fd = check("timerfd_create", libc.timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC));

  constructor() {
    view.setBigInt64(itimerspec + 16, BigInt(NEVER), true);
    const flags = TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET;
    check("timerfd_settime", libc.timerfd_settime(this.fd, flags, pointer(itimerspec), null));
  }

  /** Whether it has happened since last asked. */
  happened(): boolean {
    return Number(libc.read(this.fd, pointer(expirations), 8)) < 0 && lastErrno() === ECANCELED;
  }
}
