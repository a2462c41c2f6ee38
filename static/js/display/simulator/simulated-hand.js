// Simulated hand: a place on the picture, and the pose of a phone that points there.
// @ts-check
import { clamp, fromAim, fromStick } from "../../shared/motion.js";

/** @import { Point } from "../../shared/motion.js" */
/** @import { Motion } from "../../protocol.js" */
/** @import { Pose } from "../../client/steering.js" */

/** @type {Readonly<Point>} */
export const MIDDLE = Object.freeze({ x: 0.5, y: 0.5 });
/** @type {Readonly<Point>} */
const NOWHERE = Object.freeze({ x: 0, y: 0 });

const SPRING_RATE_HZ = 14; // 1/s: how quickly a critically damped spring, which is the hand's weight, follows the arrow keys
const FULL_LEAN_DISTANCE = 0.4; // of the picture, from its middle, for an arrow key: four fifths of a full lean
const KEY_SPEED_PER_S = 0.6; // of the picture, a second, for an arrow key where the phone points
const REST_DISTANCE = 1e-3; // of the picture, and of it a second: less is rest

/**
 * The pointer is a hand already, so the hand is where the pointer is. Arrow keys pull at it: it leans and springs back,
 * or sweeps and stays where a phone points.
 */
export class SimulatedHand {
  /** @type {Readonly<Point>} */ #place;
  /** @type {Point} of the picture a second */ #speed = { x: 0, y: 0 };
  /** @type {Readonly<Point>} */ #arrows = NOWHERE;
  #isPulled = false; // by the arrow keys, and not yet at rest
  /** @type {Motion} */ #motion = "aim";

  /** @param {Readonly<Point>} [place] where it is at first: fractions of the picture */
  constructor(place = MIDDLE) {
    this.#place = place;
  }

  /** @returns {Readonly<Point>} fractions of the picture, origin top left */
  get place() {
    return this.#place;
  }

  /** @returns {Pose} how a phone is held that points there, or leans there from the middle, whichever the visual reads */
  get pose() {
    const { x, y } = this.#place;
    return { attitude: this.#points ? fromAim({ x, y }) : fromStick({ x: 2 * x - 1, y: 2 * y - 1 }), rest: 0 };
  }

  /** @param {Motion} motion what the visual reads; the hand stays where it is */
  serve(motion) {
    this.#motion = motion;
  }

  /** @param {Point} place where the pointer is; at the edge of the picture if it is beyond */
  point({ x, y }) {
    this.#place = { x: clamp(x, 0, 1), y: clamp(y, 0, 1) };
    this.#speed = { x: 0, y: 0 };
    this.#isPulled = false;
  }

  /** @param {Point} arrows that are held, −1 to 1 each; (0, 0) when they are let go */
  pull(arrows) {
    this.#arrows = { x: clamp(arrows.x, -1, 1), y: clamp(arrows.y, -1, 1) };
    this.#isPulled = true;
  }

  /** @param {number} seconds that pass @returns {boolean} whether the hand moved */
  step(seconds) {
    if (!this.#isPulled) return false;
    const x = this.#axis(this.#place.x, this.#speed.x, this.#arrows.x, seconds);
    const y = this.#axis(this.#place.y, this.#speed.y, this.#arrows.y, seconds);
    this.#place = { x: x.place, y: y.place };
    this.#speed = { x: x.speed, y: y.speed };
    this.#isPulled = !(x.rests && y.rests);
    return true;
  }

  get #points() {
    return this.#motion === "aim";
  }

  /** @param {number} place @param {number} speed @param {number} arrow @param {number} seconds */
  #axis(place, speed, arrow, seconds) {
    return this.#points ? sweep(place, speed, KEY_SPEED_PER_S * arrow, seconds) : spring(place, speed, 0.5 + FULL_LEAN_DISTANCE * arrow, seconds);
  }
}

/**
 * A critically damped spring, solved exactly, so that it is the same at any frame rate.
 * @param {number} place @param {number} speed @param {number} goal @param {number} seconds
 */
function spring(place, speed, goal, seconds) {
  const away = place - goal;
  const push = speed + SPRING_RATE_HZ * away;
  const fades = Math.exp(-SPRING_RATE_HZ * seconds);
  const then = { place: goal + (away + push * seconds) * fades, speed: (speed - SPRING_RATE_HZ * push * seconds) * fades };
  const rests = Math.abs(then.place - goal) < REST_DISTANCE && Math.abs(then.speed) < REST_DISTANCE;
  return rests ? { place: goal, speed: 0, rests } : { ...then, rests };
}

/**
 * A weight that is pushed up to a speed, and stops at the picture's edge.
 * @param {number} place @param {number} speed @param {number} wanted speed @param {number} seconds
 */
function sweep(place, speed, wanted, seconds) {
  const fades = Math.exp(-SPRING_RATE_HZ * seconds);
  const then = place + wanted * seconds + ((speed - wanted) * (1 - fades)) / SPRING_RATE_HZ;
  const now = wanted + (speed - wanted) * fades;
  const edge = clamp(then, 0, 1);
  const isStopped = edge !== then || (wanted === 0 && Math.abs(now) < REST_DISTANCE);
  return { place: edge, speed: isStopped ? 0 : now, rests: isStopped };
}
