// The part of the picture between the words at the top and those at the bottom.
// @ts-check
/** @import { Rect } from "../../js/display/visual.js" */

/**
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
    if (y > 0.6 * height) bottom = Math.min(bottom, y - unit);
  }
  return { x: margin, y: top, width: width - 2 * margin, height: Math.max(1, bottom - top) };
}
