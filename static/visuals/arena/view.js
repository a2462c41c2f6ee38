// Layout of plate and scoreboard, as large as words and code leave room for.
// @ts-check
import { unitOf } from "../_kit/type.js";

/** @import { Rect } from "../../js/display/stage/contract.js" */

const MARGIN_UNITS = 1.6; // type units round the plate
const BOARD_UNITS = 13; // type units that the scores take, beside the plate or below it

/**
 * @typedef {object} View
 * @property {number} x of the plate's middle, CSS pixels
 * @property {number} y
 * @property {number} unit CSS pixels of the plate's radius at the start
 * @property {number} type CSS pixels: the size of the page's type
 * @property {{x: number, y: number, lines: number}} board top left of the scores, and how many there is room for
 */

/**
 * @param {number} width CSS pixels
 * @param {number} height
 * @param {readonly Rect[]} words
 * @param {Rect} safe the part of the picture that may have words
 * @returns {View}
 */
export function viewOf(width, height, words, safe) {
  const type = unitOf({ width, height });
  const over = words.map(({ y, height: tall }) => y + tall).filter((end) => end < height / 5);
  const top = Math.max(safe.y, ...over) + MARGIN_UNITS * type;
  const isWide = width > height;
  if (isWide) {
    const bottom = safe.y + safe.height - MARGIN_UNITS * type;
    const side = (safe.width - BOARD_UNITS * type) / 2;
    const unit = Math.max(4 * type, Math.min((bottom - top) / 2, side));
    return { x: width / 2, y: (top + bottom) / 2, unit, type, board: { x: safe.x, y: top + type, lines: 8 } };
  }
  const low = words.filter(({ y, width: wide }) => y > height / 2 && wide < width * 0.8).map(({ y }) => y);
  const bottom = Math.min(safe.y + safe.height, ...low) - MARGIN_UNITS * type - BOARD_UNITS * type;
  const unit = Math.max(4 * type, Math.min((bottom - top) / 2, safe.width / 2));
  return { x: width / 2, y: top + unit, unit, type, board: { x: safe.x, y: top + 2 * unit + 2 * type, lines: 4 } };
}
