// Where marbles have been: light that fades behind them.
// @ts-check
import { RADIUS } from "./marble.js";

/** @import { Marble } from "./marble.js" */
/** @import { Place } from "./maze.js" */
/** @import { Face } from "./ball.js" */
/** @import { View } from "./view.js" */

const LIFE = 1.8; // seconds
const EVERY = 0.06; // seconds between two places
const PARTS = 10; // of a trail, each of one strength
const LONGEST = Math.ceil(LIFE / EVERY);

export class Trails {
  /** @type {WeakMap<Marble, Place[]>} */ #places = new WeakMap(); // newest first
  #since = 0;

  /** @param {Iterable<Marble>} marbles @param {number} seconds */
  follow(marbles, seconds) {
    this.#since += seconds;
    if (this.#since < EVERY) return;
    this.#since %= EVERY;
    for (const marble of marbles) {
      const places = this.#places.get(marble) ?? [];
      this.#places.set(marble, places);
      places.unshift({ x: marble.at.x, y: marble.at.y });
      if (places.length > LONGEST) places.pop();
    }
  }

  /** @param {CanvasRenderingContext2D} pen @param {View} view @param {Marble} marble @param {Face} face @param {number} strength 0 to 1 */
  draw(pen, { x, y, unit }, marble, { paint }, strength) {
    const places = this.#places.get(marble);
    if (!places || marble.away) return;
    const share = Math.ceil(LONGEST / PARTS);
    pen.lineCap = "butt"; // round ends would show where parts overlap
    pen.lineJoin = "round";
    pen.strokeStyle = paint;
    let from = marble.at;
    for (let part = 0; part * share < places.length; part += 1) {
      const left = 1 - part / PARTS;
      pen.globalAlpha = 0.34 * left * left * strength;
      pen.lineWidth = 1.5 * RADIUS * unit * (0.35 + 0.65 * left);
      pen.beginPath();
      pen.moveTo(x + from.x * unit, y + from.y * unit);
      for (const place of places.slice(part * share, (part + 1) * share)) {
        pen.lineTo(x + place.x * unit, y + place.y * unit);
        from = place;
      }
      pen.stroke();
    }
    pen.globalAlpha = 1;
  }
}
