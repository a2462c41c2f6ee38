// Tap queue: taps kept until acknowledged, given up after two seconds.
// @ts-check
import { MAX_TAP_AGE_MS, TAP_WRAP } from "../protocol.js";

/** @import { Point } from "../shared/motion.js" */
/** @import { Pose } from "./steering.js" */

/**
 * @typedef {object} Waiting
 * @property {number} id
 * @property {number} at when the finger came down: milliseconds on this page's clock
 * @property {Point} thumb fractions of the pad
 * @property {Pose} pose how the phone was held
 * @property {boolean} isAnswered the server said something, if not what it should
 */

export class TapQueue {
  /** @type {Waiting[]} */ #waiting = [];
  #next;

  /**
   * @param {number} [start] the first id. A random one, for this page may be a reload of one that has just tapped: the
   *   server knows the last ids of its seat, and would take the same ones for repeats.
   */
  constructor(start = Math.floor(Math.random() * TAP_WRAP)) {
    this.#next = start;
  }

  /** @returns {readonly Waiting[]} in the order they were made */
  get waiting() {
    return this.#waiting;
  }

  /** @returns {number} when the oldest will have been kept for long enough; Infinity if none waits */
  get until() {
    return this.#waiting.length ? this.#waiting[0].at + MAX_TAP_AGE_MS : Infinity;
  }

  /**
   * @param {Point} thumb
   * @param {Pose} pose
   * @param {number} at when the finger came down: milliseconds on this page's clock
   * @returns {Waiting}
   */
  add(thumb, pose, at) {
    const tap = { id: this.#next, at, thumb, pose, isAnswered: false };
    this.#next = (this.#next + 1) % TAP_WRAP;
    this.#waiting.push(tap);
    return tap;
  }

  /**
   * The server has answered.
   * @param {number} id
   * @param {boolean} shown whether the display has it; otherwise it may be sent again
   */
  answered(id, shown) {
    const tap = this.#waiting.find((each) => each.id === id);
    if (tap) tap.isAnswered = true;
    if (shown) this.#waiting = this.#waiting.filter((each) => each.id !== id);
  }

  /**
   * Give up what has been kept for long enough.
   * @param {number} [now] without it, give up everything
   * @returns {Waiting[]} what was given up
   */
  giveUp(now = Infinity) {
    const lost = this.#waiting.filter(({ at }) => now - at >= MAX_TAP_AGE_MS);
    this.#waiting = this.#waiting.slice(lost.length);
    return lost;
  }
}
