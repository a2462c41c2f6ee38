// The part of the picture between the words at the top and those at the bottom.
// @ts-check
/** @import { Rect } from "../../js/display/stage/contract.js" */

/**
 * @param {readonly Rect[]} words
 * @param {Rect} safe the part of the picture that may have words
 * @param {number} unit CSS pixels: the size of the page's type
 * @returns {Rect}
 */
export function free(words, safe, unit) {
  let [top, bottom] = [safe.y, safe.y + safe.height];
  for (const { y, height: high } of words) {
    if (y + high < safe.y + 0.5 * safe.height) top = Math.max(top, y + high + 1.2 * unit);
    if (y > safe.y + 0.6 * safe.height) bottom = Math.min(bottom, y - unit);
  }
  return { ...safe, y: top, height: Math.max(1, bottom - top) };
}
