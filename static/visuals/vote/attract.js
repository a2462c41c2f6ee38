// Attract mode: lamps fall one by one and pile up while nobody is in.
// @ts-check
import { glowSprite } from "../_kit/glow.js";
import { clamp } from "../_kit/numbers.js";
import { unitOf } from "../_kit/type.js";
import { GLOW_STEPS } from "./lamps.js";

/** @import { Stage } from "../../js/display/stage/contract.js" */

const COLUMNS = 9; // along the longer side
const HIGHEST = 6; // lamps on each other
const EACH_S = 5; // seconds between two lamps of a column
const FALLS = 0.35; // of that it falls
const CLEAR_UNITS = 2.6; // units from words to full light
const GOLDEN = 0.618034;

export class AttractMode {
  #stage;
  #pen;
  #now = 0; // seconds
  /** @type {OffscreenCanvas | null} */ #glow = null;

  /** @param {Stage} stage @param {CanvasRenderingContext2D} pen */
  constructor(stage, pen) {
    this.#stage = stage;
    this.#pen = pen;
  }

  /** The theme is another. */
  redraw() {
    this.#glow = null;
  }

  /** @param {number} seconds since the last call */
  draw(seconds) {
    const { width, height } = this.#stage;
    const unit = unitOf(this.#stage);
    const count = Math.max(4, Math.round((COLUMNS * width) / Math.max(width, height)));
    this.#now += seconds;
    for (let column = 0; column < count; column += 1) {
      const x = ((column + 0.5) / count) * width;
      const turn = this.#now / EACH_S + 1 + column * GOLDEN * HIGHEST;
      const landed = Math.floor(turn) % HIGHEST;
      const part = turn % 1;
      for (let at = 0; at < landed; at += 1) this.#lamp(x, height - (2 + 2.3 * at) * unit, unit, 1);
      if (landed === 0) for (let at = 0; at < HIGHEST - 1; at += 1) this.#lamp(x, height - (2 + 2.3 * at) * unit, unit, 1 - 3 * part);
      const fallen = Math.max(0, (part - 1 + FALLS) / FALLS);
      const target = height - (2 + 2.3 * landed) * unit;
      if (landed < HIGHEST - 1) this.#lamp(x, this.#stage.calm ? target : target * fallen * fallen - unit * (1 - fallen), unit, this.#stage.calm ? fallen : Math.min(1, fallen * 4));
    }
    this.#pen.globalAlpha = 1;
  }

  /** @param {number} x @param {number} y @param {number} unit @param {number} strength */
  #lamp(x, y, unit, strength) {
    const seen = Math.min(1, strength) * this.#clear(x, y, unit);
    if (seen <= 0.01) return;
    const { palette, theme } = this.#stage;
    if (theme === "dark") {
      this.#glow ??= glowSprite(palette.text, GLOW_STEPS);
      this.#pen.globalAlpha = 0.4 * seen;
      this.#pen.drawImage(this.#glow, x - 3 * unit, y - 3 * unit, 6 * unit, 6 * unit);
    }
    this.#pen.globalAlpha = 0.85 * seen;
    this.#pen.fillStyle = palette.text;
    this.#pen.beginPath();
    this.#pen.arc(x, y, 0.8 * unit, 0, 2 * Math.PI);
    this.#pen.fill();
  }

  /** @param {number} x @param {number} y @param {number} unit @returns {number} 0 at words to 1 away from them */
  #clear(x, y, unit) {
    let far = Infinity;
    for (const { x: left, y: top, width, height } of this.#stage.words()) {
      far = Math.min(far, Math.hypot(Math.max(left - x, x - left - width, 0), Math.max(top - y, y - top - height, 0)));
    }
    return clamp((far / unit - 1.3) / CLEAR_UNITS, 0, 1);
  }
}
