// Colours as numbers.
// @ts-check
/** @import { Paint } from "./painter.js" */

/** @type {Map<string, Paint>} */
const known = new Map();

/** @param {string} css "#RRGGBB" @returns {Paint} */
export function rgb(css) {
  const paint = known.get(css) ?? parsed(css);
  known.set(css, paint);
  return paint;
}

/**
 * @param {Paint} a
 * @param {Paint} b
 * @param {number} share of b, 0 to 1
 * @returns {Paint}
 */
export function mix(a, b, share) {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

/** @param {string} css @returns {Paint} */
function parsed(css) {
  const value = Number.parseInt(css.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
