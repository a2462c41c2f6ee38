// Recent moves of a simulated hand.
// @ts-check
import { MIDDLE } from "./hand.js";
import { Held } from "./held.js";
import { Loop } from "./loop.js";

/** @import { Point } from "../../shared/motion.js" */

/**
 * Places are fractions of the picture, which is the pad, too.
 * @typedef {{what: "point" | "tap", place: Point} | {what: "thumb", place: Point, down: boolean}
 *   | {what: "press", name: string, down: boolean} | {what: "choose", name: string}} Deed
 */

/** @typedef {{at: number, deed: Deed}} Step `at`: milliseconds from the beginning */

const REMEMBERED = 10_000; // milliseconds
const PAUSE = 1500; // milliseconds that a hand may keep still; a longer stillness is remembered as one of these

/**
 * Remembers ten seconds of doing. Long pauses are cut short: whoever moved, then read something, then wants another
 * phone, wants the moving repeated and not the reading.
 */
export class Track {
  /** @type {Step[]} */ #steps = [];
  #held = new Held();
  /** @type {Readonly<Point>} */ #start; // where the hand was when what is remembered begins
  #clock = 0; // milliseconds, long pauses left out
  #at = NaN; // when that was: milliseconds on the caller's clock

  /** @param {Readonly<Point>} [place] where the hand is at first */
  constructor(place = MIDDLE) {
    this.#start = place;
  }

  /** @param {Deed} deed @param {number} now milliseconds */
  note(deed, now) {
    this.#go(now);
    this.#steps.push({ at: this.#clock, deed });
    this.#held.note(deed);
  }

  /** @param {number} now milliseconds @returns {Loop} that repeats what is remembered */
  loop(now) {
    this.#go(now);
    const from = Math.max(this.#clock - REMEMBERED, this.#steps[0]?.at ?? this.#clock);
    const steps = this.#steps.map(({ at, deed }) => ({ at: at - from, deed }));
    return new Loop(this.#start, steps, this.#held.ends, this.#clock - from);
  }

  /** @param {number} now */
  #go(now) {
    const passed = Number.isNaN(this.#at) ? 0 : Math.max(0, now - this.#at);
    this.#clock += this.#held.isNothing ? Math.min(PAUSE, passed) : passed; // who holds something does something
    this.#at = now;
    while (this.#steps.length > 0 && this.#steps[0].at < this.#clock - REMEMBERED) this.#forget();
  }

  #forget() {
    const deed = this.#steps.shift()?.deed;
    if (deed?.what === "point") this.#start = deed.place;
  }
}
