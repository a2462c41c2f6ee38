// Sprite batch: marks and digits of one frame, as a texture for the vertex shader.
// @ts-check
import { packed } from "../_kit/colour.js";

/** @import { Rgb } from "../_kit/colour.js" */
/** @import { Patch } from "../_kit/mark-sheet.js" */

export const WORDS = 8; // of 4 bytes a stamp: x, y, half its size, turned, left and top on the sheet, nothing, colour

/** Written anew every frame. Grows as needed. */
export class SpriteBatch {
  count = 0;
  data = new Float32Array(256 * WORDS);
  colours = new Uint32Array(this.data.buffer); // the same bytes

  /**
   * @param {Patch} patch
   * @param {number} x units
   * @param {number} y units
   * @param {number} half of its size, in units
   * @param {number} turned radians
   * @param {Rgb} paint
   * @param {number} strength 0 to 1
   */
  add(patch, x, y, half, turned, paint, strength) {
    const at = this.count * WORDS;
    if (at === this.data.length) this.#grow();
    const { data } = this;
    data[at] = x;
    data[at + 1] = y;
    data[at + 2] = half;
    data[at + 3] = turned;
    data[at + 4] = patch[0];
    data[at + 5] = patch[1];
    this.colours[at + 7] = packed(paint, strength);
    this.count += 1;
  }

  #grow() {
    const more = new Float32Array(2 * this.data.length);
    new Uint32Array(more.buffer).set(this.colours);
    this.data = more;
    this.colours = new Uint32Array(more.buffer);
  }
}
