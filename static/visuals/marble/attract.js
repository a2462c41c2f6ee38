// Attract mode: three marbles slowly find their way while nobody is in.
// @ts-check
import { ATTRACT_SEATS } from "../_kit/attract.js";
import { leanTo } from "./autopilot.js";
import { MazeWorld } from "./maze-world.js";
import { Maze } from "./maze.js";

/** @import { Plan } from "./maze.js" */

const HASTE = 0.4;
const START_INTERVAL_S = 2.5; // seconds between two of them
const PAUSE_S = 2; // seconds from the last one's arrival to another maze
const BREATH_S = 9; // seconds in which one that keeps still comes and goes

/** Its marbles have the numbers −1, −2, …, in the order of ATTRACT_SEATS. */
export class AttractMode {
  #random;
  #time = 0; // seconds in this maze
  #over = 0; // seconds since the last one arrived

  /** @param {() => number} random 0 to 1 @param {Plan} plan */
  constructor(random, plan) {
    this.#random = random;
    this.plan = plan;
    this.world = this.#lay();
  }

  /** @param {Plan} plan */
  begin(plan) {
    this.plan = plan;
    this.world = this.#lay();
  }

  /** @param {number} seconds @param {boolean} calm keep still */
  play(seconds, calm) {
    this.#time += seconds;
    if (calm) return;
    ATTRACT_SEATS.forEach((_, i) => this.#time > i * START_INTERVAL_S && this.world.drop(-1 - i));
    this.world.roll(seconds, (marble) => (marble.lean = leanTo(this.world.maze, marble, HASTE)));
    for (const marble of this.world.marbles.values()) if (marble.place === 0 && this.world.isIn(marble)) marble.place = 1;
    const isOver = this.world.marbles.size === ATTRACT_SEATS.length && [...this.world.marbles.values()].every(({ place }) => place > 0);
    this.#over = isOver ? this.#over + seconds : 0;
    if (this.#over > PAUSE_S) this.begin(this.plan);
  }

  /** Spread along the way to the goal, for those who want nothing to travel. */
  spread() {
    const { maze } = this.world;
    const way = maze.solution;
    ATTRACT_SEATS.forEach((_, i) => {
      const marble = this.world.drop(-1 - i, maze.middle(way[Math.floor(((i + 1) * way.length) / (ATTRACT_SEATS.length + 1))]));
      marble.age = Infinity;
    });
  }

  /** @param {number} number @returns {number} 0 to 1: how much of a still one is seen */
  breath(number) {
    return 0.5 - 0.5 * Math.cos((2 * Math.PI * (this.#time - number * START_INTERVAL_S)) / BREATH_S);
  }

  #lay() {
    this.#time = 0;
    this.#over = 0;
    return new MazeWorld(new Maze(this.plan, this.#random));
  }
}
