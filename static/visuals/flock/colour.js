// Colours as numbers.
// @ts-check

/** @typedef {readonly [red: number, green: number, blue: number]} Paint 0 to 255 each */

/** @type {Map<string, Paint>} */
const known = new Map();

/** @param {string} css "#RRGGBB" @returns {Paint} */
export function rgb(css) {
  const paint = known.get(css) ?? parsed(css);
  known.set(css, paint);
  return paint;
}

/** @param {Paint} a @param {Paint} b @param {number} share of b, 0 to 1 @returns {Paint} */
export function mix(a, b, share) {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

/**
 * @param {Paint} paint
 * @param {number} strength 0 to 1
 * @returns {number} red, green, blue, strength, a byte each, red lowest
 */
export function packed([red, green, blue], strength) {
  const alpha = Math.round(255 * Math.min(1, Math.max(0, strength)));
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** @param {number} colour of `packed` @returns {string} CSS */
export function css(colour) {
  return `rgb(${colour & 255} ${(colour >> 8) & 255} ${(colour >> 16) & 255} / ${((colour >>> 24) / 255).toFixed(3)})`;
}

/** @param {string} css @returns {Paint} */
function parsed(css) {
  const value = Number.parseInt(css.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
