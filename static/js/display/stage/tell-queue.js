// Queue of what a visual tells single phones, at the rate that the server takes.
// @ts-check

/** @typedef {{buzz?: number, flash?: boolean, text?: string, colour?: string}} What */

const AT_ONCE = 60; // the server takes 140 at once and 70 a second, for everything that a display says
const EACH = 25; // milliseconds in which one more may go

/** To each phone the newest of each kind goes: what waited and is out of date is not said any more. */
export class TellQueue {
  #send;
  #clock;
  /** @type {Map<number, What>} */ #waiting = new Map();
  #spare = AT_ONCE;
  #at = 0; // milliseconds
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /**
   * @param {(number: number, what: What) => void} send
   * @param {() => number} [clock] milliseconds
   */
  constructor(send, clock = () => performance.now()) {
    this.#send = send;
    this.#clock = clock;
    this.#at = clock();
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
    const now = this.#clock();
    this.#spare = Math.min(AT_ONCE, this.#spare + (now - this.#at) / EACH);
    this.#at = now;
    for (const [number, what] of this.#waiting) {
      if (this.#spare < 1) break;
      this.#spare -= 1;
      this.#waiting.delete(number);
      this.#send(number, what);
    }
    clearTimeout(this.#timer);
    if (this.#waiting.size) this.#timer = setTimeout(() => this.flush(), EACH);
  }
}
