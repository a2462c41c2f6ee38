// Spark particles where two ships meet.
// @ts-check
/** @import { View } from "./view.js" */

const LIFE_S = 0.45;
const MAX_SPARKS = 240; // at a time
const SPEED = 0.9; // units a second

/** @typedef {{x: number, y: number, vx: number, vy: number, age: number, paint: string}} Spark */

export class Sparks {
  /** @type {Spark[]} */ #sparks = [];
  #random;

  /** @param {() => number} random 0 to 1 */
  constructor(random) {
    this.#random = random;
  }

  /** @param {{x: number, y: number}} at units @param {number} force 0 to 1 @param {readonly string[]} paints */
  fly({ x, y }, force, paints) {
    for (let i = Math.ceil(14 * force); i > 0 && this.#sparks.length < MAX_SPARKS; i -= 1) {
      const turn = 2 * Math.PI * this.#random();
      const speed = SPEED * force * (0.4 + this.#random());
      const paint = paints[i % paints.length];
      this.#sparks.push({ x, y, vx: speed * Math.cos(turn), vy: speed * Math.sin(turn), age: 0, paint });
    }
  }

  /** @param {number} seconds */
  age(seconds) {
    for (const spark of this.#sparks) {
      spark.age += seconds;
      spark.x += spark.vx * seconds;
      spark.y += spark.vy * seconds;
    }
    this.#sparks = this.#sparks.filter(({ age }) => age < LIFE_S);
  }

  /** @param {CanvasRenderingContext2D} pen @param {View} view */
  draw(pen, { x, y, unit, type }) {
    for (const spark of this.#sparks) {
      const left = 1 - spark.age / LIFE_S;
      pen.globalAlpha = left;
      pen.fillStyle = spark.paint;
      pen.beginPath();
      pen.arc(x + spark.x * unit, y + spark.y * unit, 0.28 * type * left + 0.05 * type, 0, 2 * Math.PI);
      pen.fill();
    }
    pen.globalAlpha = 1;
  }
}
