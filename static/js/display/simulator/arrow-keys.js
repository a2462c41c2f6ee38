// Arrow keys as a simulated hand; the space bar taps.
// @ts-check
import { ARROWS } from "../../client/keys.js";

/** @import { Point } from "../../shared/motion.js" */

export class ArrowKeys {
  /** @type {Set<string>} */ #down = new Set();
  #handlers;

  /**
   * @param {Window} scope
   * @param {{pull: (arrows: Point) => void, tap: () => void}} handlers the arrows that are held, −1 to 1 each
   */
  constructor(scope, handlers) {
    this.#handlers = handlers;
    scope.addEventListener("keyup", ({ key }) => this.#down.delete(key) && this.#pull());
    scope.addEventListener("blur", () => this.letGo());
  }

  /** @param {string} key that goes down @returns {boolean} whether the hand took it */
  press(key) {
    if (key === " ") this.#handlers.tap();
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
    this.#handlers.pull({ x: held.reduce((sum, { x }) => sum + x, 0), y: held.reduce((sum, { y }) => sum + y, 0) });
  }
}
