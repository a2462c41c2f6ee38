// Estimate of the server's clock.
// @ts-check

const MAX_ROUNDS_KEPT = 8; // round trips

/**
 * Estimates the server's clock from round trips: the quickest of the last few is the least disturbed, so its middle
 * is trusted (D. Mills, RFC 5905, clock filter).
 */
export class Clock {
  /** @type {{trip: number, offset: number}[]} */ #trips = [];
  #local;

  /** @param {() => number} [local] milliseconds on this page's clock */
  constructor(local = () => performance.now()) {
    this.#local = local;
  }

  /**
   * Make one round trip.
   * @param {() => Promise<unknown>} ask gives the server's clock in milliseconds
   */
  async compare(ask) {
    const sent = this.#local();
    const server = await ask();
    if (typeof server !== "number") return;
    const received = this.#local();
    this.#trips.push({ trip: received - sent, offset: server - (sent + received) / 2 });
    if (this.#trips.length > MAX_ROUNDS_KEPT) this.#trips.shift();
  }

  /** Forget everything: after a reconnect it may be another server, with another clock. */
  startOver() {
    this.#trips = [];
  }

  /** @returns {number} milliseconds of the quickest of the last round trips; Infinity before the first */
  get roundTrip() {
    return Math.min(...this.#trips.map(({ trip }) => trip));
  }

  /** @returns {number} milliseconds of the round trips' median: what a hand feels; Infinity before the first */
  get typicalTrip() {
    const trips = this.#trips.map(({ trip }) => trip).sort((a, b) => a - b);
    return trips[Math.floor(trips.length / 2)] ?? Infinity;
  }

  /** @returns {number} milliseconds on the server's clock; 0 before the first round trip */
  now() {
    return this.at(this.#local());
  }

  /** @param {number} moment on this page's clock @returns {number} the same on the server's; 0 before the first round trip */
  at(moment) {
    const best = this.#trips.reduce((a, b) => (b.trip < a.trip ? b : a), { trip: Infinity, offset: NaN });
    return Number.isNaN(best.offset) ? 0 : Math.max(0, Math.round(moment + best.offset));
  }
}
