// With nobody in: a few lights that move slowly, the promise of a hand.
// @ts-check
import { PAINT } from "../../js/shared/marks.js";
import { rgb } from "./colour.js";
import { Light } from "./light.js";

/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { Colour, Shape } from "../../js/protocol.js" */
/** @import { Painter } from "./painter.js" */
/** @import { Words } from "./words.js" */

const FADE = 7; // seconds that a line lasts
const LAG = 0.5; // seconds: nothing here is quick
const PACE = 0.11; // radians a second
const BREATH = 9; // seconds that a light which keeps still takes to come and go
const SLOWLY = 0.25; // of the haste with which they make room for a real hand
const INSET = 2.5; // units from the picture's edges

/** @type {readonly {colour: Colour, shape: Shape, across: number, start: number}[]} how often it crosses; radians */
const WAYS = [
  { colour: "orange", shape: "star", across: 2.1, start: 0 },
  { colour: "sky", shape: "circle", across: 2.9, start: (2 * Math.PI) / 3 },
  { colour: "mint", shape: "triangle", across: 1.7, start: (4 * Math.PI) / 3 },
];
const DOWN = 2.6; // the same for all, so that they never crowd one edge

export class Wander {
  #lights = WAYS.map(() => new Light({ x: 0, y: 0 }, FADE));
  #time; // seconds
  #placed = false;

  /** @param {() => number} random */
  constructor(random) {
    this.#time = 100 * random();
  }

  /**
   * @param {Stage} stage
   * @param {Words} words
   * @param {boolean} isAlone nobody is in
   * @param {number} seconds since the last call
   * @param {number} now seconds
   */
  move(stage, words, isAlone, seconds, now) {
    if (!stage.calm) this.#time += seconds;
    WAYS.forEach((way, i) => {
      const place = this.#place(stage, words, way);
      if (!this.#placed) this.#lights[i] = new Light(place, FADE);
      this.#lights[i].follow(place, LAG, seconds, now);
      const breath = stage.calm ? 0.5 - 0.5 * Math.cos((2 * Math.PI * now) / BREATH + way.start) : 1;
      this.#lights[i].glow(isAlone ? breath : 0, seconds, isAlone ? SLOWLY : 1);
    });
    this.#placed = true;
  }

  /**
   * @param {Painter} painter
   * @param {Stage} stage
   * @param {number} now seconds
   */
  draw(painter, { width, height, theme }, now) {
    const unit = Math.min(width, height) / 45;
    WAYS.forEach(({ colour, shape }, i) => {
      const light = this.#lights[i];
      if (light.strength < 0.004) return;
      const paint = rgb(PAINT[theme][colour]);
      painter.line(light, 1.4 * unit, paint, 0.85 * light.strength, now);
      painter.glow(light.x, light.y, 8 * unit, paint, 0.5 * light.strength);
      painter.mark(shape, light.x, light.y, 2 * unit, 0, paint, light.strength);
    });
  }

  /** The picture has another size. @param {number} across @param {number} down factors */
  scale(across, down) {
    for (const light of this.#lights) light.scale(across, down);
  }

  /** @param {Stage} stage @param {Words} words @param {typeof WAYS[number]} way */
  #place({ width, height }, words, { across, start }) {
    const turn = this.#time * PACE;
    const x = width * (0.5 + 0.46 * Math.sin(across * turn + 2 * start));
    const y = height * (0.5 + 0.44 * Math.sin(DOWN * turn + start));
    return words.clear({ x, y }, (INSET * Math.min(width, height)) / 45);
  }
}
