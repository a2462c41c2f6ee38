// How values are spread: all are kept, so quantiles are exact.
// @ts-check

export class Spread {
  #values = new Float64Array(4096);
  count = 0;

  /** @param {number} value */
  add(value) {
    if (this.count === this.#values.length) {
      const longer = new Float64Array(this.count * 2);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.count] = value;
    this.count += 1;
  }

  /** @returns {{p50: number, p99: number, most: number} | null} null if there is nothing */
  figures() {
    if (!this.count) return null;
    const sorted = this.#values.slice(0, this.count).sort();
    const at = (/** @type {number} */ share) => sorted[Math.min(this.count - 1, Math.floor(share * this.count))];
    return { p50: at(0.5), p99: at(0.99), most: sorted[this.count - 1] };
  }
}
