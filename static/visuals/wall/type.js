// Text on the canvas: wrapped, and as large as fits.
// @ts-check
import { lettersOf } from "./letters.js";

const FONT = "Hyperlegible, system-ui, sans-serif";
const STEP = 0.94; // from one size to the next smaller one
const MOST_FITTED = 200; // texts whose fit is remembered: an evening brings thousands
export const LEADING = 1.18; // line to line, of the size

/** @typedef {{size: number, lines: readonly string[]}} Fitted */

/** @param {number} weight @param {number} size CSS pixels */
export function font(weight, size) {
  return `${weight} ${size}px ${FONT}`;
}

/** Remembers what it fitted: measuring is slow. */
export class Type {
  #pen;
  /** @type {Map<string, Fitted>} */ #fitted = new Map();

  /** @param {CanvasRenderingContext2D} pen */
  constructor(pen) {
    this.#pen = pen;
  }

  /** Fonts have come, or the picture has another size. */
  forget() {
    this.#fitted.clear();
  }

  /**
   * @param {string} text
   * @param {{width: number, height: number, most: number, least: number, weight?: number}} room CSS pixels; sizes too
   * @returns {Fitted} cut with "…" where even the least size is too large
   */
  fit(text, { width, height, most, least, weight = 700 }) {
    const key = `${text}|${Math.round(width)}|${Math.round(height)}|${Math.round(most)}|${weight}`;
    const known = this.#fitted.get(key);
    if (known) return known;
    let size = most;
    let wrapped = this.#wrap(text, width, weight, size);
    while (wrapped.length * size * LEADING > height && size * STEP >= least) {
      size *= STEP;
      wrapped = this.#wrap(text, width, weight, size);
    }
    const lines = Math.max(1, Math.floor(height / (size * LEADING)));
    const fitted = { size, lines: wrapped.length > lines ? this.#cut(wrapped, lines, width) : wrapped };
    if (this.#fitted.size >= MOST_FITTED) this.#fitted.clear();
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
    for (const letter of lettersOf(word)) {
      if (this.#pen.measureText(pieces[pieces.length - 1] + letter).width <= width) pieces[pieces.length - 1] += letter;
      else pieces.push(letter);
    }
    return pieces;
  }

  /** @param {readonly string[]} wrapped @param {number} lines @param {number} width */
  #cut(wrapped, lines, width) {
    const kept = wrapped.slice(0, lines);
    let last = lettersOf(kept[lines - 1]);
    while (last.length > 1 && this.#pen.measureText(`${last.join("")}…`).width > width) last = last.slice(0, -1);
    return [...kept.slice(0, -1), `${last.join("")}…`];
  }
}
