// Where things stand: the part of the picture that is free, and a bar made of single votes.
// @ts-check
/** @import { Rect } from "../../js/display/stage/contract.js" */

/**
 * The part between the words at the top and those at the bottom.
 * @param {readonly Rect[]} words
 * @param {Rect} safe the part of the picture that may have words
 * @param {number} unit CSS pixels: the size of the page's type
 * @returns {Rect}
 */
export function free(words, safe, unit) {
  let [top, bottom] = [safe.y, safe.y + safe.height];
  for (const { y, height: high } of words) {
    if (y + high < safe.y + 0.5 * safe.height) top = Math.max(top, y + high + 1.2 * unit);
    if (y > safe.y + 0.6 * safe.height) bottom = Math.min(bottom, y - 1.2 * unit);
  }
  return { ...safe, y: top, height: Math.max(1, bottom - top) };
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
