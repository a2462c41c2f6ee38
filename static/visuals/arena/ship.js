// Ship: glides, boosts and bumps. Units: the plate's radius at the start, and seconds.
// @ts-check
/** @import { Point } from "../../js/shared/motion.js" */

const THRUST = 1.9; // of a full lean, in units a second, each second
const DRAG = 1.5; // of its speed is lost in a second
const KICK = 0.95; // units a second that a boost adds
const CHARGE_S = 1.1; // seconds until the next one
const BURN_S = 0.28; // seconds that a boost is seen, and bumps harder
const DROP_S = 0.7; // seconds of falling
const REST_S = 2.2; // seconds from the fall to the next start
const SPARED_S = 1.2; // seconds after a start in which nobody can bump it
const TURN_S = 0.07; // seconds in which the nose turns two thirds of the way

export class Ship {
  x = 0;
  y = 0;
  vx = 0;
  vy = 0;
  heading = -Math.PI / 2; // radians, where its nose is
  /** @type {Readonly<Point>} */ steer = { x: 0, y: 0 }; // −1 to 1
  away = false; // its phone is; it waits at the rim, and nobody can bump it
  burning = 0; // seconds left
  charge = 1; // 1: it can boost
  spared = SPARED_S; // seconds left
  fallen = 0; // seconds since it left the plate; 0 on it
  score = 0;
  bumper = 0; // the number of who bumped it last
  bumped = Infinity; // seconds since then

  /** @param {number} number of its seat @param {boolean} [isDrone] nobody steers it */
  constructor(number, isDrone = false) {
    this.number = number;
    this.isDrone = isDrone;
  }

  /** @returns {boolean} whether it can bump and be bumped */
  get isSolid() {
    return this.fallen === 0 && this.spared <= 0 && !this.away;
  }

  /** @returns {number} 1 on the plate, 0 once it has fallen out of sight */
  get height() {
    return Math.max(0, 1 - this.fallen / DROP_S);
  }

  /** @returns {boolean} it has lain long enough */
  get isBack() {
    return this.fallen > REST_S;
  }

  /** Put it at rest somewhere on the plate. @param {Point} place */
  start({ x, y }) {
    [this.x, this.y, this.vx, this.vy] = [x, y, 0, 0];
    this.heading = Math.atan2(-y, -x);
    this.fallen = 0;
    this.spared = SPARED_S;
    this.bumper = 0;
    this.bumped = Infinity;
  }

  /** @returns {boolean} whether it had the charge */
  boost() {
    if (this.charge < 1 || this.fallen > 0 || this.away) return false;
    this.charge = 0;
    this.burning = BURN_S;
    this.spared = 0;
    this.vx += KICK * Math.cos(this.heading);
    this.vy += KICK * Math.sin(this.heading);
    return true;
  }

  /** @param {number} seconds a small, fixed step */
  step(seconds) {
    this.burning = Math.max(0, this.burning - seconds);
    this.charge = Math.min(1, this.charge + seconds / CHARGE_S);
    this.bumped += seconds;
    if (!this.away) this.spared = Math.max(0, this.spared - seconds);
    if (this.fallen > 0) this.fallen += seconds;
    const { x, y } = this.away || this.fallen > 0 ? { x: 0, y: 0 } : this.steer;
    const slower = Math.exp(-DRAG * seconds);
    this.vx = (this.vx + THRUST * x * seconds) * slower;
    this.vy = (this.vy + THRUST * y * seconds) * slower;
    this.x += this.vx * seconds;
    this.y += this.vy * seconds;
    if (Math.hypot(x, y) > 0.12) this.#turnTo(Math.atan2(y, x), seconds);
  }

  /** @param {number} heading @param {number} seconds */
  #turnTo(heading, seconds) {
    const by = Math.atan2(Math.sin(heading - this.heading), Math.cos(heading - this.heading));
    this.heading += by * (1 - Math.exp(-seconds / TURN_S));
  }
}
