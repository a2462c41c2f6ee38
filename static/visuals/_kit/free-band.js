// Free band of the picture: between the words at the top and those at the bottom.
// @ts-check
import { approach } from "./numbers.js";
import { unitOf } from "./type.js";

/** @import { Rect, Stage } from "../../js/display/stage/contract.js" */

const ABOVE_UNITS = 1.2; // between the words at the top and the band
const EASE_S = 0.12; // in which it makes room for words by two thirds

/** Makes room smoothly when words come or go; at once where motion should be less. */
export class FreeBand {
  #stage;
  #below;
  /** @type {Rect | null} */ #rect = null;

  /** @param {Stage} stage @param {number} [below] units between the band and the words at the bottom */
  constructor(stage, below = ABOVE_UNITS) {
    this.#stage = stage;
    this.#below = below;
  }

  /** @param {number} seconds since the last call @returns {Rect} where the band is now, in CSS pixels */
  step(seconds) {
    const wanted = freeBand(this.#stage.words(), this.#stage.safe(), unitOf(this.#stage), this.#below);
    const { y, height } = this.#rect ?? wanted;
    const time = this.#stage.calm ? Infinity : seconds;
    this.#rect = { ...wanted, y: approach(y, wanted.y, time, EASE_S), height: approach(height, wanted.height, time, EASE_S) };
    return this.#rect;
  }

  /** Nothing is in it, or the picture has another size: the next step puts it where it belongs. */
  forget() {
    this.#rect = null;
  }
}

/**
 * Find the band at once.
 * @param {readonly Rect[]} words of the stage, in CSS pixels
 * @param {Rect} safe of the stage
 * @param {number} unit CSS pixels: the size of the page's type
 * @param {number} [below] units between the band and the words at the bottom
 * @returns {Rect} as wide as `safe`, at least a pixel high
 */
export function freeBand(words, safe, unit, below = ABOVE_UNITS) {
  let [top, bottom] = [safe.y, safe.y + safe.height];
  for (const { y, height } of words) {
    if (y + height < safe.y + 0.5 * safe.height) top = Math.max(top, y + height + ABOVE_UNITS * unit);
    if (y > safe.y + 0.6 * safe.height) bottom = Math.min(bottom, y - below * unit);
  }
  return { ...safe, y: top, height: Math.max(1, bottom - top) };
}
