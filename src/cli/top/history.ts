/** How many events there were in the last five minutes, by five seconds. Times are in ms, of a clock that only goes on. */

/** Seconds of one bucket. */
const BUCKET = 5;
export const BUCKETS = 60;
export const MINUTE = 60 / BUCKET;

/** Number of the bucket that a time falls into: all histories change buckets at the same time. */
const bucketOf = (at: number): number => Math.floor(at / (BUCKET * 1000));

/** So many ms from now all of them move on. */
export const untilNextBucket = (at: number): number => BUCKET * 1000 - (at % (BUCKET * 1000));

export class History {
  readonly #counts = new Uint32Array(BUCKETS);
  #last = 0;

  add(at: number): void {
    this.#advance(at);
    this.#counts[this.#last % BUCKETS]!++;
  }

  /** The last so many buckets, the oldest first. */
  latest(count: number, at: number): number[] {
    this.#advance(at);
    return Array.from(
      { length: count },
      (_, index) => this.#counts[(this.#last + 1 + index + BUCKETS - count) % BUCKETS]!,
    );
  }

  perMinute(at: number): number {
    return this.latest(MINUTE, at).reduce((sum, count) => sum + count, 0);
  }

  isEmpty(at: number): boolean {
    this.#advance(at);
    return this.#counts.every((count) => count === 0);
  }

  #advance(at: number): void {
    const bucket = bucketOf(at);
    for (let next = Math.max(this.#last + 1, bucket - BUCKETS + 1); next <= bucket; next++)
      this.#counts[next % BUCKETS] = 0;
    this.#last = Math.max(this.#last, bucket);
  }
}
