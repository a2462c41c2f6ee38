// Liveness of one motion source: silence, repeated values and constant zeros are no sensor.
// @ts-check

/** Milliseconds without a new value after which a source counts as dead. */
export const STALE_MS = 2000;

/** Judges one source for the page's life. A hand always trembles, so a source that lives keeps changing. */
export class Liveness {
  /** @type {readonly number[] | null} */ #values = null;
  #aliveAt = -Infinity; // milliseconds

  /**
   * Take a reading.
   * @param {readonly number[]} values finite
   * @param {number} now milliseconds
   * @returns {boolean} whether the source is alive
   */
  take(values, now) {
    // Laptops and emulators send zeros for ever; a real sensor passes through them.
    const before = this.#values ?? values.map(() => 0);
    if (values.some((value, i) => value !== before[i])) this.#aliveAt = now;
    this.#values = values;
    return this.isLive(now);
  }

  /** @param {number} now milliseconds @returns {boolean} a new value has come just now */
  isNew(now) {
    return this.#aliveAt === now;
  }

  /** Another sensor shows that nothing has changed since the last value. @param {number} now milliseconds */
  vouch(now) {
    if (this.isLive(now)) this.#aliveAt = now;
  }

  /** @param {number} now milliseconds @returns {boolean} */
  isLive(now) {
    return now < this.staleAt;
  }

  /** @returns {number} milliseconds; the moment at which it is dead unless a new value comes */
  get staleAt() {
    return this.#aliveAt + STALE_MS;
  }

  /** The page was hidden, where no readings come: that time doesn't count. @param {number} by milliseconds */
  excuse(by) {
    this.#aliveAt += by;
  }
}
