// Where words and the code are: light dims towards them, hands go round them.
// @ts-check
import { isIn, merged } from "./boxes.js";

/** @import { Rect } from "../../js/display/stage/contract.js" */
/** @import { Point } from "../../js/shared/motion.js" */
/** @import { Box } from "./boxes.js" */

const CELLS = 160; // of the mask, along the longer side
const BARE = 0.5; // units round words without any light
const DIM = 2.4; // units from there to full light
const BESIDE = 2.3; // units between words and the middle of a light beside or below them
const ABOVE = 5; // units above them, where the light's number is in between
const EASE = 0.15; // seconds to get two thirds of the way when words come or go

/** A mask of the light (0 at words, 255 away from them) and boxes that hands stay out of. */
export class Words {
  columns = 1;
  rows = 1;
  mask = new Uint8Array([255]); // row by row from the top
  changed = true; // since the painter last looked
  #wanted = new Float32Array(1);
  #now = new Float32Array(1);
  #settled = false;
  /** @type {Box[]} */ #boxes = [];
  /** @type {Rect[]} */ #rects = [];
  #width = 0;
  #height = 0;
  #unit = 1;

  /**
   * @param {readonly Rect[]} rects
   * @param {number} width of the picture, in CSS pixels
   * @param {number} height
   * @param {number} seconds since the last call
   */
  update(rects, width, height, seconds) {
    const resized = width !== this.#width || height !== this.#height;
    if (resized) this.#resize(width, height);
    if (resized || !areSame(rects, this.#rects)) this.#learn(rects);
    if (!this.#settled) this.#ease(resized ? 1 : 1 - Math.exp(-seconds / EASE));
  }

  /** @returns {Point} the middle of the code: the squarest thing there is; the lower right corner without one */
  get code() {
    const [squarest] = this.#rects
      .filter(({ height }) => height > 3 * this.#unit)
      .sort((a, b) => Math.abs(Math.log(a.width / a.height)) - Math.abs(Math.log(b.width / b.height)));
    if (!squarest) return { x: this.#width, y: this.#height };
    return { x: squarest.x + squarest.width / 2, y: squarest.y + squarest.height / 2 };
  }

  /**
   * @param {Point} place
   * @param {number} inset CSS pixels to keep from the picture's edges
   * @returns {Point} the nearest place that is free
   */
  clear({ x, y }, inset) {
    const place = { x: between(x, inset, this.#width - inset), y: between(y, inset, this.#height - inset) };
    for (const box of this.#boxes) if (isIn(place, box)) return this.#leave(place, box, inset);
    return place;
  }

  /** @param {Point} place @param {Box} box @param {number} inset */
  #leave({ x, y }, { left, top, right, bottom }, inset) {
    const ways = [
      { x: left, y, far: x - left, open: left >= inset },
      { x: right, y, far: right - x, open: right <= this.#width - inset },
      { x, y: top, far: y - top, open: top >= inset },
      { x, y: bottom, far: bottom - y, open: bottom <= this.#height - inset },
    ].filter(({ open }) => open);
    const [nearest] = ways.sort((a, b) => a.far - b.far);
    return nearest ? { x: nearest.x, y: nearest.y } : { x, y };
  }

  /** @param {number} width @param {number} height */
  #resize(width, height) {
    this.#width = width;
    this.#height = height;
    this.#unit = Math.min(width, height) / 45;
    const cell = Math.max(width, height) / CELLS;
    this.columns = Math.max(1, Math.round(width / cell));
    this.rows = Math.max(1, Math.round(height / cell));
    this.mask = new Uint8Array(this.columns * this.rows);
    this.#wanted = new Float32Array(this.mask.length);
    this.#now = new Float32Array(this.mask.length);
  }

  /** @param {readonly Rect[]} rects */
  #learn(rects) {
    this.#rects = rects.map(({ x, y, width, height }) => ({ x, y, width, height }));
    this.#boxes = merged(this.#rects.map((rect) => this.#boxAround(rect)));
    this.#settled = false;
    for (let row = 0, cell = 0; row < this.rows; row += 1) {
      const y = ((row + 0.5) / this.rows) * this.#height;
      for (let column = 0; column < this.columns; column += 1, cell += 1) {
        this.#wanted[cell] = 255 * this.#lightAt(((column + 0.5) / this.columns) * this.#width, y);
      }
    }
  }

  /** @param {number} x @param {number} y @returns {number} 0 to 1 */
  #lightAt(x, y) {
    let far = Infinity;
    for (const { x: left, y: top, width, height } of this.#rects) {
      const dx = Math.max(left - x, x - left - width, 0);
      const dy = Math.max(top - y, y - top - height, 0);
      far = Math.min(far, Math.hypot(dx, dy));
    }
    const part = between((far / this.#unit - BARE) / DIM, 0, 1);
    return part * part * (3 - 2 * part);
  }

  /** @param {number} share of the way to go, 0 to 1 */
  #ease(share) {
    let most = 0;
    for (let cell = 0; cell < this.mask.length; cell += 1) {
      const left = this.#wanted[cell] - this.#now[cell];
      this.#now[cell] += left * share;
      this.mask[cell] = this.#now[cell] + 0.5;
      most = Math.max(most, Math.abs(left) * (1 - share));
    }
    this.changed = true;
    this.#settled = most < 0.5;
  }

  /** @param {Rect} rect @returns {Box} */
  #boxAround({ x, y, width, height }) {
    const [beside, above] = [BESIDE * this.#unit, ABOVE * this.#unit];
    return { left: x - beside, top: y - above, right: x + width + beside, bottom: y + height + beside };
  }
}

/** @param {readonly Rect[]} a @param {readonly Rect[]} b */
function areSame(a, b) {
  return a.length === b.length && a.every((rect, i) =>
    rect.x === b[i].x && rect.y === b[i].y && rect.width === b[i].width && rect.height === b[i].height);
}

/** @param {number} value @param {number} least @param {number} most */
function between(value, least, most) {
  return Math.min(most, Math.max(least, value));
}
