// Strength of shaking, from how fast a phone's rotation turns back.
// @ts-check
/** @import { Quaternion } from "../../shared/motion.js" */

const FULL_SPEED = 12; // radians a second of turning to and fro that count as 1
const CALM_MS = 250; // milliseconds in which it falls to a third
const MAX_STEP_MS = 200; // milliseconds between two samples that belong together

/** Adds up turns that reverse; a steady turn, however fast, is no shaking. */
export class Shaking {
  /** @type {Quaternion | null} */ #held = null;
  /** @type {readonly [number, number, number]} */ #turn = [0, 0, 0]; // radians a second, in the phone's axes
  #at = 0;
  #strength = 0;

  /** @param {Quaternion} held @param {number} at milliseconds */
  take(held, at) {
    const seconds = (at - this.#at) / 1000;
    const before = this.#held;
    this.#held = held;
    this.#at = at;
    if (!before || seconds <= 0 || seconds > MAX_STEP_MS / 1000) {
      this.#turn = [0, 0, 0];
      return;
    }
    const turn = turning(before, held, seconds);
    const change = Math.hypot(turn[0] - this.#turn[0], turn[1] - this.#turn[1], turn[2] - this.#turn[2]);
    const reversed = dot(turn, this.#turn) < 0 ? change / 2 : 0;
    this.#turn = turn;
    this.#strength = Math.max(this.#strength * Math.exp((-seconds * 1000) / CALM_MS), Math.min(1, reversed / FULL_SPEED));
  }

  /** @param {number} now milliseconds @returns {number} 0 to 1 */
  strength(now) {
    return this.#strength * Math.exp(-Math.max(0, now - this.#at) / CALM_MS);
  }
}

/**
 * @param {Quaternion} a
 * @param {Quaternion} b
 * @param {number} seconds between them
 * @returns {readonly [number, number, number]} radians a second, for the small turns between two samples
 */
function turning([ax, ay, az, aw], [bx, by, bz, bw], seconds) {
  const sign = ax * bx + ay * by + az * bz + aw * bw < 0 ? -2 : 2; // q and −q are the same attitude
  const x = aw * bx - ax * bw - ay * bz + az * by;
  const y = aw * by + ax * bz - ay * bw - az * bx;
  const z = aw * bz - ax * by + ay * bx - az * bw;
  return [(sign * x) / seconds, (sign * y) / seconds, (sign * z) / seconds];
}

/** @param {readonly number[]} a @param {readonly number[]} b */
function dot(a, b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
