// Faults of a visual: counted, and located in its code.
// @ts-check
import { NOWHERE, locationInVisual, whereOf } from "../../shared/page-errors.js";

const MAX_FAULTS = 3; // within WINDOW_MS; then a visual is stopped
const WINDOW_MS = 1000;

/** Counts the errors of one visual. */
export class FaultCounter {
  #count = 0;
  /** @type {number[]} */ #recent = []; // when, in milliseconds

  /** @param {number} now milliseconds */
  add(now) {
    this.#count += 1;
    this.#recent = [...this.#recent.filter((at) => now - at < WINDOW_MS), now];
  }

  /** @returns {number} all so far */
  get count() {
    return this.#count;
  }

  get areTooMany() {
    return this.#recent.length >= MAX_FAULTS;
  }
}

/**
 * @param {unknown} error that a visual threw
 * @param {number} [count] of its errors so far, if that is to be told
 * @returns {string} such as "rain/visual.js, line 12: drops is not defined. 2 errors."
 */
export function inWords(error, count) {
  const what = (error instanceof Error ? error.message || error.name : String(error)).replace(/\.$/, "");
  const counted = count === undefined ? "" : ` ${count === 1 ? "1 error" : `${count} errors`}.`;
  return `${whereOf(locationInVisual(error) ?? NOWHERE)}${what}.${counted}`;
}

/**
 * @param {unknown} error
 * @param {string} name of a visual
 * @returns {boolean} whether it passed through that visual's code, as far as the browser says
 */
export function isOf(error, name) {
  return error instanceof Error && (error.stack ?? "").includes(`/visuals/${name}/`);
}
