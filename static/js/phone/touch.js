// One touch of the pad, from landing to letting go: whether it is a tap.
// @ts-check

/** @import { Point } from "../motion.js" */

const STILL_PX = 12; // CSS pixels within which a thumb stays where it is
const SHAKE_PX = 24; // CSS pixels within which a shaking hand meant to stay
const SHAKE_MS = 1000; // after which a thumb that moved has steered

export class Touch {
  #start;
  #last;
  #far = 0; // CSS pixels; the farthest that it has been from where it landed

  /**
   * @param {number} x CSS pixels
   * @param {number} y CSS pixels
   * @param {number} at milliseconds; the moment of landing
   */
  constructor(x, y, at) {
    this.#start = this.#last = { x, y };
    this.at = at;
  }

  /**
   * @param {number} x CSS pixels
   * @param {number} y CSS pixels
   * @returns {{step: Point, pull: Point}} CSS pixels since the last move, and since landing
   */
  move(x, y) {
    const step = { x: x - this.#last.x, y: y - this.#last.y };
    const pull = { x: x - this.#start.x, y: y - this.#start.y };
    this.#last = { x, y };
    this.#far = Math.max(this.#far, Math.hypot(pull.x, pull.y));
    return { step, pull };
  }

  /**
   * A slow, long or shaking touch is a tap, too. Only where the thumb steers, a small slow move may mean a lean.
   * @param {number} held milliseconds from landing to letting go
   * @param {boolean} steers the thumb steers
   * @returns {boolean}
   */
  isTap(held, steers) {
    if (this.#far < STILL_PX) return true;
    return this.#far < SHAKE_PX && (!steers || held < SHAKE_MS);
  }
}
