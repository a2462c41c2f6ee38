// Rotation vectors: axis times angle, which can be scaled, mixed and compared.
// @ts-check
import { conjugate, multiply } from "../../shared/motion.js";

/** @import { Quaternion, Vector } from "../../shared/motion.js" */

export const RADIANS = Math.PI / 180; // of a degree

/** @type {Vector} */
export const NO_TURN = Object.freeze(/** @type {Vector} */ ([0, 0, 0]));

/**
 * The shorter turn from one attitude to another, whichever sign their quaternions have.
 * @param {Quaternion} from
 * @param {Quaternion} to
 * @returns {Vector} radians, in the axes of `from`
 */
export function turnBetween(from, to) {
  const [x, y, z, w] = multiply(conjugate(from), to);
  const sine = Math.sqrt(x * x + y * y + z * z);
  const side = w < 0 ? -1 : 1;
  const factor = sine > 1e-9 ? (2 * side * Math.atan2(sine, side * w)) / sine : 2 * side;
  return [x * factor, y * factor, z * factor];
}

/**
 * @param {Quaternion} from
 * @param {Vector} turn in the axes of `from`
 * @param {number} part of it, or the seconds of a turn per second
 * @returns {Quaternion}
 */
export function turnedBy(from, turn, part) {
  const angle = lengthOf(turn) * part;
  const factor = Math.abs(angle) > 1e-9 ? (Math.sin(angle / 2) / angle) * part : part / 2;
  return multiply(from, [turn[0] * factor, turn[1] * factor, turn[2] * factor, Math.cos(angle / 2)]);
}

/**
 * @param {Quaternion} from
 * @param {Quaternion} to
 * @param {number} part 0 to 1 of the shorter way
 * @returns {Quaternion}
 */
export function slerp(from, to, part) {
  return turnedBy(from, turnBetween(from, to), part);
}

/** @param {Vector} vector */
export function lengthOf([x, y, z]) {
  return Math.sqrt(x * x + y * y + z * z);
}

/** @param {Vector} a @param {Vector} b @returns {number} their dot product */
export function dot([ax, ay, az], [bx, by, bz]) {
  return ax * bx + ay * by + az * bz;
}

/** @param {Vector} a @param {Vector} b @param {number} part 0 is a, 1 is b @returns {Vector} */
export function mix([ax, ay, az], [bx, by, bz], part) {
  return [ax + (bx - ax) * part, ay + (by - ay) * part, az + (bz - az) * part];
}

/** @param {Vector} a @param {Vector} b @returns {number} */
export function distance([ax, ay, az], [bx, by, bz]) {
  return Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2 + (az - bz) ** 2);
}
