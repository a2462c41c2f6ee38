// Burst of a tap: a ring of the phone's own shape.
// @ts-check
import { MARK_MARGIN, sparkPatch } from "../_kit/mark-sheet.js";

/** @import { Shape } from "../../js/protocol.js" */
/** @import { Point } from "../../js/shared/motion.js" */
/** @import { Rgb } from "../_kit/colour.js" */
/** @import { SpriteBatch } from "./sprite-batch.js" */

const PIECES = 9;
const LASTS_S = 1;
const DRAG = 4; // per second

/** Its pieces fly from closed formulas of its age, so there is nothing to step. */
export class Burst {
  #age = 0;

  /**
   * @param {Point} place units
   * @param {Shape} shape
   * @param {Rgb} paint
   * @param {number} size of the mark, in units
   * @param {number} turned radians
   */
  constructor({ x, y }, shape, paint, size, turned) {
    this.x = x;
    this.y = y;
    this.shape = shape;
    this.paint = paint;
    this.size = size;
    this.turned = turned;
  }

  get isOver() {
    return this.#age >= LASTS_S;
  }

  /**
   * @param {SpriteBatch} sprites
   * @param {number} seconds since the last call
   * @param {boolean} calm stand and fade instead of flying
   */
  draw(sprites, seconds, calm) {
    this.#age += seconds;
    const part = Math.min(1, this.#age / LASTS_S);
    const far = (1.2 + 1.6 * this.size) * (calm ? 0.7 : 1 - Math.exp(-DRAG * this.#age));
    const strength = calm ? Math.sin(Math.PI * part) : 1 - part * part;
    const half = (this.size * (0.42 - 0.2 * part) * MARK_MARGIN) / 2;
    const patch = sparkPatch(this.shape);
    for (let piece = 0; piece < PIECES; piece += 1) {
      const angle = this.turned + (piece / PIECES) * 2 * Math.PI;
      const x = this.x + far * Math.cos(angle);
      const y = this.y + far * Math.sin(angle);
      sprites.add(patch, x, y, half, calm ? 0 : part, this.paint, strength);
    }
  }
}
