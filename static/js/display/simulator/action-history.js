// Recent moves of a simulated hand.
// @ts-check
import { MIDDLE } from "./simulated-hand.js";
import { HeldInputs } from "./held-inputs.js";
import { ActionLoop } from "./action-loop.js";

/** @import { Point } from "../../shared/motion.js" */

/**
 * Places are fractions of the picture, which is the pad, too.
 * @typedef {{what: "point" | "tap", place: Point} | {what: "thumb", place: Point, down: boolean}
 *   | {what: "press", name: string, down: boolean} | {what: "choose", name: string}} Action
 */

/** @typedef {{at: number, action: Action}} Step `at`: milliseconds from the beginning */

const HISTORY_MS = 10_000; // milliseconds
const MAX_PAUSE_MS = 1500; // milliseconds that a hand may keep still; a longer stillness is remembered as one of these

/**
 * Remembers ten seconds of doing. Long pauses are cut short: whoever moved, then read something, then wants another
 * phone, wants the moving repeated and not the reading.
 */
export class ActionHistory {
  /** @type {Step[]} */ #steps = [];
  #held = new HeldInputs();
  /** @type {Readonly<Point>} */ #start; // where the hand was when what is remembered begins
  #clock = 0; // milliseconds, long pauses left out
  #at = NaN; // when that was: milliseconds on the caller's clock

  /** @param {Readonly<Point>} [place] where the hand is at first */
  constructor(place = MIDDLE) {
    this.#start = place;
  }

  /** @param {Action} action @param {number} now milliseconds */
  note(action, now) {
    this.#go(now);
    this.#steps.push({ at: this.#clock, action });
    this.#held.note(action);
  }

  /** @param {number} now milliseconds @returns {ActionLoop} that repeats what is remembered */
  loop(now) {
    this.#go(now);
    const from = Math.max(this.#clock - HISTORY_MS, this.#steps[0]?.at ?? this.#clock);
    const steps = this.#steps.map(({ at, action }) => ({ at: at - from, action }));
    return new ActionLoop(this.#start, steps, this.#held.ends, this.#clock - from);
  }

  /** @param {number} now */
  #go(now) {
    const passed = Number.isNaN(this.#at) ? 0 : Math.max(0, now - this.#at);
    this.#clock += this.#held.isNothing ? Math.min(MAX_PAUSE_MS, passed) : passed; // who holds something does something
    this.#at = now;
    while (this.#steps.length > 0 && this.#steps[0].at < this.#clock - HISTORY_MS) this.#forget();
  }

  #forget() {
    const action = this.#steps.shift()?.action;
    if (action?.what === "point") this.#start = action.place;
  }
}
