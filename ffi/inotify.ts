/** inotify(7): something has come into, or left, one of a few folders. What it was, whoever asks looks for himself. */
import { allocate, pointer, setCString } from "./arena.ts";
import { check } from "./errno.ts";
import { libc } from "./libc.ts";

const IN_NONBLOCK = 0o4000;
const IN_CLOEXEC = 0o2000000;
const IN_MOVED_FROM = 0x40;
const IN_MOVED_TO = 0x80;
const IN_CREATE = 0x100;
const IN_DELETE = 0x200;
const IN_DELETE_SELF = 0x400;
const IN_MOVE_SELF = 0x800;
const WATCHED = IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF;
const PATH_MAX = 4096;
const BUFFER = 1 << 14;

const path = allocate(PATH_MAX);
const buffer = allocate(BUFFER);
const bufferPointer = pointer(buffer);

export class Inotify {
  readonly fd = check("inotify_init1", libc.inotify_init1(IN_NONBLOCK | IN_CLOEXEC));

  /** Watches a folder, once however often it is asked for; false when there is none. */
  watch(folder: string): boolean {
    return setCString(path, PATH_MAX, folder) && libc.inotify_add_watch(this.fd, pointer(path), WATCHED) >= 0;
  }

  /** Forgets what has been told. */
  drain(): void {
    while (Number(libc.read(this.fd, bufferPointer, BUFFER)) > 0);
  }
}
