// Text fitting on a canvas: wrapped, and as large as there is room for.
// @ts-check
import { graphemes } from "./graphemes.js";
import { font } from "./type.js";

/** @import { Pen } from "./canvas.js" */

const STEP = 0.94; // from one size to the next smaller one
const MAX_REMEMBERED = 200; // texts: an evening brings thousands

/** Line to line, of the font size. */
export const LEADING = 1.18;

/** @typedef {{size: number, lines: readonly string[]}} Fitted size: CSS pixels of the font */

/**
 * @typedef {object} Room
 * @property {number} width CSS pixels
 * @property {number} [height] CSS pixels that all lines together may take; any if left out
 * @property {number} [lines] at most; any number if left out
 * @property {number} most CSS pixels: the largest font size
 * @property {number} least CSS pixels: the smallest
 * @property {number} [weight] of the font, 700 if left out
 */

/** Remembers what it fitted: measuring is slow. */
export class TextFit {
  #pen;
  /** @type {Map<string, Fitted>} */ #fitted = new Map();

  /** @param {Pen} pen to measure with; its font changes */
  constructor(pen) {
    this.#pen = pen;
  }

  /** Fonts have come, or the picture has another size. */
  forget() {
    this.#fitted.clear();
  }

  /**
   * @param {string} text
   * @param {Room} room
   * @returns {Fitted} cut with "…" where even the smallest size is too large
   */
  fit(text, { width, height = Infinity, lines = Infinity, most, least, weight = 700 }) {
    const key = `${text}|${Math.round(width)}|${Math.round(height)}|${lines}|${Math.round(most)}|${weight}`;
    const known = this.#fitted.get(key);
    if (known) return known;
    const mostLines = (/** @type {number} */ size) => Math.min(lines, Math.floor(height / (size * LEADING)));
    let size = most;
    let wrapped = this.#wrap(text, width, weight, size);
    while (wrapped.length > mostLines(size) && size * STEP >= least) {
      size *= STEP;
      wrapped = this.#wrap(text, width, weight, size);
    }
    const count = Math.max(1, mostLines(size));
    const fitted = { size, lines: wrapped.length > count ? this.#cut(wrapped, count, width) : wrapped };
    if (this.#fitted.size >= MAX_REMEMBERED) this.#fitted.clear();
    this.#fitted.set(key, fitted);
    return fitted;
  }

  /** @param {string} text @param {number} width @param {number} weight @param {number} size @returns {string[]} */
  #wrap(text, width, weight, size) {
    this.#pen.font = font(weight, size);
    const lines = [""];
    for (const word of text.split(" ").flatMap((part) => this.#pieces(part, width))) {
      const longer = lines[lines.length - 1] ? `${lines[lines.length - 1]} ${word}` : word;
      if (this.#pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines.filter((line) => line !== "");
  }

  /** @param {string} word @param {number} width @returns {string[]} that fit on a line each */
  #pieces(word, width) {
    const pieces = [""];
    for (const letter of graphemes(word)) {
      if (this.#pen.measureText(pieces[pieces.length - 1] + letter).width <= width) pieces[pieces.length - 1] += letter;
      else pieces.push(letter);
    }
    return pieces;
  }

  /** @param {readonly string[]} wrapped @param {number} lines @param {number} width */
  #cut(wrapped, lines, width) {
    const kept = wrapped.slice(0, lines);
    let last = graphemes(kept[lines - 1]);
    while (last.length > 1 && this.#pen.measureText(`${last.join("")}…`).width > width) last = last.slice(0, -1);
    return [...kept.slice(0, -1), `${last.join("")}…`];
  }
}
