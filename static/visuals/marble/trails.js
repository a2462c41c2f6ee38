// Trails of marbles: small copies of their shape that fade behind them.
// @ts-check
import { RADIUS } from "./marble.js";

/** @import { MarblePainter, Easel, Face } from "./marble-painter.js" */
/** @import { Marble } from "./marble.js" */

const LIFE_S = 2.4;
const BEAD_GAP_CELLS = 0.3; // cells between two beads
const SIZE = 0.42; // of a marble, at first
const MAX_BEADS = 24; // beads

/** @typedef {{x: number, y: number, age: number}} Bead cells, seconds */

export class Trails {
  /** @type {WeakMap<Marble, Bead[]>} */ #beads = new WeakMap(); // oldest first

  /** @param {Iterable<Marble>} marbles @param {number} seconds */
  follow(marbles, seconds) {
    for (const marble of marbles) {
      const beads = (this.#beads.get(marble) ?? []).filter(({ age }) => age < LIFE_S);
      this.#beads.set(marble, beads);
      for (const bead of beads) bead.age += seconds;
      const last = beads[beads.length - 1];
      const { x, y } = marble.at;
      if (!last || Math.hypot(x - last.x, y - last.y) > BEAD_GAP_CELLS) beads.push({ x, y, age: 0 });
      if (beads.length > MAX_BEADS) beads.shift();
    }
  }

  /** @param {Easel} easel @param {MarblePainter} marblePainter @param {Marble} marble @param {Face} face @param {number} strength 0 to 1 */
  draw({ pen, view: { x, y, unit } }, marblePainter, marble, face, strength) {
    if (marble.away) return;
    const picture = marblePainter.bead(face, SIZE * RADIUS * unit);
    for (const bead of this.#beads.get(marble) ?? []) {
      const left = Math.max(0, 1 - bead.age / LIFE_S);
      const size = SIZE * RADIUS * unit * (0.4 + 0.6 * left);
      pen.globalAlpha = 0.75 * left * strength;
      pen.drawImage(picture, x + bead.x * unit - size, y + bead.y * unit - size, 2 * size, 2 * size);
    }
    pen.globalAlpha = 1;
  }
}
