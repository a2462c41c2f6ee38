// Marble: a body that rolls where its phone leans. Units: cells and seconds.
// @ts-check
/** @import { Point } from "../../js/shared/motion.js" */
/** @import { Body } from "../../vendor/planck/planck.js" */
/** @import { Place } from "./maze.js" */

export const RADIUS = 0.2;
const PULL = 15; // of a full lean, in cells a second, each second
const ENOUGH = 0.6; // of a full lean pulls as much as any: a marble is steered from the wrist
const STILL = 0.05; // of a full lean does nothing: hands are never quite level
const SINKS_S = 0.6; // seconds that it takes to be swallowed by the goal
const DROPS_S = 0.5; // seconds that it takes to fall in

export class Marble {
  /** @type {Readonly<Point>} */ lean = { x: 0, y: 0 }; // −1 to 1
  away = false; // its phone is; it rests, and nobody meets it
  place = 0; // 1: it was first at the goal; 0: still rolling
  took = 0; // seconds from the start to the goal
  sunk = 0; // seconds since it got there
  age = 0; // seconds since it dropped in
  sinceKnock = 0; // seconds since its phone was told of a wall

  /** @param {number} number of its seat; negative in attract mode @param {Body} body */
  constructor(number, body) {
    this.number = number;
    this.body = body;
  }

  /** @returns {Readonly<Place>} */
  get at() {
    return this.body.getPosition();
  }

  /** @returns {Readonly<Place>} cells a second */
  get speed() {
    return this.body.getLinearVelocity();
  }

  /** @returns {number} 1 on the floor, above that while it falls in, 0 once the goal has swallowed it */
  get size() {
    if (this.place > 0) return Math.max(0, 1 - this.sunk / SINKS_S);
    const left = Math.max(0, 1 - this.age / DROPS_S);
    return 1 + left * left;
  }

  /** @param {number} seconds a small, fixed step */
  push(seconds) {
    this.age += seconds;
    this.sinceKnock += seconds;
    if (this.place > 0) this.sunk += seconds;
    const isFree = this.place === 0 && !this.away;
    if (this.body.isActive() !== isFree) {
      this.body.setLinearVelocity({ x: 0, y: 0 });
      this.body.setActive(isFree);
    }
    const reach = Math.hypot(this.lean.x, this.lean.y);
    if (!isFree || reach < STILL) return;
    const force = (PULL * Math.min(ENOUGH, reach) * this.body.getMass()) / reach;
    this.body.applyForceToCenter({ x: this.lean.x * force, y: this.lean.y * force }, true);
  }
}
