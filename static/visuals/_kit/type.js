// Type on a canvas: the page's typeface and sizes, as fractions of the picture.
// @ts-check

/** For `pen.font`. Until it has loaded, the system's own stands in. */
export const FONT_FAMILY = "Hyperlegible, system-ui, sans-serif";

/** Units: nothing smaller can be read from the back row. */
export const MIN_TYPE_UNITS = 45 / 54;

/**
 * Return the unit in which the page measures type: 1/45 of the picture's shorter side.
 * @param {{width: number, height: number}} size of the picture, such as the stage
 * @returns {number} in the same unit as the size
 */
export function unitOf({ width, height }) {
  return Math.min(width, height) / 45;
}

/**
 * Return a value for `pen.font`.
 * @param {number} weight 400 to 800
 * @param {number} size CSS pixels
 */
export function font(weight, size) {
  return `${weight} ${size}px ${FONT_FAMILY}`;
}

/** @returns {Promise<unknown>} fulfilled once text on a canvas has the page's typeface; what was written before has not */
export function fontReady() {
  return document.fonts.load(font(700, 40));
}
