// Numbers over time: clamping, smooth steps and easing that no frame rate changes.
// @ts-check

/**
 * Keep a number within limits.
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
export function clamp(value, least, most) {
  return Math.min(most, Math.max(least, value));
}

/**
 * Ease in and out (Hermite).
 * @param {number} part 0 to 1
 * @returns {number} 0 to 1, slow at both ends
 */
export function smoothstep(part) {
  return part * part * (3 - 2 * part);
}

/**
 * Move a number towards its goal, however often that is called.
 * @param {number} value
 * @param {number} goal
 * @param {number} seconds since the last call; Infinity goes all the way
 * @param {number} constant seconds in which it goes two thirds of the way
 * @returns {number} the new value
 */
export function approach(value, goal, seconds, constant) {
  return value + (goal - value) * (1 - Math.exp(-seconds / constant));
}
