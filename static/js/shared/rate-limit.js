// Token bucket: a burst, then a steady rate.
// @ts-check

export class RateLimit {
  #atOnce;
  #each;
  #now;
  #spare;
  #at;

  /**
   * @param {number} atOnce
   * @param {number} aSecond
   * @param {() => number} [now] milliseconds
   */
  constructor(atOnce, aSecond, now = () => performance.now()) {
    this.#atOnce = this.#spare = atOnce;
    this.#each = 1000 / aSecond;
    this.#now = now;
    this.#at = now();
  }

  /** @returns {boolean} whether one more may go */
  take() {
    const now = this.#now();
    this.#spare = Math.min(this.#atOnce, this.#spare + (now - this.#at) / this.#each);
    this.#at = now;
    if (this.#spare < 1) return false;
    this.#spare -= 1;
    return true;
  }
}
