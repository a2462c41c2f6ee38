// Wild birds: three flocks that wander, with a mark only while no phone is in.
// @ts-check
import { PAINT } from "../../js/shared/marks.js";
import { mix, rgb } from "./colour.js";
import { WILD } from "./shares.js";
import { MARK_MARGIN, markPatch } from "./sheet.js";

/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { Colour, Shape } from "../../js/protocol.js" */
/** @import { Birds } from "./birds.js" */
/** @import { Stamps } from "./stamps.js" */
/** @import { Words } from "./words.js" */

const PACE = 0.16; // radians a second
const SIZE = 2; // units
const FADE = 0.8; // seconds to get two thirds of the way
const SWAY = 0.9; // seconds behind its way, so that going round words is no jerk

/** @type {readonly {colour: Colour, shape: Shape, across: number, start: number}[]} how often it crosses; radians */
const WAYS = [
  { colour: "orange", shape: "star", across: 2.1, start: 0 },
  { colour: "sky", shape: "circle", across: 2.9, start: (2 * Math.PI) / 3 },
  { colour: "mint", shape: "triangle", across: 1.7, start: (4 * Math.PI) / 3 },
];
const DOWN = 2.6; // the same for all, so that they never crowd one edge

export class Wild {
  #time;
  #alone = 0; // 0 to 1: nobody is in
  /** @type {{x: number, y: number}[]} */ #places = [];

  /** @param {() => number} random */
  constructor(random) {
    this.#time = 100 * random();
  }

  /**
   * @param {ReadonlyMap<number, number>} shares
   * @param {boolean} isAlone nobody is in
   * @param {Words} words
   * @param {Birds} birds
   * @param {Stage} stage
   * @param {number} seconds
   */
  move(shares, isAlone, words, birds, { palette, theme, calm }, seconds) {
    if (!calm) this.#time += seconds;
    this.#alone += ((isAlone ? 1 : 0) - this.#alone) * (1 - Math.exp(-seconds / FADE));
    const quiet = mix(rgb(palette.quiet), rgb(palette.ground), 0.45);
    WAYS.forEach((way, part) => {
      const goal = this.#goal(way, words);
      const place = (this.#places[part] ??= goal);
      place.x += (goal.x - place.x) * (1 - Math.exp(-seconds / SWAY));
      place.y += (goal.y - place.y) * (1 - Math.exp(-seconds / SWAY));
      const paint = mix(quiet, rgb(PAINT[theme][way.colour]), 0.9 * this.#alone);
      birds.place(WILD[part], place.x, place.y, seconds, shares.get(WILD[part]) ?? 0, paint);
    });
  }

  /** @param {Stamps} stamps @param {Stage} stage */
  draw(stamps, { theme }) {
    if (this.#alone < 0.01) return;
    WAYS.forEach(({ colour, shape }, part) => {
      const { x, y } = this.#places[part];
      stamps.add(markPatch(shape), x, y, (SIZE * MARK_MARGIN) / 2, 0, rgb(PAINT[theme][colour]), this.#alone);
    });
  }

  /** The picture has another size. @param {number} across @param {number} down factors */
  scale(across, down) {
    this.#places = this.#places.map(({ x, y }) => ({ x: x * across, y: y * down }));
  }

  /** @param {typeof WAYS[number]} way @param {Words} words */
  #goal({ across, start }, words) {
    const turn = this.#time * PACE;
    const { left, top, right, bottom } = words.open;
    const x = left + (right - left) * (0.5 + 0.4 * Math.sin(across * turn + 2 * start));
    const y = top + (bottom - top) * (0.5 + 0.42 * Math.sin(DOWN * turn + start));
    return words.clear({ x, y });
  }
}
