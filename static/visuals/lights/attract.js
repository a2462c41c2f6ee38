// Attract mode: three lights wander slowly while nobody is in.
// @ts-check
import { PAINT } from "../../js/shared/marks.js";
import { ATTRACT_SEATS, wander } from "../_kit/attract.js";
import { rgb } from "../_kit/colour.js";
import { unitOf } from "../_kit/type.js";
import { Light } from "./light.js";

/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { KeepOut } from "../_kit/keep-out.js" */
/** @import { Painter } from "./gl-painter.js" */

const FADE_S = 7; // seconds that a line lasts
const LAG_S = 0.5; // seconds: nothing here is quick
const PACE = 0.11; // radians a second
const BREATH_S = 9; // seconds that a light which keeps still takes to come and go
const SLOWLY = 0.25; // of the haste with which they make room for a real hand
const INSET_UNITS = 2.5; // units from the picture's edges

export class AttractMode {
  #lights = ATTRACT_SEATS.map(() => new Light({ x: 0, y: 0 }, FADE_S));
  #time; // seconds
  #placed = false;

  /** @param {() => number} random */
  constructor(random) {
    this.#time = 100 * random();
  }

  /**
   * @param {Stage} stage
   * @param {KeepOut} keepOut
   * @param {boolean} isAlone nobody is in
   * @param {number} seconds since the last call
   * @param {number} now seconds
   */
  move(stage, keepOut, isAlone, seconds, now) {
    if (!stage.calm) this.#time += seconds;
    ATTRACT_SEATS.forEach((_, i) => {
      const place = this.#place(stage, keepOut, i);
      if (!this.#placed) this.#lights[i] = new Light(place, FADE_S);
      this.#lights[i].follow(place, LAG_S, seconds, now);
      const breath = stage.calm ? 0.5 - 0.5 * Math.cos(2 * Math.PI * (now / BREATH_S + i / ATTRACT_SEATS.length)) : 1;
      this.#lights[i].glow(isAlone ? breath : 0, seconds, isAlone ? SLOWLY : 1);
    });
    this.#placed = true;
  }

  /**
   * @param {Painter} painter
   * @param {Stage} stage
   * @param {number} now seconds
   */
  draw(painter, stage, now) {
    const unit = unitOf(stage);
    ATTRACT_SEATS.forEach(({ colour, shape }, i) => {
      const light = this.#lights[i];
      if (light.strength < 0.004) return;
      const paint = rgb(PAINT[stage.theme][colour]);
      painter.line(light, 1.4 * unit, paint, 0.85 * light.strength, now);
      painter.glow(light.x, light.y, 8 * unit, paint, 0.5 * light.strength);
      painter.mark(shape, light.x, light.y, 2 * unit, 0, paint, light.strength);
    });
  }

  /** The picture has another size. @param {number} across @param {number} down factors */
  scale(across, down) {
    for (const light of this.#lights) light.scale(across, down);
  }

  /** @param {Stage} stage @param {KeepOut} keepOut @param {number} seat */
  #place(stage, keepOut, seat) {
    const { x, y } = wander(seat, this.#time * PACE);
    const place = { x: stage.width * (0.5 + 0.46 * x), y: stage.height * (0.5 + 0.44 * y) };
    return keepOut.clear(place, INSET_UNITS * unitOf(stage));
  }
}
