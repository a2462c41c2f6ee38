// Attract mode: cards with pictures come and go while nobody is in.
// @ts-check
import { boxOf, touch, widened } from "../_kit/boxes.js";
import { unitOf } from "../_kit/type.js";
import { DRAWN } from "./presets.js";

/** @import { Rect, Stage } from "../../js/display/stage/contract.js" */
/** @import { CardPainter } from "./card-painter.js" */

const STAYS_S = 9;
const WIDTH_UNITS = 8;
const HEIGHT = 5.6;
const COLOURS = /** @type {const} */ (["orange", "sky", "mint", "rose", "yellow", "blue"]);
const SHAPES = /** @type {const} */ (["star", "circle", "triangle", "crescent", "drop", "hexagon"]);
const CARDS = Object.keys(DRAWN).map((picture, at) => ({ text: "", picture, number: 0, colour: COLOURS[at], shape: SHAPES[at] }));
const GAP_UNITS = 1.4; // units round words
const SPACING = 1.7; // of a card's size between two places
const MAX_CARDS = 9;

export class AttractMode {
  #stage;
  #painter;
  #now = 0; // seconds

  /** @param {Stage} stage @param {CardPainter} painter */
  constructor(stage, painter) {
    this.#stage = stage;
    this.#painter = painter;
  }

  /** @param {number} seconds since the last call */
  draw(seconds) {
    this.#now += seconds;
    const places = this.#places();
    const shown = Math.min(MAX_CARDS, places.length);
    for (let i = 0; i < shown; i += 1) {
      const turn = this.#now / STAYS_S + i / shown;
      const part = turn % 1;
      const own = places.filter((_, at) => at % shown === i);
      const place = own[Math.floor(turn) % own.length];
      const strength = 0.75 * Math.min(1, 5 * part, 5 * (1 - part));
      const lift = this.#stage.calm ? 0 : (0.5 - part) * 0.16 * place.height;
      const card = CARDS[(Math.floor(turn) + i * 5) % CARDS.length];
      this.#painter.draw(card, { ...place, y: place.y + lift }, place, strength);
    }
  }

  /** @returns {Rect[]} that touch no words */
  #places() {
    const { width, height } = this.#stage;
    const unit = unitOf(this.#stage);
    const [wide, high] = [WIDTH_UNITS * unit, HEIGHT * unit];
    const words = this.#stage.words().map((word) => widened(boxOf(word), GAP_UNITS * unit));
    /** @type {Rect[]} */ const places = [];
    const [columns, rows] = [Math.floor(width / (wide * SPACING * 0.8)), Math.floor(height / (high * SPACING * 0.8))];
    for (let at = 0; at < columns * rows; at += 1) {
      const x = ((at % columns) + 0.5) * (width / columns) - wide / 2;
      const y = (Math.floor(at / columns) + 0.5) * (height / rows) - high / 2;
      const place = { x, y, width: wide, height: high };
      if (!words.some((word) => touch(word, boxOf(place)))) places.push(place);
    }
    return places;
  }
}
