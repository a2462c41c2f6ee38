// Staff: maps pitch and time to places on the picture.
// @ts-check
import { clamp, smoothstep } from "../_kit/numbers.js";
import { unitOf } from "../_kit/type.js";
import { LOOP_MS, phase } from "./beat.js";
import { DEGREES } from "./scale.js";

/** @import { Rect } from "../../js/display/stage/contract.js" */

const NOW = 0.58; // of the width: there is the line where notes sound
const INSET_UNITS = 1.6; // units from the picture's edges
const MARGIN_UNITS = 2.2; // units between words and the score
const FADE_UNITS = 5; // units over which the score comes and goes at its edges
const TOP = 1 / 3; // of the height; words that end above it are the row of people
const BOTTOM = 0.72; // words that begin below it are the title and the code
const MAX_ROW_UNITS = 3; // units from one pitch to the next

/** The score as it lies on the picture, in CSS pixels. Time goes to the left, pitch goes up. */
export class Staff {
  unit = 1;
  left = 0;
  right = 1;
  top = 0;
  bottom = 1;
  line = 0; // where notes sound
  #row = 1;
  #isStill = false;

  /**
   * @param {number} width
   * @param {number} height
   * @param {readonly Rect[]} words
   * @param {boolean} isStill it doesn't move; the line does without
   */
  lay(width, height, words, isStill) {
    const unit = unitOf({ width, height });
    const over = words.filter(({ y, height: high }) => y + high < height * TOP).map(({ y, height: high }) => y + high);
    const under = words.filter(({ y }) => y > height * BOTTOM).map(({ y }) => y);
    this.unit = unit;
    this.left = INSET_UNITS * unit;
    this.right = width - INSET_UNITS * unit;
    this.top = Math.max(0, ...over) + MARGIN_UNITS * unit;
    this.bottom = Math.min(height, ...under) - MARGIN_UNITS * unit;
    this.line = isStill ? this.left + 2 * unit : this.left + (this.right - this.left) * NOW;
    this.#row = Math.min(MAX_ROW_UNITS * unit, (this.bottom - this.top) / (DEGREES + 1));
    this.#isStill = isStill;
  }

  /** @returns {number} CSS pixels from one pitch to the next */
  get row() {
    return this.#row;
  }

  /** @returns {number} CSS pixels a millisecond */
  get speed() {
    return (this.right - this.left) / LOOP_MS;
  }

  /** @param {number} degree @returns {number} */
  y(degree) {
    const middle = (this.top + this.bottom) / 2;
    return middle + ((DEGREES - 1) / 2 - degree) * this.#row;
  }

  /**
   * @param {number} at milliseconds
   * @param {number} now milliseconds
   * @returns {number} where that moment is; the score goes round, so it is between left and right
   */
  x(at, now) {
    const width = this.right - this.left;
    if (this.#isStill) return this.left + width * phase(at, LOOP_MS);
    return this.left + width * phase(at - now + LOOP_MS * NOW, LOOP_MS);
  }

  /** @param {Rect} word @returns {boolean} part of it lies on the score */
  holds({ y, height }) {
    return y < this.y(-1) && y + height > this.y(DEGREES);
  }

  /** @param {number} x @returns {number} 0 to 1: the score fades at its edges, as a drum turns away */
  light(x) {
    if (this.#isStill) return 1;
    return smoothstep(clamp(Math.min(x - this.left, this.right - x) / (FADE_UNITS * this.unit), 0, 1));
  }
}
