// Physics world: hard walls and marbles, in fixed steps that roll the same everywhere.
// @ts-check
import { BoxShape, CircleShape, World } from "../../vendor/planck/planck.js";
import { Marble, RADIUS } from "./marble.js";
import { wallsOf } from "./walls.js";

/** @import { Body, Contact, ContactImpulse } from "../../vendor/planck/planck.js" */
/** @import { Maze, Place } from "./maze.js" */

const STEP_S = 1 / 120;
const ROLLING_LOSS = 1.7; // of its speed is lost in a second
const START_GAP_CELLS = 0.21; // cells from the middle of a start cell to each of its four places
const WALL_BOUNCE = 0.3;
const GOAL_CELLS = 0.26; // cells round the goal's middle in which a marble is in

/** @typedef {{marble: Marble, force: number}} Knock force: the speed it lost to a wall, in cells a second */

export class MazeWorld {
  /** @type {Map<number, Marble>} */ marbles = new Map();
  /** @type {WeakMap<Body, Marble>} */ #owners = new WeakMap();
  #world = new World({ x: 0, y: 0 });
  #rest = 0; // seconds not yet stepped
  /** @type {Knock[]} */ #knocks = [];

  /** @param {Maze} maze */
  constructor(maze) {
    this.maze = maze;
    this.walls = wallsOf(maze);
    const ground = this.#world.createBody();
    for (const { x, y, width, height } of this.walls) {
      const shape = new BoxShape(width / 2, height / 2, { x: x + width / 2, y: y + height / 2 });
      ground.createFixture({ shape, friction: 0, restitution: WALL_BOUNCE });
    }
    this.#world.on("post-solve", (contact, impulse) => this.#hear(contact, impulse));
  }

  /** @param {number} number @param {Place} [place] the freest one of the start, unless it is said */
  drop(number, place = this.#freePlace()) {
    const known = this.marbles.get(number);
    if (known) return known;
    const body = this.#world.createBody({ type: "dynamic", position: place, linearDamping: ROLLING_LOSS, fixedRotation: true, allowSleep: false });
    body.createFixture({ shape: new CircleShape(RADIUS), density: 1, friction: 0, restitution: 0.5 });
    const marble = new Marble(number, body);
    this.marbles.set(number, marble);
    this.#owners.set(body, marble);
    return marble;
  }

  /** @param {number} number */
  take(number) {
    const marble = this.marbles.get(number);
    if (marble) this.#world.destroyBody(marble.body);
    this.marbles.delete(number);
    return marble;
  }

  /**
   * @param {number} seconds
   * @param {(marble: Marble) => void} [steer] before every step
   * @returns {readonly Knock[]} since the last call
   */
  roll(seconds, steer) {
    this.#knocks = [];
    for (this.#rest += seconds; this.#rest >= STEP_S; this.#rest -= STEP_S) {
      for (const marble of this.marbles.values()) {
        steer?.(marble);
        marble.push(STEP_S);
      }
      this.#world.step(STEP_S);
    }
    return this.#knocks;
  }

  /** @param {Marble} marble */
  isIn({ at }) {
    const goal = this.maze.middle(this.maze.goal);
    return Math.hypot(at.x - goal.x, at.y - goal.y) < GOAL_CELLS;
  }

  /** @param {Contact} contact @param {ContactImpulse} impulse */
  #hear(contact, { normalImpulses: [hard] }) {
    const bodies = [contact.getFixtureA().getBody(), contact.getFixtureB().getBody()];
    if (!bodies.some((body) => body.isStatic())) return;
    const marble = this.#owners.get(bodies[0]) ?? this.#owners.get(bodies[1]);
    if (marble) this.#knocks.push({ marble, force: hard / marble.body.getMass() });
  }

  /** @returns {Place} */
  #freePlace() {
    const places = this.maze.start.flatMap((cell) => {
      const { x, y } = this.maze.middle(cell);
      return [-START_GAP_CELLS, START_GAP_CELLS].flatMap((down) => [-START_GAP_CELLS, START_GAP_CELLS].map((across) => ({ x: x + across, y: y + down })));
    });
    const room = (/** @type {Place} */ { x, y }) => {
      const others = [...this.marbles.values()].filter(({ body }) => body.isActive());
      return Math.min(2 * START_GAP_CELLS, ...others.map(({ at }) => Math.hypot(at.x - x, at.y - y)));
    };
    return places.reduce((best, place) => (room(place) > room(best) + 1e-6 ? place : best));
  }
}
