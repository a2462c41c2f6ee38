// Arrow keys as a simulated hand; the space bar taps.
// @ts-check
import { ARROWS } from "../../client/keys.js";

/** @import { Point } from "../../shared/motion.js" */

export class Arrows {
  /** @type {Set<string>} */ #down = new Set();
  #hears;

  /**
   * @param {Window} scope
   * @param {{pull: (arrows: Point) => void, tap: () => void}} hears the arrows that are held, −1 to 1 each
   */
  constructor(scope, hears) {
    this.#hears = hears;
    scope.addEventListener("keyup", ({ key }) => this.#down.delete(key) && this.#pull());
    scope.addEventListener("blur", () => this.letGo());
  }

  /** @param {string} key that goes down @returns {boolean} whether the hand took it */
  press(key) {
    if (key === " ") this.#hears.tap();
    else if (!(key in ARROWS)) return false;
    else if (!this.#down.has(key)) {
      this.#down.add(key);
      this.#pull();
    }
    return true;
  }

  /** Nobody holds any. */
  letGo() {
    if (this.#down.size === 0) return;
    this.#down.clear();
    this.#pull();
  }

  #pull() {
    const held = [...this.#down].map((key) => ARROWS[key]);
    this.#hears.pull({ x: held.reduce((sum, { x }) => sum + x, 0), y: held.reduce((sum, { y }) => sum + y, 0) });
  }
}
