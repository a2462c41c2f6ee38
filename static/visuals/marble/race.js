// Rules of a race: one start for all, the first three to the goal, then another maze.
// @ts-check
import { MazeWorld } from "./maze-world.js";
import { Maze } from "./maze.js";

/** @import { Marble } from "./marble.js" */
/** @import { Place, Plan } from "./maze.js" */

/**
 * What has just happened.
 * @typedef {{kind: "knock", marble: Marble, force: number}
 *   | {kind: "in", marble: Marble}
 *   | {kind: "start"}
 *   | {kind: "end", winners: readonly Marble[]}} Happening force: cells a second that a wall took
 */

/**
 * A race that can be gone on with.
 * @typedef {object} Saved
 * @property {number} round
 * @property {number} seed
 * @property {Plan} plan
 * @property {[number: number, x: number, y: number][]} places
 */

export const READY_S = 3; // seconds between a new maze and the start
export const PODIUM_S = 9;
export const MAX_WINNERS = 3; // who gets onto the podium
export const LAST_CALL_S = 45; // seconds that the others have once the first is in
const MAX_RACE_S = 300; // seconds of a race in which nobody arrives
const MIN_KNOCK = 2.2; // cells a second: a knock that is felt
const KNOCK_INTERVAL_S = 1.5; // seconds between two knocks that are felt

export class Race {
  /** @type {"ready" | "roll" | "podium"} */ phase = "ready";
  round = 0;
  /** @type {Map<number, number>} */ wins = new Map(); // by seat
  /** @type {Marble[]} */ arrived = []; // in their order
  #random;
  #planFor;
  #time = 0; // seconds of the phase
  #lastCall = Infinity; // seconds of the race at which it ends, once somebody is in
  #seed = 0;
  /** @type {Plan} */ #plan;
  /** @type {MazeWorld} */ #world;
  /** @type {Map<number, Place>} */ #kept = new Map(); // where marbles were before a reload

  /**
   * @param {() => number} random 0 to 1
   * @param {(players: number) => Plan} planFor what fits the screen
   */
  constructor(random, planFor) {
    this.#random = random;
    this.#planFor = planFor;
    this.#plan = planFor(1);
    this.#world = this.#lay(random());
  }

  get world() {
    return this.#world;
  }

  get plan() {
    return this.#plan;
  }

  /** @returns {number} seconds until the phase is over; Infinity while nobody is in */
  get left() {
    if (this.phase === "roll") return Math.max(0, this.#lastCall - this.#time);
    return Math.max(0, (this.phase === "ready" ? READY_S : PODIUM_S) - this.#time);
  }

  /** @param {number} number of a seat */
  enter(number) {
    const { marbles } = this.#world;
    if (marbles.size === 0 && this.#kept.size === 0) this.begin();
    const marble = this.#world.drop(number, this.#kept.get(number));
    this.#kept.delete(number);
    return marble;
  }

  /** @param {number} number whose seat may go to somebody else */
  leave(number) {
    const marble = this.#world.take(number);
    if (marble) marble.sunk = Infinity; // nobody waits to see it sink
    this.#kept.delete(number);
    this.wins.delete(number);
  }

  /** A new maze with everyone at its start. */
  begin() {
    this.round += 1;
    this.#restart(this.#random());
  }

  /** The screen has another shape: if nobody rolls yet, so has the maze. */
  refit() {
    if (this.phase === "ready" && !areSame(this.#planFor(this.#players), this.#plan)) this.#restart(this.#seed);
  }

  /** @returns {Saved} */
  get saved() {
    const places = [...this.#world.marbles.values()].filter(({ place }) => place === 0);
    return {
      round: this.round,
      seed: this.#seed,
      plan: this.#plan,
      places: places.map(({ number, at }) => [number, Number(at.x.toFixed(2)), Number(at.y.toFixed(2))]),
    };
  }

  /** Go on with a race that a reload broke off; its marbles drop in where they were. @param {Saved} saved */
  resume({ round, seed, plan, places }) {
    this.round = round;
    this.#plan = plan;
    const before = [...this.#world.marbles.keys()];
    this.#world = this.#lay(seed);
    this.#turnTo("roll");
    this.#kept = new Map(places.map(([number, x, y]) => [number, { x, y }]));
    for (const number of before) this.enter(number);
  }

  /** @param {number} seconds @returns {readonly Happening[]} since the last call */
  play(seconds) {
    this.#time += seconds;
    if (this.phase === "ready") return this.#wait(seconds);
    if (this.phase === "roll") return this.#roll(seconds);
    if (this.left === 0) this.begin();
    return [];
  }

  /** @param {number} seconds @returns {readonly Happening[]} */
  #wait(seconds) {
    for (const marble of this.#world.marbles.values()) marble.age += seconds;
    if (this.left > 0) return [];
    this.#turnTo("roll");
    return [{ kind: "start" }];
  }

  /** @param {number} seconds @returns {readonly Happening[]} */
  #roll(seconds) {
    /** @type {Happening[]} */ const happened = [];
    for (const { marble, force } of this.#world.roll(seconds)) {
      if (force < MIN_KNOCK || marble.sinceKnock < KNOCK_INTERVAL_S) continue;
      marble.sinceKnock = 0;
      happened.push({ kind: "knock", marble, force });
    }
    for (const marble of this.#world.marbles.values()) {
      if (marble.place > 0 || marble.away || this.arrived.length >= MAX_WINNERS || !this.#world.isIn(marble)) continue;
      this.arrived.push(marble);
      marble.place = this.arrived.length;
      marble.took = this.#time;
      if (marble.place === 1) this.wins.set(marble.number, (this.wins.get(marble.number) ?? 0) + 1);
      this.#lastCall = Math.min(this.#lastCall, this.#time + LAST_CALL_S);
      happened.push({ kind: "in", marble });
    }
    if (this.#isOver) {
      this.#turnTo("podium");
      happened.push({ kind: "end", winners: this.arrived });
    }
    return happened;
  }

  get #players() {
    return Math.max(1, this.#world.marbles.size);
  }

  /** The last one is seen to sink before the podium rises. */
  get #isOver() {
    if (this.left === 0 || this.#time > MAX_RACE_S) return true;
    const isRolling = [...this.#world.marbles.values()].some(({ place, away }) => place === 0 && !away);
    const last = this.arrived[this.arrived.length - 1];
    return last !== undefined && last.size === 0 && (this.arrived.length >= MAX_WINNERS || !isRolling);
  }

  /** @param {number} seed */
  #restart(seed) {
    const before = [...this.#world.marbles.values()];
    this.#plan = this.#planFor(this.#players);
    this.#world = this.#lay(seed);
    for (const { number, away } of before) this.#world.drop(number).away = away;
    this.#turnTo("ready");
  }

  /** @param {number} seed 0 to 1 */
  #lay(seed) {
    this.#seed = seed;
    this.arrived = [];
    this.#kept.clear();
    return new MazeWorld(new Maze(this.#plan, seeded(seed)));
  }

  /** @param {"ready" | "roll" | "podium"} phase */
  #turnTo(phase) {
    this.phase = phase;
    this.#time = 0;
    this.#lastCall = Infinity;
  }
}

/** @param {Plan} a @param {Plan} b */
export function areSame(a, b) {
  return a.columns === b.columns && a.rows === b.rows && a.closed.join() === b.closed.join();
}

/**
 * Source: T. Ettinger's mulberry32; good enough for a maze, and a seed of any kind will do.
 * @param {number} seed 0 to 1
 * @returns {() => number} 0 to 1
 */
export function seeded(seed) {
  let state = Math.floor(seed * 2 ** 32);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
