// Encoding of samples and taps: short arrays of integers.
// @ts-check
import { clamp } from "../shared/motion.js";
import { FRACTION_UNIT, QUATERNION_UNIT, SEQ_WRAP } from "../protocol.js";

/** @import { Point } from "../shared/motion.js" */
/** @import { Pad, Tap, Tilt } from "../protocol.js" */
/** @import { Pose } from "./steering.js" */

const TILT_STEP = 9; // units of 1e-4 of a quaternion: about 0.1°, below which a hand shakes
const PAD_STEP = 20; // units of 1e-4 of the pad

/**
 * @param {number} count samples so far
 * @param {number} at milliseconds on the server's clock
 * @param {Pose} pose
 * @returns {Tilt}
 */
export function tiltSample(count, at, { attitude: [x, y, z, w], rest }) {
  return [count % SEQ_WRAP, at, component(x), component(y), component(z), component(w), Math.round(rest)];
}

/**
 * @param {number} count samples so far
 * @param {number} at milliseconds on the server's clock
 * @param {Point} thumb fractions of the pad
 * @param {boolean} down it touches
 * @returns {Pad}
 */
export function padSample(count, at, thumb, down) {
  return [count % SEQ_WRAP, at, fraction(thumb.x), fraction(thumb.y), down];
}

/**
 * @param {number} id taps so far
 * @param {number} at milliseconds on the server's clock
 * @param {Point} thumb fractions of the pad
 * @returns {Tap}
 */
export function tapMessage(id, at, thumb) {
  return [id, at, fraction(thumb.x), fraction(thumb.y)];
}

/** @param {Tilt} from @param {Tilt} to @returns {boolean} the phone moved, or was recentred; a shaking hand is neither */
export function tiltMoved(from, to) {
  return from[6] !== to[6] || [2, 3, 4, 5].some((i) => Math.abs(Number(from[i]) - Number(to[i])) >= TILT_STEP);
}

/** @param {Pad} from @param {Pad} to @returns {boolean} the thumb moved, landed or let go */
export function padMoved(from, to) {
  return from[4] !== to[4] || [2, 3].some((i) => Math.abs(Number(from[i]) - Number(to[i])) >= PAD_STEP);
}

/** @param {number} value −1 to 1 */
function component(value) {
  return Math.round(clamp(value, -1, 1) * QUATERNION_UNIT);
}

/** @param {number} value 0 to 1 */
function fraction(value) {
  return Math.round(clamp(value, 0, 1) * FRACTION_UNIT);
}
