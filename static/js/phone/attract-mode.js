// Attract mode of the phone's page: a few lights that wander before anyone joins.
// @ts-check
import { PAINT } from "../shared/marks.js";
import { Field } from "./field.js";

/** @import { Theme } from "../shared/marks.js" */
/** @import { Colour, Shape } from "../protocol.js" */
/** @import { Light } from "./field.js" */

/** @typedef {{x: number, y: number, width: number, height: number}} Rect CSS pixels */

const TRAIL_S = 3.2; // seconds
const TRAIL_STEPS = 64;
const MARGIN_PX = 70; // CSS pixels above and below, for the glow

/** @type {readonly {colour: Colour, shape: Shape, pace: number, start: number}[]} radians a second, radians */
const HANDS = Object.freeze([
  { colour: "orange", shape: "star", pace: 0.42, start: 0.4 },
  { colour: "sky", shape: "circle", pace: 0.31, start: 2.6 },
  { colour: "rose", shape: "hexagon", pace: 0.37, start: 4.5 },
]);

/** Paints for as long as it is wanted. With reduced motion it is one still picture. */
export class AttractMode {
  #field;
  #theme;
  #calm;
  #words;
  #frame = 0;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {{theme: Theme, calm: boolean, words: () => Rect}} look calm: reduced motion; words: where they stand, so
   *   that no light crosses them
   */
  constructor(canvas, { theme, calm, words }) {
    this.#field = new Field(canvas, theme);
    this.#theme = theme;
    this.#calm = calm;
    this.#words = words;
    new ResizeObserver(() => this.#fit()).observe(canvas);
  }

  start() {
    cancelAnimationFrame(this.#frame);
    this.#fit();
    if (!this.#calm) this.#frame = requestAnimationFrame(this.#draw);
  }

  stop() {
    cancelAnimationFrame(this.#frame);
  }

  #fit() {
    this.#field.resize();
    this.#paint(this.#calm ? 12 : performance.now() / 1000);
  }

  /** @param {number} now milliseconds */
  #draw = (now) => {
    this.#paint(now / 1000);
    this.#frame = requestAnimationFrame(this.#draw);
  };

  /** @param {number} seconds */
  #paint(seconds) {
    const free = freeOf(this.#words(), this.#field);
    this.#field.paint(HANDS.map((hand) => ({ ...wander(hand, seconds, free), paint: PAINT[this.#theme][hand.colour] })));
  }
}

/**
 * What the words leave free: the room above them, or beside them on a phone held across.
 * @param {Rect} words
 * @param {{width: number, height: number}} page
 * @returns {Rect}
 */
export function freeOf(words, { width, height }) {
  const right = words.x + words.width;
  const across = right < width * 0.8 && width > height;
  const room = across ? { x: right, y: 0, width: width - right, height } : { x: 0, y: 0, width, height: words.y };
  const [sides, top] = [0.13 * room.width, Math.min(MARGIN_PX, room.height / 3)];
  return { x: room.x + sides, y: top, width: room.width - 2 * sides, height: room.height - 2 * top };
}

/**
 * @param {{shape: Shape, pace: number, start: number}} hand
 * @param {number} seconds
 * @param {Rect} free
 * @returns {Omit<Light, "paint">}
 */
function wander({ shape, pace, start }, seconds, { x, y, width, height }) {
  /** @param {number} at seconds */
  const place = (at) => {
    const turn = start + at * pace;
    return {
      x: x + width * (0.5 + 0.43 * Math.sin(turn) + 0.07 * Math.sin(2.7 * turn)),
      y: y + height * (0.5 + 0.38 * Math.sin(1.3 * turn + start) + 0.12 * Math.sin(3.1 * turn)),
    };
  };
  const trail = Array.from({ length: TRAIL_STEPS }, (_, i) => place(seconds - TRAIL_S * (1 - i / TRAIL_STEPS)));
  return { ...place(seconds), shape, power: 0.8, trail };
}
