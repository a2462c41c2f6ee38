// One touch of the pad, from landing to letting go: a tap or not.
// @ts-check

/** @import { Point } from "../shared/motion.js" */

const STILL_PX = 12; // CSS pixels within which a thumb stays where it is
const SHAKE_PX = 24; // CSS pixels within which a shaking hand meant to stay
const SHAKE_MS = 1000; // after which a thumb that moved has steered

export class Touch {
  #start;
  #last;
  #turned; // degrees
  #far = 0; // CSS pixels; the farthest that it has been from where it landed

  /**
   * @param {number} x CSS pixels
   * @param {number} y CSS pixels
   * @param {number} at milliseconds; the moment of landing
   * @param {number} [turned] degrees the page is turned in the phone
   */
  constructor(x, y, at, turned = 0) {
    this.#start = this.#last = { x, y };
    this.#turned = turned;
    this.at = at;
  }

  /**
   * @param {number} x CSS pixels
   * @param {number} y CSS pixels
   * @param {number} [turned] degrees the page is turned in the phone
   * @returns {{step: Point, pull: Point}} CSS pixels since the last move, and since landing
   */
  move(x, y, turned = 0) {
    if (turned !== this.#turned) this.#anchor(x, y, turned);
    const step = { x: x - this.#last.x, y: y - this.#last.y };
    const pull = { x: x - this.#start.x, y: y - this.#start.y };
    this.#last = { x, y };
    this.#far = Math.max(this.#far, Math.hypot(pull.x, pull.y));
    return { step, pull };
  }

  /**
   * The page turned under the thumb: the same place has other coordinates, and the pull stays as it was.
   * @param {number} x CSS pixels
   * @param {number} y CSS pixels
   * @param {number} turned degrees
   */
  #anchor(x, y, turned) {
    const pull = { x: this.#last.x - this.#start.x, y: this.#last.y - this.#start.y };
    this.#start = { x: x - pull.x, y: y - pull.y };
    this.#last = { x, y };
    this.#turned = turned;
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
