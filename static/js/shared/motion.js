// Motion geometry: the browser's angles in, quaternions, tilt and aim out.
// @ts-check
import { AIM_HEIGHT_DEGREES, AIM_WIDTH_DEGREES, FULL_TILT_DEGREES } from "../protocol.js";

/** @typedef {readonly [x: number, y: number, z: number, w: number]} Quaternion of unit length */
/** @typedef {readonly [x: number, y: number, z: number]} Vector */
/** @typedef {{x: number, y: number}} Point */

/** @type {Quaternion} */
export const IDENTITY = Object.freeze([0, 0, 0, 1]);

const RADIANS = Math.PI / 180;

/**
 * How the phone is held in the earth frame (x east, y north, z up), from the angles of a DeviceOrientationEvent.
 * Angles jump near beta = ±90°, which is how one points at a screen; this quaternion doesn't.
 * Source: W3C, Device Orientation and Motion, "Worked example": rotations about Z, then X′, then Y″.
 * @param {number} alpha degrees, 0 to 360
 * @param {number} beta degrees, −180 to 180
 * @param {number} gamma degrees, −90 to 90
 * @param {number} turned `screen.orientation.angle`: degrees the page is turned in the phone
 * @returns {Quaternion} of the page: x to its right, y to its top, z out of the glass
 */
export function fromAngles(alpha, beta, gamma, turned) {
  const held = multiply(multiply(about("z", alpha), about("x", beta)), about("y", gamma));
  return multiply(held, about("z", -turned));
}

/**
 * How the phone is held, from gravity alone; its heading is any.
 * @param {Vector} up away from the ground, in the phone's axes; any length but 0
 * @returns {Quaternion} in the earth frame
 */
export function fromGravity(up) {
  return arc(up, [0, 0, 1]);
}

/**
 * A rotation about one axis.
 * @param {"x" | "y" | "z"} axis
 * @param {number} degrees anticlockwise, seen from the axis's tip
 * @returns {Quaternion}
 */
export function about(axis, degrees) {
  const half = (degrees * RADIANS) / 2;
  const sine = Math.sin(half);
  return [axis === "x" ? sine : 0, axis === "y" ? sine : 0, axis === "z" ? sine : 0, Math.cos(half)];
}

/**
 * First b, then a.
 * @param {Quaternion} a
 * @param {Quaternion} b
 * @returns {Quaternion}
 */
export function multiply([ax, ay, az, aw], [bx, by, bz, bw]) {
  return [
    aw * bx + ax * bw + ay * bz - az * by,
    aw * by - ax * bz + ay * bw + az * bx,
    aw * bz + ax * by - ay * bx + az * bw,
    aw * bw - ax * bx - ay * by - az * bz,
  ];
}

/** @param {Quaternion} q @returns {Quaternion} the rotation back */
export function conjugate([x, y, z, w]) {
  return [-x, -y, -z, w];
}

/** @param {Quaternion} q @returns {Quaternion} the same rotation at unit length; the identity where there is none */
export function normalize([x, y, z, w]) {
  const length = Math.hypot(x, y, z, w);
  return length > 1e-6 ? [x / length, y / length, z / length, w / length] : IDENTITY;
}

/**
 * @param {Quaternion} q
 * @param {Vector} vector
 * @returns {Vector} the vector, rotated
 */
export function rotate(q, [vx, vy, vz]) {
  const [x, y, z] = multiply(multiply(q, [vx, vy, vz, 0]), conjugate(q));
  return [x, y, z];
}

// Three hundred phones are turned sixty times a second, so these two axes go without the detours of `rotate`.

/** @param {Quaternion} q @returns {Vector} where the phone's top points: its y, rotated */
function topOf([x, y, z, w]) {
  return [2 * (x * y - z * w), w * w - x * x + y * y - z * z, 2 * (y * z + x * w)];
}

/** @param {Quaternion} q @returns {Vector} where its glass looks: its z, rotated */
function glassOf([x, y, z, w]) {
  return [2 * (x * z + y * w), 2 * (y * z - x * w), w * w - x * x - y * y + z * z];
}

/**
 * The angle between two rotations.
 * @param {Quaternion} a
 * @param {Quaternion} b
 * @returns {number} degrees, 0 to 180
 */
export function angleBetween(a, b) {
  const [x, y, z, w] = multiply(conjugate(a), b);
  return (2 * Math.atan2(Math.hypot(x, y, z), Math.abs(w))) / RADIANS;
}

/**
 * What turning has happened since `from`, in the phone's own axes at that moment.
 * @param {Quaternion} from how it was held when it was recentred
 * @param {Quaternion} held how it is held now
 * @returns {Quaternion} the identity if nothing has moved
 */
export function since(from, held) {
  return normalize(multiply(conjugate(from), held));
}

/**
 * The same without a heading: the shortest turning that explains where gravity is now.
 * @param {Quaternion} from how it was held when it was recentred; its heading counts for nothing
 * @param {Quaternion} held how it is held now; its heading counts for nothing
 * @returns {Quaternion} the identity if nothing has leaned
 */
export function leanSince(from, held) {
  return arc(rotate(conjugate(held), [0, 0, 1]), rotate(conjugate(from), [0, 0, 1]));
}

/**
 * @param {Vector} a
 * @param {Vector} b
 * @returns {Quaternion} the shortest rotation from a to b, whatever their lengths
 */
function arc([ax, ay, az], [bx, by, bz]) {
  const w = Math.hypot(ax, ay, az) * Math.hypot(bx, by, bz) + ax * bx + ay * by + az * bz;
  const across = normalize([ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx, w]);
  return w < 1e-9 ? [1, 0, 0, 0] : across; // opposite: any half turn will do
}

/**
 * How steeply a phone is held.
 * @param {Quaternion} held in the earth frame
 * @returns {number} degrees: 0 lies flat, 90 stands upright, 180 lies on its glass
 */
export function steepness(held) {
  const [, , top] = topOf(held);
  const [, , glass] = glassOf(held);
  return Math.atan2(top, glass) / RADIANS;
}

/**
 * The same turning in the room's axes: x to the right, y towards the screen, z up. However the phone is held, turning
 * left is then a rotation about z, lifting one about x, rolling one about y.
 * @param {Quaternion} attitude since the last recentring, in the phone's axes
 * @param {number} rest degrees of steepness at the last recentring
 * @returns {Quaternion}
 */
export function inRoom([x, y, z, w], rest) {
  const [sine, cosine] = [Math.sin(rest * RADIANS), Math.cos(rest * RADIANS)];
  return [x, y * cosine - z * sine, y * sine + z * cosine, w]; // its axis, turned about x
}

/**
 * How far the phone leans, as a stick would say it.
 * @param {Quaternion} turn in the room's axes
 * @returns {Point} −1 to 1 each: x to the right, y towards the person holding it (down on the screen)
 */
export function tiltOf(turn) {
  const [x, y] = glassOf(turn);
  const full = Math.sin(FULL_TILT_DEGREES * RADIANS);
  return { x: clamp(x / full, -1, 1), y: clamp(-y / full, -1, 1) };
}

/**
 * Where the phone points, as a laser pointer would.
 * @param {Quaternion} turn in the room's axes
 * @returns {Point} fractions of the screen, origin top left; (½, ½) where it was recentred
 */
export function aimOf(turn) {
  const [x, y, z] = topOf(turn);
  const across = Math.atan2(x, y) / RADIANS;
  const up = Math.asin(clamp(z, -1, 1)) / RADIANS;
  return { x: clamp(0.5 + across / AIM_WIDTH_DEGREES, 0, 1), y: clamp(0.5 - up / AIM_HEIGHT_DEGREES, 0, 1) };
}

/**
 * The turn that a stick stands for: the inverse of tiltOf, for steering by touch.
 * @param {Point} stick −1 to 1 each
 * @returns {Quaternion} in the room's axes
 */
export function fromStick({ x, y }) {
  const reach = Math.min(1, Math.hypot(x, y));
  if (reach < 1e-6) return IDENTITY;
  const half = Math.asin(reach * Math.sin(FULL_TILT_DEGREES * RADIANS)) / 2;
  const along = Math.hypot(x, y);
  // The top leans towards (x, −y): it turns about the level axis to the left of that.
  return [(y / along) * Math.sin(half), (x / along) * Math.sin(half), 0, Math.cos(half)];
}

/**
 * The turn that points at a place: the inverse of aimOf, for steering by touch.
 * @param {Point} place fractions of the screen
 * @returns {Quaternion} in the room's axes
 */
export function fromAim({ x, y }) {
  return multiply(about("z", (0.5 - x) * AIM_WIDTH_DEGREES), about("x", (0.5 - y) * AIM_HEIGHT_DEGREES));
}

/**
 * @param {number} value
 * @param {number} least
 * @param {number} most
 * @returns {number}
 */
export function clamp(value, least, most) {
  return Math.min(most, Math.max(least, value));
}
