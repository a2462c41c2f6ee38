// Keep-out of the flock: birds shy away from words, marks stay below the row of seats.
// @ts-check
import { merged, widened } from "../_kit/boxes.js";
import { KeepOut } from "../_kit/keep-out.js";
import { clamp } from "../_kit/numbers.js";

/** @import { Rect } from "../../js/display/stage/contract.js" */
/** @import { Box } from "../_kit/boxes.js" */

/** In units. */
const MARGINS = { cell: 1, bare: 0.5, fade: 2.2, beside: 2.4, above: 4.6 };
const SHY_UNITS = 3; // units round words where birds turn away
const BARE_UNITS = 0.3; // units round words that count as words
const AWAY = 11; // units a second, at the words
const INSET_UNITS = 2.4; // units from the picture's edges
const ROW = 1 / 3; // of the height; words that end above it are the row of people

/** All places in units. */
export class FlockKeepOut extends KeepOut {
  /** @type {Box} where marks have their places */ open = { left: 0, top: 0, right: 1, bottom: 1 };
  /** @type {readonly Box[]} */ #shunned = [];

  constructor() {
    super(MARGINS);
  }

  /**
   * @override
   * @param {readonly Rect[]} rects
   * @param {{width: number, height: number}} size
   * @param {number} scale
   * @param {number} seconds
   */
  update(rects, size, scale, seconds) {
    const isNew = super.update(rects, size, scale, seconds);
    if (isNew) {
      const row = this.words.filter(({ bottom }) => bottom < this.height * ROW);
      const top = row.reduce((lowest, { bottom }) => Math.max(lowest, bottom + MARGINS.beside), INSET_UNITS);
      this.open = { left: INSET_UNITS, top, right: this.width - INSET_UNITS, bottom: this.height - INSET_UNITS };
      this.#shunned = merged(this.words.map((box) => widened(box, BARE_UNITS)));
    }
    return isNew;
  }

  /**
   * @override
   * @param {{x: number, y: number}} place
   */
  clear(place) {
    return super.clear(place, INSET_UNITS);
  }

  /** @param {number} x @param {number} y @returns {[x: number, y: number]} which way a bird turns there, in units a second */
  push(x, y) {
    let [pushX, pushY] = [0, 0];
    for (const { left, top, right, bottom } of this.#shunned) {
      const near = Math.min(x - left, right - x, y - top, bottom - y) + SHY_UNITS; // above SHY_UNITS within words
      if (near <= 0) continue;
      const [dx, dy] = [(2 * x - left - right) / (right - left + SHY_UNITS), (2 * y - top - bottom) / (bottom - top + SHY_UNITS)];
      const far = Math.hypot(dx, dy) + 0.01;
      const force = AWAY * Math.min(1, near / SHY_UNITS);
      pushX += (force * dx) / far;
      pushY += (force * dy) / far;
    }
    return [clamp(pushX, -AWAY, AWAY), clamp(pushY, -AWAY, AWAY)];
  }
}
