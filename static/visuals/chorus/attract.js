// Attract mode: three parts play silently by themselves while nobody is in.
// @ts-check
import { ATTRACT_SEATS } from "../_kit/attract.js";
import { LOOP_MS, STEP_MS } from "./beat.js";

/** @import { Colour, Shape } from "../../js/protocol.js" */
/** @import { Score } from "./score.js" */

/** @type {readonly {colour: Colour, shape: Shape, steps: readonly number[], degrees: readonly number[]}[]} */
export const ATTRACT_PARTS = [
  { steps: [0, 6, 12, 16, 22, 28], degrees: [10, 12, 11, 13, 12, 10, 14, 11] },
  { steps: [4, 14, 20, 30], degrees: [7, 8, 6, 9, 7] },
  { steps: [0, 8, 16, 24, 26], degrees: [2, 4, 3, 5, 1, 3] },
].map((part, i) => ({ ...ATTRACT_SEATS[i], ...part }));

const LASTS_MS = 900;

/** @param {number} part @returns {number} in place of the number of a seat */
export function seatOf(part) {
  return -1 - part;
}

/** @param {number} number @returns {typeof ATTRACT_PARTS[number]} */
export function attractPart(number) {
  return ATTRACT_PARTS[-1 - number];
}

/**
 * @param {Score} score
 * @param {number} from milliseconds, not included
 * @param {number} to milliseconds, included
 */
export function playAttract(score, from, to) {
  for (let step = Math.floor(from / STEP_MS) + 1; step * STEP_MS <= to; step += 1) {
    ATTRACT_PARTS.forEach(({ steps, degrees }, part) => {
      if (!steps.includes(step % (LOOP_MS / STEP_MS))) return;
      score.pin(seatOf(part), step * STEP_MS, degrees[Math.floor(step * 0.381966) % degrees.length], LASTS_MS);
    });
  }
}
