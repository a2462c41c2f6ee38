// Where things stand: the part of the picture that is free, and a bar made of single votes.
// @ts-check
/** @import { Rect } from "../../js/display/visual.js" */

/**
 * The part between the words at the top and those at the bottom.
 * @param {readonly Rect[]} words
 * @param {number} width of the picture
 * @param {number} height
 * @returns {Rect}
 */
export function free(words, width, height) {
  const unit = Math.min(width, height) / 45;
  const margin = (unit * 45) / 24;
  let [top, bottom] = [margin, height - margin];
  for (const { y, height: high } of words) {
    if (y + high < 0.5 * height) top = Math.max(top, y + high + 1.2 * unit);
    if (y > 0.6 * height) bottom = Math.min(bottom, y - 1.2 * unit);
  }
  return { x: margin, y: top, width: width - 2 * margin, height: Math.max(1, bottom - top) };
}

/**
 * The largest squares of which so many fit into a bar.
 * @param {number} count the longest bar's votes
 * @param {number} width of the bar
 * @param {number} height
 * @returns {{rows: number, size: number}} squares on top of each other, and their side
 */
export function squares(count, width, height) {
  let best = { rows: 1, size: 0 };
  for (let rows = 1; rows <= 40; rows += 1) {
    const size = Math.min(height / rows, width / Math.ceil(Math.max(1, count) / rows));
    if (size > best.size) best = { rows, size };
  }
  return best;
}

/**
 * @param {number} at a vote's place in its bar, from 0
 * @param {{rows: number, size: number}} squares
 * @param {number} height of the bar
 * @returns {{along: number, down: number}} its middle, from the bar's beginning and top
 */
export function placeOf(at, { rows, size }, height) {
  const inset = (height - rows * size) / 2;
  return { along: (Math.floor(at / rows) + 0.5) * size, down: inset + ((at % rows) + 0.5) * size };
}
