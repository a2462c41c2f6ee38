// Light mask of the picture: dark at words, full away from them; fades as words come and go.
// @ts-check
import { clamp, smoothstep } from "./numbers.js";

/** @import { Box } from "./boxes.js" */

const EASE_S = 0.15; // to get two thirds of the way when words come or go

/** A grid of bytes that a shader can read as a texture. Places in the caller's unit. */
export class WordMask {
  columns = 1;
  rows = 1;
  bytes = new Uint8Array([255]); // 0 at words to 255 away from them, row by row from the top
  changed = true; // since its reader last set it to false
  #wanted = new Float32Array(1);
  #now = new Float32Array(1);
  #width = 0;
  #height = 0;
  #isFresh = true; // what it shows is of another size
  #isSettled = false;

  /**
   * Take on the picture's size; the next step shows it at once.
   * @param {number} width
   * @param {number} height
   * @param {number} cell side of a cell, about
   */
  resize(width, height, cell) {
    if (width === this.#width && height === this.#height) return;
    this.#width = width;
    this.#height = height;
    this.columns = Math.max(1, Math.round(width / cell));
    this.rows = Math.max(1, Math.round(height / cell));
    this.bytes = new Uint8Array(this.columns * this.rows);
    this.#wanted = new Float32Array(this.bytes.length);
    this.#now = new Float32Array(this.bytes.length);
    this.#isFresh = true;
  }

  /**
   * Darken these boxes from now on, and nothing else.
   * @param {readonly Box[]} boxes
   * @param {number} bare how far round a box there is no light
   * @param {number} fade from there to full light
   */
  cover(boxes, bare, fade) {
    this.#wanted.fill(255);
    for (const box of boxes) this.#darken(box, bare, fade);
    this.#isSettled = false;
  }

  /** Fade towards what is covered now. @param {number} seconds since the last call */
  step(seconds) {
    if (this.#isSettled) return;
    const share = this.#isFresh ? 1 : 1 - Math.exp(-seconds / EASE_S);
    let most = 0;
    for (let cell = 0; cell < this.bytes.length; cell += 1) {
      const left = this.#wanted[cell] - this.#now[cell];
      this.#now[cell] += left * share;
      this.bytes[cell] = this.#now[cell] + 0.5;
      most = Math.max(most, Math.abs(left) * (1 - share));
    }
    this.changed = true;
    this.#isFresh = false;
    this.#isSettled = most < 0.5;
  }

  /** @param {number} x @param {number} y @returns {number} light there, 0 to 1 */
  at(x, y) {
    const column = clamp(Math.floor((x / this.#width) * this.columns), 0, this.columns - 1);
    const row = clamp(Math.floor((y / this.#height) * this.rows), 0, this.rows - 1);
    return this.bytes[row * this.columns + column] / 255;
  }

  /** @param {Box} box @param {number} bare @param {number} fade */
  #darken({ left, top, right, bottom }, bare, fade) {
    const reach = bare + fade;
    const [across, down] = [this.#width / this.columns, this.#height / this.rows]; // of a cell
    const lastRow = Math.min(this.rows - 1, Math.ceil((bottom + reach) / down));
    const lastColumn = Math.min(this.columns - 1, Math.ceil((right + reach) / across));
    for (let row = Math.max(0, Math.floor((top - reach) / down)); row <= lastRow; row += 1) {
      const dy = Math.max(top - (row + 0.5) * down, (row + 0.5) * down - bottom, 0);
      for (let column = Math.max(0, Math.floor((left - reach) / across)); column <= lastColumn; column += 1) {
        const dx = Math.max(left - (column + 0.5) * across, (column + 0.5) * across - right, 0);
        const light = smoothstep(clamp((Math.hypot(dx, dy) - bare) / fade, 0, 1));
        const cell = row * this.columns + column;
        this.#wanted[cell] = Math.min(this.#wanted[cell], 255 * light);
      }
    }
  }
}
