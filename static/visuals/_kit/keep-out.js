// Keep-out of the page's words: light dims towards them, marks go round them.
// @ts-check
import { boxOf, merged, nearestFree, widened } from "./boxes.js";
import { codePlace } from "./code-place.js";
import { unitOf } from "./type.js";
import { WordMask } from "./word-mask.js";

/** @import { Rect } from "../../js/display/stage/contract.js" */
/** @import { Point } from "../../js/shared/motion.js" */
/** @import { Box } from "./boxes.js" */

/**
 * Distances in units, 1/45 of the picture's shorter side.
 * @typedef {object} Margins
 * @property {number} cell side of the mask's cells
 * @property {number} bare round words without any light
 * @property {number} fade from there to full light
 * @property {number} beside between words and the middle of a mark beside or below them
 * @property {number} above between words and a mark above them: its number is in between
 */

/** Where words are, in the caller's own unit; call `update` once a frame. */
export class KeepOut {
  mask = new WordMask();
  /** @type {readonly Box[]} */ words = [];
  /** @type {Point} middle of the code; the lower right corner without one */ code = { x: 0, y: 0 };
  width = 0; // of the picture
  height = 0;
  #margins;
  /** @type {readonly Box[]} */ #shut = [];
  #known = "";

  /** @param {Margins} margins */
  constructor(margins) {
    this.#margins = margins;
  }

  /**
   * @param {readonly Rect[]} rects words of the stage, in CSS pixels
   * @param {{width: number, height: number}} size of the picture, in CSS pixels
   * @param {number} scale CSS pixels in the caller's unit
   * @param {number} seconds since the last call
   * @returns {boolean} words have come, gone or moved, or the picture has another size
   */
  update(rects, size, scale, seconds) {
    const key = `${size.width} ${size.height} ${rects.map(({ x, y, width, height }) => [x, y, width, height].map(Math.round))}`;
    const isNew = key !== this.#known;
    this.#known = key;
    if (isNew) this.#learn(rects, size, scale);
    this.mask.step(seconds);
    return isNew;
  }

  /**
   * @param {Point} place
   * @param {number} inset distance to keep from the picture's edges
   * @returns {Point} the nearest place that is free
   */
  clear(place, inset) {
    return nearestFree(place, this.#shut, { left: inset, top: inset, right: this.width - inset, bottom: this.height - inset });
  }

  /** @param {readonly Rect[]} rects @param {{width: number, height: number}} size @param {number} scale */
  #learn(rects, size, scale) {
    const { cell, bare, fade, beside, above } = this.#margins;
    const unit = unitOf(size) / scale;
    this.width = size.width / scale;
    this.height = size.height / scale;
    this.words = rects.map((rect) => boxOf(rect, scale));
    const code = codePlace(rects, size);
    this.code = { x: code.x / scale, y: code.y / scale };
    this.#shut = merged(this.words.map((box) => widened(box, beside * unit, above * unit)));
    this.mask.resize(this.width, this.height, cell * unit);
    this.mask.cover(this.words, bare * unit, fade * unit);
  }
}
