// Boxes that marks stay out of.
// @ts-check
/** @import { Point } from "../../js/shared/motion.js" */

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box units */

/** @param {Box[]} boxes @returns {Box[]} none of which touches another: what touches has become one */
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

/** @param {Box} a @param {Box} b */
function touch(a, b) {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
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

/** @param {Point} place @param {Box} box */
export function isIn({ x, y }, { left, top, right, bottom }) {
  return x > left && x < right && y > top && y < bottom;
}
