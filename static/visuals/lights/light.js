// Light: follows a place by critically damped springs, and leaves a trail.
// @ts-check
import { approach } from "../_kit/numbers.js";
import { Spring } from "../_kit/spring.js";
import { Trail } from "./trail.js";

/** @import { Point } from "../../js/shared/motion.js" */

const SUBSTEP_S = 1 / 120; // seconds; the line is smooth however seldom the picture is painted
const STEP_PX = 3; // CSS pixels between two points of the line
const WIDEST = 1.35; // of the usual width, where it hardly moves
const NARROWEST = 0.7; // where it is quick
const QUICK = 700; // CSS pixels a second, half-way between the two
const BRIGHTEN_S = 0.22; // seconds to get two thirds of the way to another strength

/** Follows a place with a little weight, by critically damped springs, and leaves a line behind. */
export class Light {
  strength = 0; // 0 to 1
  #x; // CSS pixels
  #y;

  /**
   * @param {Point} place CSS pixels
   * @param {number} fade seconds that its line lasts
   */
  constructor({ x, y }, fade) {
    this.#x = new Spring(x, 0);
    this.#y = new Spring(y, 0);
    this.trail = new Trail(fade);
  }

  /** @returns {number} CSS pixels */
  get x() {
    return this.#x.value;
  }

  get y() {
    return this.#y.value;
  }

  /**
   * @param {Point} place where to be, in CSS pixels
   * @param {number} lag seconds behind a place that moves steadily
   * @param {number} seconds since the last call
   * @param {number} now seconds
   */
  follow({ x, y }, lag, seconds, now) {
    const steps = Math.max(1, Math.ceil(seconds / SUBSTEP_S));
    const [fromX, fromY] = [this.#x.goal, this.#y.goal];
    this.#x.stiffness = this.#y.stiffness = 2 / lag;
    for (let step = 1; step <= steps; step += 1) {
      const done = step / steps;
      this.#x.goal = fromX + (x - fromX) * done;
      this.#y.goal = fromY + (y - fromY) * done;
      this.#x.step(seconds / steps);
      this.#y.step(seconds / steps);
      this.trail.add(this.x, this.y, now - seconds * (1 - done), STEP_PX, this.#width());
    }
    this.trail.forget(now);
  }

  /**
   * @param {number} strength to come to, 0 to 1
   * @param {number} seconds since the last call
   * @param {number} [haste] 1 is usual, less takes longer
   */
  glow(strength, seconds, haste = 1) {
    this.strength = approach(this.strength, strength, seconds * haste, BRIGHTEN_S);
  }

  /** Move to a picture of another size. @param {number} across @param {number} down factors */
  scale(across, down) {
    this.#x.scale(across);
    this.#y.scale(down);
    this.trail.scale(across, down);
  }

  /** @returns {number} of the usual width: like ink, a slow hand leaves more */
  #width() {
    const speed = Math.hypot(this.#x.speed, this.#y.speed);
    return NARROWEST + (WIDEST - NARROWEST) * (QUICK / (QUICK + speed));
  }
}
