// Queue of what a visual tells single phones, at the rate that the server takes.
// @ts-check
import { RateLimit } from "../../shared/rate-limit.js";

/** @typedef {{buzz?: number, flash?: boolean, text?: string, colour?: string}} What */

const BURST = 60; // the server takes 140 at once and 70 a second, for everything that a display says
const TELLS_PER_SECOND = 40;
const RETRY_MS = 1000 / TELLS_PER_SECOND;

/** To each phone the newest of each kind goes: what waited and is out of date is not said any more. */
export class TellQueue {
  #send;
  #rateLimit;
  /** @type {Map<number, What>} */ #waiting = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /**
   * @param {(number: number, what: What) => void} send
   * @param {() => number} [now] milliseconds
   */
  constructor(send, now = undefined) {
    this.#send = send;
    this.#rateLimit = new RateLimit(BURST, TELLS_PER_SECOND, now);
  }

  /** @param {number} number of a seat @param {What} what */
  tell(number, what) {
    this.#waiting.set(number, { ...this.#waiting.get(number), ...what });
    this.flush();
  }

  /** Another visual is on. */
  clear() {
    this.#waiting.clear();
  }

  /** Say as much as may be said now, and the rest in time. */
  flush() {
    for (const [number, what] of this.#waiting) {
      if (!this.#rateLimit.take()) break;
      this.#waiting.delete(number);
      this.#send(number, what);
    }
    clearTimeout(this.#timer);
    if (this.#waiting.size) this.#timer = setTimeout(() => this.flush(), RETRY_MS);
  }
}
