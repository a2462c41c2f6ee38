// One light: where it is, where it has been, how bright it is.
// @ts-check
import { Trail } from "./trail.js";

/** @import { Point } from "../../js/shared/motion.js" */

const SUBSTEP = 1 / 120; // seconds; the line is smooth however seldom the picture is painted
const STEP = 3; // CSS pixels between two points of the line
const WIDEST = 1.35; // of the usual width, where it hardly moves
const NARROWEST = 0.7; // where it is quick
const QUICK = 700; // CSS pixels a second, half-way between the two
const BRIGHTEN = 0.22; // seconds to get two thirds of the way to another strength

/** Follows a place with a little weight, by a critically damped spring, and leaves a line behind. */
export class Light {
  strength = 0; // 0 to 1
  #vx = 0; // CSS pixels a second
  #vy = 0;
  #toX;
  #toY;

  /**
   * @param {Point} place CSS pixels
   * @param {number} fade seconds that its line lasts
   */
  constructor({ x, y }, fade) {
    this.x = this.#toX = x;
    this.y = this.#toY = y;
    this.trail = new Trail(fade);
  }

  /**
   * @param {Point} place where to be, in CSS pixels
   * @param {number} lag seconds behind a place that moves steadily
   * @param {number} seconds since the last call
   * @param {number} now seconds
   */
  follow({ x, y }, lag, seconds, now) {
    const steps = Math.max(1, Math.ceil(seconds / SUBSTEP));
    for (let step = 1; step <= steps; step += 1) {
      const done = step / steps;
      this.#pull(this.#toX + (x - this.#toX) * done, this.#toY + (y - this.#toY) * done, 2 / lag, seconds / steps);
      this.trail.add(this.x, this.y, now - seconds * (1 - done), STEP, this.#width());
    }
    this.#toX = x;
    this.#toY = y;
    this.trail.forget(now);
  }

  /**
   * @param {number} strength to come to, 0 to 1
   * @param {number} seconds since the last call
   * @param {number} [haste] 1 is usual, less takes longer
   */
  glow(strength, seconds, haste = 1) {
    this.strength += (strength - this.strength) * (1 - Math.exp((-seconds * haste) / BRIGHTEN));
  }

  /** Move to a picture of another size. @param {number} across @param {number} down factors */
  scale(across, down) {
    this.x *= across;
    this.#toX *= across;
    this.y *= down;
    this.#toY *= down;
    this.trail.scale(across, down);
  }

  /** @returns {number} of the usual width: like ink, a slow hand leaves more */
  #width() {
    const speed = Math.hypot(this.#vx, this.#vy);
    return NARROWEST + (WIDEST - NARROWEST) * (QUICK / (QUICK + speed));
  }

  /**
   * The spring's exact solution over a step during which its far end keeps still.
   * @param {number} x
   * @param {number} y
   * @param {number} stiffness per second
   * @param {number} seconds
   */
  #pull(x, y, stiffness, seconds) {
    const decay = Math.exp(-stiffness * seconds);
    const dx = this.x - x;
    const dy = this.y - y;
    const pushX = (this.#vx + stiffness * dx) * seconds;
    const pushY = (this.#vy + stiffness * dy) * seconds;
    this.x = x + (dx + pushX) * decay;
    this.y = y + (dy + pushY) * decay;
    this.#vx = (this.#vx - stiffness * pushX) * decay;
    this.#vy = (this.#vy - stiffness * pushY) * decay;
  }
}
