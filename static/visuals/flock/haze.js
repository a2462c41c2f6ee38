// Haze of colour where birds are many: a coarse mesh over the picture.
// @ts-check
import { rgb } from "../_kit/colour.js";
import { CELL_UNITS } from "./flow-field.js";

/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { WordMask } from "../_kit/word-mask.js" */
/** @import { FlowField } from "./flow-field.js" */

const STRENGTH = { dark: 0.011, bright: 0.007 }; // of a bird's colour
const MAX_HAZE = 90; // of 255, however many there are

export const WORDS = 3; // of 4 bytes a corner: x, y, colour

export class Haze {
  data = new Float32Array(0); // WORDS each
  /** @type {Uint16Array} */ triangles = new Uint16Array(0);
  #colours = new Uint32Array(0); // the same bytes as data
  #size = "";

  /**
   * @param {FlowField} field its colours are smooth
   * @param {WordMask} mask
   * @param {Stage} stage
   * @returns {boolean} the mesh is another one
   */
  update(field, mask, { theme, palette }) {
    const size = `${field.columns} ${field.rows}`;
    const isNew = size !== this.#size;
    this.#size = size;
    if (isNew) this.#lay(field);
    const ground = rgb(palette.ground);
    const isDark = theme === "dark";
    const { data } = this;
    const { colour } = field;
    for (let cell = 0, at = 0; at < data.length; cell += 3, at += WORDS) {
      const shown = MAX_HAZE * mask.at(data[at], data[at + 1]);
      const most = Math.max(colour[cell], colour[cell + 1], colour[cell + 2]);
      let mixed = 255 << 24;
      for (let part = 0; part < 3; part += 1) {
        const strength = isDark ? STRENGTH.dark * colour[cell + part] : STRENGTH.bright * (1.15 * most - colour[cell + part]);
        const field = (1 - Math.exp(-strength / MAX_HAZE)) * shown;
        mixed |= (isDark ? Math.min(255, ground[part] + field) : ground[part] * (1 - field / 255)) << (8 * part);
      }
      this.#colours[at + 2] = mixed;
    }
    return isNew;
  }

  /** @param {FlowField} field */
  #lay({ columns, rows }) {
    this.data = new Float32Array(columns * rows * WORDS);
    this.#colours = new Uint32Array(this.data.buffer);
    const triangles = [];
    for (let row = 0, corner = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1, corner += 1) {
        this.data.set([column * CELL_UNITS, row * CELL_UNITS], corner * WORDS);
        if (column + 1 === columns || row + 1 === rows) continue;
        triangles.push(corner, corner + 1, corner + columns, corner + columns, corner + 1, corner + columns + 1);
      }
    }
    this.triangles = new Uint16Array(triangles);
  }
}
