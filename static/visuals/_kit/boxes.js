// Boxes that things keep out of: joined where they touch, and the nearest place beside them.
// @ts-check
import { clamp } from "./numbers.js";

/** @import { Rect } from "../../js/display/stage/contract.js" */
/** @import { Point } from "../../js/shared/motion.js" */

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box in the caller's unit, y downwards */

/**
 * Make a box of a rectangle.
 * @param {Rect} rect CSS pixels
 * @param {number} [scale] CSS pixels in one unit of the box
 * @returns {Box}
 */
export function boxOf({ x, y, width, height }, scale = 1) {
  return { left: x / scale, top: y / scale, right: (x + width) / scale, bottom: (y + height) / scale };
}

/**
 * Put a margin round a box.
 * @param {Box} box
 * @param {number} beside at the left, the right and below
 * @param {number} [above]
 * @returns {Box}
 */
export function widened({ left, top, right, bottom }, beside, above = beside) {
  return { left: left - beside, top: top - above, right: right + beside, bottom: bottom + beside };
}

/** @param {Box} a @param {Box} b @returns {boolean} whether they share a place, were it on their edges */
export function touch(a, b) {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

/**
 * Join boxes that touch, so that a way round one never leads into another.
 * @param {readonly Box[]} boxes
 * @returns {Box[]} none of which touches another
 */
export function merged(boxes) {
  /** @type {Box[]} */ const apart = [];
  for (let box of boxes) {
    for (let i = apart.length - 1; i >= 0; i -= 1) {
      if (!touch(box, apart[i])) continue;
      box = around(box, apart[i]);
      apart.splice(i, 1);
      i = apart.length; // it has grown: look at all again
    }
    apart.push(box);
  }
  return apart;
}

/**
 * Find the nearest place that is in no box.
 * @param {Point} place
 * @param {readonly Box[]} boxes as `merged` returns them
 * @param {Box} bounds that the place has to be in
 * @returns {Point} the place itself if it is free, or if its box leaves no way within the bounds
 */
export function nearestFree({ x, y }, boxes, bounds) {
  const place = { x: clamp(x, bounds.left, bounds.right), y: clamp(y, bounds.top, bounds.bottom) };
  const box = boxes.find((box) => contains(box, place));
  return box ? leave(place, box, bounds) : place;
}

/** @param {Point} place @param {Box} box it is in @param {Box} bounds @returns {Point} */
function leave({ x, y }, { left, top, right, bottom }, bounds) {
  const ways = [
    { x: left, y, far: x - left, isOpen: left >= bounds.left },
    { x: right, y, far: right - x, isOpen: right <= bounds.right },
    { x, y: top, far: y - top, isOpen: top >= bounds.top },
    { x, y: bottom, far: bottom - y, isOpen: bottom <= bounds.bottom },
  ].filter(({ isOpen }) => isOpen);
  const [nearest] = ways.sort((a, b) => a.far - b.far);
  return nearest ? { x: nearest.x, y: nearest.y } : { x, y };
}

/** @param {Box} box @param {Point} place */
function contains({ left, top, right, bottom }, { x, y }) {
  return x > left && x < right && y > top && y < bottom;
}

/** @param {Box} a @param {Box} b @returns {Box} */
function around(a, b) {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
