// Token bucket: a burst, then a steady rate.
// @ts-check

export class RateLimit {
  #burst;
  #refillMs;
  #now;
  #spare;
  #at;

  /**
   * @param {number} burst
   * @param {number} perSecond
   * @param {() => number} [now] milliseconds
   */
  constructor(burst, perSecond, now = () => performance.now()) {
    this.#burst = this.#spare = burst;
    this.#refillMs = 1000 / perSecond;
    this.#now = now;
    this.#at = now();
  }

  /** @returns {boolean} whether one more may go */
  take() {
    const now = this.#now();
    this.#spare = Math.min(this.#burst, this.#spare + (now - this.#at) / this.#refillMs);
    this.#at = now;
    if (this.#spare < 1) return false;
    this.#spare -= 1;
    return true;
  }
}
