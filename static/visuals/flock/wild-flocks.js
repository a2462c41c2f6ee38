// Wild flocks: birds of no phone in three flocks; in attract mode each has a mark.
// @ts-check
import { PAINT } from "../../js/shared/marks.js";
import { ATTRACT_SEATS, wander } from "../_kit/attract.js";
import { mix, rgb } from "../_kit/colour.js";
import { MARK_MARGIN, markPatch } from "../_kit/mark-sheet.js";
import { approach } from "../_kit/numbers.js";
import { WILD } from "./allocation.js";

/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { Birds } from "./birds.js" */
/** @import { FlockKeepOut } from "./keep-out.js" */
/** @import { SpriteBatch } from "./sprite-batch.js" */

const PACE = 0.16; // radians a second
const SIZE_UNITS = 2;
const FADE_S = 0.8; // seconds to get two thirds of the way
const SWAY_S = 0.9; // seconds behind its way, so that going round words is no jerk

export class WildFlocks {
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
   * @param {FlockKeepOut} keepOut
   * @param {Birds} birds
   * @param {Stage} stage
   * @param {number} seconds
   */
  move(shares, isAlone, keepOut, birds, { palette, theme, calm }, seconds) {
    if (!calm) this.#time += seconds;
    this.#alone = approach(this.#alone, isAlone ? 1 : 0, seconds, FADE_S);
    const quiet = mix(rgb(palette.quiet), rgb(palette.ground), 0.45);
    ATTRACT_SEATS.forEach(({ colour }, part) => {
      const goal = this.#goal(part, keepOut);
      const place = (this.#places[part] ??= goal);
      place.x = approach(place.x, goal.x, seconds, SWAY_S);
      place.y = approach(place.y, goal.y, seconds, SWAY_S);
      const paint = mix(quiet, rgb(PAINT[theme][colour]), 0.9 * this.#alone);
      birds.place(WILD[part], place.x, place.y, seconds, shares.get(WILD[part]) ?? 0, paint);
    });
  }

  /** @param {SpriteBatch} sprites @param {Stage} stage */
  draw(sprites, { theme }) {
    if (this.#alone < 0.01) return;
    ATTRACT_SEATS.forEach(({ colour, shape }, part) => {
      const { x, y } = this.#places[part];
      sprites.add(markPatch(shape), x, y, (SIZE_UNITS * MARK_MARGIN) / 2, 0, rgb(PAINT[theme][colour]), this.#alone);
    });
  }

  /** The picture has another size. @param {number} across @param {number} down factors */
  scale(across, down) {
    this.#places = this.#places.map(({ x, y }) => ({ x: x * across, y: y * down }));
  }

  /** @param {number} part @param {FlockKeepOut} keepOut */
  #goal(part, keepOut) {
    const { left, top, right, bottom } = keepOut.open;
    const { x, y } = wander(part, this.#time * PACE);
    return keepOut.clear({ x: left + (right - left) * (0.5 + 0.4 * x), y: top + (bottom - top) * (0.5 + 0.42 * y) });
  }
}
