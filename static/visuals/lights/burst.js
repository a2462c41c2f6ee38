// Burst of a tap: the light's shape many times, flying outward.
// @ts-check
/** @import { Shape } from "../../js/protocol.js" */
/** @import { Point } from "../../js/shared/motion.js" */
/** @import { Rgb } from "../_kit/colour.js" */
/** @import { Painter } from "./gl-painter.js" */

const PIECES = 13;
const LASTS_S = 1.5;
const DRAG = 3.4; // per second
const REACH_UNITS = 8.5;
const FALL = 4.2; // units per second²
const SIZE_UNITS = 1.35; // units at first

/** @typedef {{dx: number, dy: number, reach: number, spin: number, size: number}} Piece */

/** Its pieces fly from closed formulas of its age, so there is nothing to step. */
export class Burst {
  /** @type {Piece[]} */ #pieces = [];

  /**
   * @param {Point} place CSS pixels
   * @param {Shape} shape
   * @param {Rgb} paint
   * @param {number} now seconds
   * @param {() => number} random
   */
  constructor(place, shape, paint, now, random) {
    this.place = { x: place.x, y: place.y };
    this.shape = shape;
    this.paint = paint;
    this.born = now;
    const turned = random() * Math.PI;
    for (let i = 0; i < PIECES; i += 1) this.#pieces.push(piece(turned + (i / PIECES) * 2 * Math.PI, random));
  }

  /** @param {number} now seconds */
  isOver(now) {
    return now - this.born >= LASTS_S;
  }

  /**
   * @param {Painter} painter
   * @param {number} unit CSS pixels
   * @param {number} now seconds
   * @param {boolean} calm stand and fade instead of flying
   */
  draw(painter, unit, now, calm) {
    const age = now - this.born;
    const part = Math.min(1, age / LASTS_S);
    const flown = calm ? 0.7 : 1 - Math.exp(-DRAG * age);
    const fallen = calm ? 0 : (FALL * age * age * unit) / 2;
    const strength = calm ? Math.sin(Math.PI * part) : 1 - part * part * part;
    for (const { dx, dy, reach, spin, size } of this.#pieces) {
      const x = this.place.x + dx * reach * flown * REACH_UNITS * unit;
      const y = this.place.y + dy * reach * flown * REACH_UNITS * unit + fallen;
      painter.glow(x, y, 2.8 * unit, this.paint, 0.45 * strength);
      painter.spark(this.shape, x, y, size * SIZE_UNITS * unit * (1 - 0.5 * part), calm ? 0 : spin * flown, this.paint, strength);
    }
  }
}

/**
 * @param {number} angle radians
 * @param {() => number} random
 * @returns {Piece}
 */
function piece(angle, random) {
  const off = angle + (random() - 0.5) * 0.3;
  const near = random();
  return { dx: Math.cos(off), dy: Math.sin(off), reach: 0.55 + 0.45 * near, spin: (random() - 0.5) * 5, size: 1.25 - 0.6 * near };
}
