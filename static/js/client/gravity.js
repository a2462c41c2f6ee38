// Gravity from the accelerometer: which way is up, and if an orientation agrees with it.
// @ts-check

/** @import { Vector } from "../shared/motion.js" */

const MIN_GRAVITY = 2; // m/s²; less than that has no direction
const SMOOTHING_MS = 100; // time constant of the low-pass filter: a shaking hand adds as much as gravity itself
const AGREEMENT_COSINE = Math.cos((5 * Math.PI) / 180); // two sensors that lie still differ by less than 5°

export class Gravity {
  #sign;
  /** @type {Vector} */ #smooth = [0, 0, 0];
  #at = -Infinity; // milliseconds

  /** @param {boolean} pulls whether the browser's vector points down: WebKit's does on iPhones, the standard's does not */
  constructor(pulls) {
    this.#sign = pulls ? -1 : 1;
  }

  /**
   * Take `accelerationIncludingGravity`, m/s², in the phone's axes.
   * @param {Vector} acceleration
   * @param {number} now milliseconds
   * @returns {boolean} false where it has no direction
   */
  take([x, y, z], now) {
    if (!(Math.hypot(x, y, z) >= MIN_GRAVITY)) return false;
    const part = 1 - Math.exp((this.#at - now) / SMOOTHING_MS);
    const [sx, sy, sz] = this.#smooth;
    this.#smooth = [sx + (x - sx) * part, sy + (y - sy) * part, sz + (z - sz) * part];
    this.#at = now;
    return true;
  }

  /** @returns {Vector} away from the ground, in the phone's axes; any length but 0 */
  get up() {
    const [x, y, z] = this.#smooth;
    return [this.#sign * x, this.#sign * y, this.#sign * z];
  }

  /**
   * Compare with what an orientation says. Where they agree but for the sign, the sign is learnt.
   * @param {Vector} up of length 1
   * @returns {boolean} whether both mean the same line
   */
  agrees([x, y, z]) {
    const [sx, sy, sz] = this.#smooth;
    const cosine = (x * sx + y * sy + z * sz) / Math.hypot(sx, sy, sz);
    if (!(Math.abs(cosine) > AGREEMENT_COSINE)) return false;
    this.#sign = Math.sign(cosine);
    return true;
  }
}
