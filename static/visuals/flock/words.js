// Where words and the code are: birds shy away from them and dim, marks stay out.
// @ts-check
import { isIn, merged } from "./boxes.js";

/** @import { Rect } from "../../js/display/stage/contract.js" */
/** @import { Point } from "../../js/shared/motion.js" */
/** @import { Box } from "./boxes.js" */

const BARE = 0.5; // units round words without a bird
const DIM = 2.2; // units from there to full strength
const SHY = 3; // units round words where birds turn away
const AWAY = 11; // units a second, at the words
const BESIDE = 2.4; // units between words and the middle of a mark beside or below them
const ABOVE = 4.6; // units above them, where the mark's number is in between
const INSET = 2.4; // units from the picture's edges
const ROW = 1 / 3; // of the height; words that end above it are the row of people
const EASE = 0.15; // seconds to get two thirds of the way when words come or go

/** All places in units. */
export class Words {
  columns = 1;
  rows = 1;
  mask = new Uint8Array([255]); // how strong birds show, in cells of a unit, row by row from the top
  changed = true; // since the painter last looked
  #wanted = new Float32Array(1);
  #now = new Float32Array(1);
  #settled = false;
  #known = "";
  #width = 0;
  #height = 0;
  /** @type {Box[]} */ #boxes = []; // round words
  /** @type {Box[]} */ #shut = []; // where marks may not be
  /** @type {Box} where marks have their places */ open = { left: 0, top: 0, right: 1, bottom: 1 };
  /** @type {Point} the middle of the code; the lower right corner without one */ code = { x: 0, y: 0 };

  /**
   * @param {readonly Rect[]} rects CSS pixels
   * @param {number} unit CSS pixels
   * @param {number} width of the picture, in units
   * @param {number} height in units
   * @param {number} seconds since the last call
   * @returns {boolean} words have come, gone or moved
   */
  update(rects, unit, width, height, seconds) {
    const key = `${width} ${height} ${rects.map(({ x, y, width, height }) => [x, y, width, height].map(Math.round))}`;
    const isNew = key !== this.#known;
    const resized = width !== this.#width || height !== this.#height;
    this.#known = key;
    if (isNew) this.#learn(rects, unit, width, height, resized);
    if (!this.#settled) this.#ease(resized ? 1 : 1 - Math.exp(-seconds / EASE));
    return isNew;
  }

  /** @param {number} x @param {number} y @returns {number} how strong birds show there, 0 to 1 */
  at(x, y) {
    const column = between(Math.floor((x / this.#width) * this.columns), 0, this.columns - 1);
    const row = between(Math.floor((y / this.#height) * this.rows), 0, this.rows - 1);
    return this.mask[row * this.columns + column] / 255;
  }

  /** @param {Point} place @returns {Point} the nearest that is free for a mark */
  clear({ x, y }) {
    const place = { x: between(x, INSET, this.#width - INSET), y: between(y, INSET, this.#height - INSET) };
    for (const box of this.#shut) if (isIn(place, box)) return this.#leave(place, box);
    return place;
  }

  /** @param {number} x @param {number} y @returns {[x: number, y: number]} which way a bird turns there, in units a second */
  push(x, y) {
    let [pushX, pushY] = [0, 0];
    for (const { left, top, right, bottom } of this.#boxes) {
      const near = Math.min(x - left, right - x, y - top, bottom - y) + SHY; // above SHY within words
      if (near <= 0) continue;
      const [dx, dy] = [(2 * x - left - right) / (right - left + SHY), (2 * y - top - bottom) / (bottom - top + SHY)];
      const far = Math.hypot(dx, dy) + 0.01;
      const force = AWAY * Math.min(1, near / SHY);
      pushX += (force * dx) / far;
      pushY += (force * dy) / far;
    }
    return [between(pushX, -AWAY, AWAY), between(pushY, -AWAY, AWAY)];
  }

  /** @param {readonly Rect[]} rects @param {number} unit @param {number} width @param {number} height @param {boolean} resized */
  #learn(rects, unit, width, height, resized) {
    if (resized) this.#resize(width, height);
    const boxes = rects.map((rect) => inUnits(rect, unit));
    const row = boxes.filter(({ bottom }) => bottom < height * ROW);
    const top = row.reduce((lowest, { bottom }) => Math.max(lowest, bottom), 0);
    this.open = { left: INSET, top: Math.max(INSET, top > 0 ? top + BESIDE : 0), right: width - INSET, bottom: height - INSET };
    this.#boxes = merged(boxes.map((box) => wider(box, 0.3, 0.3)));
    this.#shut = merged(boxes.map((box) => wider(box, BESIDE, ABOVE)));
    this.code = codeIn(boxes) ?? { x: width, y: height };
    this.#wanted.fill(255);
    for (const box of boxes) this.#dim(box);
    this.#settled = false;
  }

  /** @param {number} width @param {number} height */
  #resize(width, height) {
    this.#width = width;
    this.#height = height;
    this.columns = Math.max(1, Math.round(width));
    this.rows = Math.max(1, Math.round(height));
    this.mask = new Uint8Array(this.columns * this.rows);
    this.#wanted = new Float32Array(this.mask.length);
    this.#now = new Float32Array(this.mask.length);
  }

  /** @param {Box} box */
  #dim({ left, top, right, bottom }) {
    const reach = BARE + DIM;
    const [across, down] = [this.#width / this.columns, this.#height / this.rows]; // units a cell
    const lastRow = Math.min(this.rows - 1, Math.ceil((bottom + reach) / down));
    const lastColumn = Math.min(this.columns - 1, Math.ceil((right + reach) / across));
    for (let row = Math.max(0, Math.floor((top - reach) / down)); row <= lastRow; row += 1) {
      const dy = Math.max(top - (row + 0.5) * down, (row + 0.5) * down - bottom, 0);
      for (let column = Math.max(0, Math.floor((left - reach) / across)); column <= lastColumn; column += 1) {
        const dx = Math.max(left - (column + 0.5) * across, (column + 0.5) * across - right, 0);
        const part = between((Math.hypot(dx, dy) - BARE) / DIM, 0, 1);
        const cell = row * this.columns + column;
        this.#wanted[cell] = Math.min(this.#wanted[cell], 255 * part * part * (3 - 2 * part));
      }
    }
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

  /** @param {Point} place @param {Box} box @returns {Point} */
  #leave({ x, y }, { left, top, right, bottom }) {
    const ways = [
      { x: left, y, far: x - left, isOpen: left >= INSET },
      { x: right, y, far: right - x, isOpen: right <= this.#width - INSET },
      { x, y: top, far: y - top, isOpen: top >= INSET },
      { x, y: bottom, far: bottom - y, isOpen: bottom <= this.#height - INSET },
    ].filter(({ isOpen }) => isOpen);
    const [nearest] = ways.sort((a, b) => a.far - b.far);
    return nearest ?? { x, y };
  }
}

/** @param {Box[]} boxes @returns {Point | null} the middle of the largest square: the code is the only one that large */
function codeIn(boxes) {
  const squares = boxes.filter(({ left, top, right, bottom }) => Math.abs((right - left) / (bottom - top) - 1) < 0.1);
  const [code] = squares.sort((a, b) => b.bottom - b.top - (a.bottom - a.top));
  if (!code || code.bottom - code.top < 4) return null;
  return { x: (code.left + code.right) / 2, y: (code.top + code.bottom) / 2 };
}

/** @param {Rect} rect CSS pixels @param {number} unit @returns {Box} */
function inUnits({ x, y, width, height }, unit) {
  return { left: x / unit, top: y / unit, right: (x + width) / unit, bottom: (y + height) / unit };
}

/** @param {Box} box @param {number} beside @param {number} above @returns {Box} */
function wider({ left, top, right, bottom }, beside, above) {
  return { left: left - beside, top: top - above, right: right + beside, bottom: bottom + beside };
}

/** @param {number} value @param {number} least @param {number} most */
function between(value, least, most) {
  return Math.min(most, Math.max(least, value));
}
