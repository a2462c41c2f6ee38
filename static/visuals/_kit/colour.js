// Colours as numbers, for mixing and for shaders.
// @ts-check

/** @typedef {readonly [red: number, green: number, blue: number]} Rgb 0 to 255 each */

/** @type {Map<string, Rgb>} */
const known = new Map();

/**
 * Read a colour, such as `phone.paint`; remembered, for it is asked every frame.
 * @param {string} colour "#RRGGBB"
 * @returns {Rgb}
 */
export function rgb(colour) {
  const read = known.get(colour) ?? parsed(colour);
  known.set(colour, read);
  return read;
}

/**
 * Mix two colours.
 * @param {Rgb} a
 * @param {Rgb} b
 * @param {number} share of b, 0 to 1
 * @returns {Rgb}
 */
export function mix(a, b, share) {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

/**
 * Write a colour as CSS.
 * @param {Rgb} colour
 * @param {number} strength 0 to 1
 */
export function css([red, green, blue], strength) {
  return `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)} / ${strength.toFixed(3)})`;
}

/**
 * Pack a colour into 32 bits, for a vertex of a shader.
 * @param {Rgb} colour
 * @param {number} strength 0 to 1; what is outside counts as the nearer end
 * @returns {number} red, green, blue, strength, a byte each, red lowest
 */
export function packed([red, green, blue], strength) {
  const alpha = Math.round(255 * Math.min(1, Math.max(0, strength)));
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** @param {string} colour @returns {Rgb} */
function parsed(colour) {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
