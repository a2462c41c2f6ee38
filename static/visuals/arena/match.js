// Rules of a round: ships on a shrinking plate, a point for each ship bumped off.
// @ts-check
import { Ship } from "./ship.js";

/** @import { Point } from "../../js/shared/motion.js" */

/**
 * What has just happened.
 * @typedef {{kind: "bump", x: number, y: number, force: number, ships: readonly Ship[]}
 *   | {kind: "fall", ship: Ship, by: Ship | null}
 *   | {kind: "end", winners: readonly Ship[]}
 *   | {kind: "start"}} Happening force: 0 to 1
 */

export const ROUND_S = 60;
export const PODIUM_S = 8;
const STEP_S = 1 / 120; // seconds; a fixed step plays the same everywhere
const SHRINKS = [8, 52]; // seconds of the round between which the plate shrinks
const SMALLEST = 0.5; // of its radius is left
const BOUNCE = 1.25; // more than nature gives, for fun
const HARDER = 0.55; // units a second that a burning ship adds
const CREDIT_S = 4; // seconds in which a fall is the last bumper's work
const FULL_FORCE = 2.2; // units a second
const DRONES = 2; // for somebody who is alone, and to show what is played while nobody is in
const LARGE_UNITS = 0.105; // units: the radius of few ships
const SMALL = 0.052; // of many

export class Match {
  /** @type {Map<number, Ship>} */ #ships = new Map();
  #random;
  #rest = 0; // seconds not yet stepped
  #time = 0; // seconds of the round, or of the podium
  /** @type {"round" | "podium"} */ #phase = "round";
  /** @type {Happening[]} */ #happened = [];

  /** @param {() => number} random 0 to 1 */
  constructor(random) {
    this.#random = random;
    this.#tendDrones();
  }

  get phase() {
    return this.#phase;
  }

  /** @returns {number} seconds until the phase is over */
  get left() {
    return Math.max(0, (this.#phase === "round" ? ROUND_S : PODIUM_S) - this.#time);
  }

  /** @returns {Iterable<Ship>} drones too */
  get ships() {
    return this.#ships.values();
  }

  /** @returns {readonly Ship[]} those of people, best first */
  get standings() {
    return [...this.#ships.values()].filter(({ isDrone }) => !isDrone).sort((a, b) => b.score - a.score || a.number - b.number);
  }

  /** @returns {number} of the plate now */
  get radius() {
    const [from, to] = SHRINKS;
    const share = this.#phase === "round" ? Math.min(1, Math.max(0, (this.#time - from) / (to - from))) : 0;
    return 1 - (1 - SMALLEST) * share;
  }

  /** @returns {number} the radius of a ship */
  get size() {
    return Math.max(SMALL, Math.min(LARGE_UNITS, LARGE_UNITS * Math.sqrt(6 / Math.max(1, this.#ships.size))));
  }

  /** @param {number} number @returns {Ship | undefined} */
  ship(number) {
    return this.#ships.get(number);
  }

  /** @param {number} number of a seat @param {number} [score] from before a reload @returns {Ship} */
  enter(number, score = 0) {
    const ship = this.#ships.get(number) ?? this.#launch(new Ship(number));
    ship.score = Math.max(ship.score, score);
    this.#tendDrones();
    return ship;
  }

  /** @param {number} number */
  leave(number) {
    this.#ships.delete(number);
    this.#tendDrones();
  }

  /** Go on where a round was. @param {number} left seconds of it */
  resume(left) {
    this.#time = Math.min(ROUND_S, Math.max(0, ROUND_S - left));
  }

  /** @param {number} seconds @returns {readonly Happening[]} since the last call */
  play(seconds) {
    this.#happened = [];
    for (this.#rest += seconds; this.#rest >= STEP_S; this.#rest -= STEP_S) this.#step();
    return this.#happened;
  }

  #step() {
    this.#time += STEP_S;
    if (this.#phase === "round") this.#fight();
    else for (const ship of this.#ships.values()) if (ship.fallen === 0) ship.step(STEP_S * 0.3);
    if (this.left > 0) return;
    if (this.#phase === "round") this.#end();
    else this.#begin();
  }

  #fight() {
    const ships = [...this.#ships.values()];
    for (const ship of ships) {
      if (ship.isDrone) this.#wander(ship);
      ship.step(STEP_S);
      if (ship.isBack && !ship.away) ship.start(this.#freePlace());
      if (ship.fallen === 0) this.#holdOrDrop(ship);
    }
    const solid = ships.filter(({ isSolid }) => isSolid);
    solid.forEach((ship, i) => solid.slice(i + 1).forEach((other) => this.#collide(ship, other)));
  }

  /** Those who can't be bumped can't fall either. @param {Ship} ship */
  #holdOrDrop(ship) {
    const far = Math.hypot(ship.x, ship.y);
    if (far <= this.radius) return;
    if (!ship.isSolid) {
      const inside = this.radius / far;
      [ship.x, ship.y] = [ship.x * inside, ship.y * inside];
      return;
    }
    ship.fallen = STEP_S;
    const by = ship.bumped < CREDIT_S ? (this.#ships.get(ship.bumper) ?? null) : null;
    if (by && !ship.isDrone) by.score += 1;
    this.#happened.push({ kind: "fall", ship, by });
  }

  /** @param {Ship} a @param {Ship} b */
  #collide(a, b) {
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const far = Math.hypot(dx, dy) || 1e-6;
    const into = 2 * this.size - far;
    if (into <= 0) return;
    const [nx, ny] = [dx / far, dy / far];
    [a.x, a.y, b.x, b.y] = [a.x - (nx * into) / 2, a.y - (ny * into) / 2, b.x + (nx * into) / 2, b.y + (ny * into) / 2];
    const closing = (a.vx - b.vx) * nx + (a.vy - b.vy) * ny;
    if (closing <= 0) return;
    const push = (closing * (1 + BOUNCE)) / 2;
    const [onA, onB] = [push + (b.burning > 0 ? HARDER : 0), push + (a.burning > 0 ? HARDER : 0)];
    [a.vx, a.vy, b.vx, b.vy] = [a.vx - nx * onA, a.vy - ny * onA, b.vx + nx * onB, b.vy + ny * onB];
    [a.bumper, a.bumped, b.bumper, b.bumped] = [b.number, 0, a.number, 0];
    const force = Math.min(1, Math.max(onA, onB) / FULL_FORCE);
    this.#happened.push({ kind: "bump", x: a.x + nx * this.size, y: a.y + ny * this.size, force, ships: [a, b] });
  }

  #end() {
    this.#phase = "podium";
    this.#time = 0;
    this.#happened.push({ kind: "end", winners: this.standings.filter(({ score }) => score > 0).slice(0, 3) });
  }

  #begin() {
    this.#phase = "round";
    this.#time = 0;
    for (const ship of this.#ships.values()) {
      ship.score = 0;
      ship.start(this.#freePlace());
    }
    this.#happened.push({ kind: "start" });
  }

  /** Company for one who is alone; none for two. */
  #tendDrones() {
    const people = [...this.#ships.values()].filter(({ isDrone }) => !isDrone).length;
    for (let number = -DRONES; number < 0; number += 1) {
      if (people > 1) this.#ships.delete(number);
      else if (!this.#ships.has(number)) this.#launch(new Ship(number, true));
    }
  }

  /** @param {Ship} drone that has no mind but to stay on the plate */
  #wander(drone) {
    const turn = this.#time * 0.6 + drone.number * 2.1;
    drone.steer = { x: 0.35 * Math.cos(turn) - 0.9 * drone.x, y: 0.35 * Math.sin(1.3 * turn) - 0.9 * drone.y };
  }

  /** @param {Ship} ship */
  #launch(ship) {
    ship.start(this.#freePlace());
    this.#ships.set(ship.number, ship);
    return ship;
  }

  /** @returns {Point} of some tries, the one farthest from everybody */
  #freePlace() {
    /** @type {Point} */ let best = { x: 0, y: 0 };
    let most = -1;
    for (let i = 0; i < 8; i += 1) {
      const turn = 2 * Math.PI * this.#random();
      const far = 0.75 * this.radius * Math.sqrt(this.#random());
      const place = { x: far * Math.cos(turn), y: far * Math.sin(turn) };
      const room = Math.min(2, ...[...this.#ships.values()].map((ship) => Math.hypot(ship.x - place.x, ship.y - place.y)));
      if (room > most) [best, most] = [place, room];
    }
    return best;
  }
}
