// Loop of a simulated hand's recorded moves.
// @ts-check

/** @import { Point } from "../../shared/motion.js" */
/** @import { Action, Step } from "./action-history.js" */

const RETURN_MS = 700; // milliseconds in which the hand goes from where it ended to where it began
const MIN_LOOP_MS = 2000; // milliseconds; less would be a drum, not a hand

export class ActionLoop {
  #from;
  #to;
  #steps;
  #lasts;
  #at; // milliseconds since it began; the way back is the last part
  #next; // of the steps

  /**
   * It begins with the way back, since the hand is where it ended.
   * @param {Readonly<Point>} start where the hand was before the first step
   * @param {readonly Step[]} steps in their order
   * @param {readonly Action[]} ending lets go of what is held down at the end
   * @param {number} lasts milliseconds from the beginning to the end
   */
  constructor(start, steps, ending, lasts) {
    this.#from = locationOf(steps.toReversed()) ?? start;
    this.#to = start;
    this.#lasts = Math.max(lasts, MIN_LOOP_MS);
    this.#steps = [...steps, ...ending.map((action) => ({ at: this.#lasts, action }))];
    this.#at = this.#lasts;
    this.#next = steps.length;
  }

  /** @param {number} milliseconds that pass @returns {Action[]} what is done in them, in its order */
  pass(milliseconds) {
    const whole = this.#lasts + RETURN_MS;
    /** @type {Action[]} */ const due = [];
    this.#at += Math.min(milliseconds, whole);
    this.#take(due);
    if (this.#at >= whole) {
      this.#at -= whole;
      this.#next = 0;
      due.push({ what: "point", place: this.#to });
      this.#take(due);
    }
    if (this.#at > this.#lasts) due.push({ what: "point", place: this.#onItsWay((this.#at - this.#lasts) / RETURN_MS) });
    return due;
  }

  /** @param {Action[]} due */
  #take(due) {
    for (; this.#next < this.#steps.length && this.#steps[this.#next].at <= this.#at; this.#next += 1) {
      due.push(this.#steps[this.#next].action);
    }
  }

  /** @param {number} part of the way back, 0 to 1 @returns {Point} */
  #onItsWay(part) {
    const eased = part * part * (3 - 2 * part);
    return { x: mix(this.#from.x, this.#to.x, eased), y: mix(this.#from.y, this.#to.y, eased) };
  }
}

/** @param {readonly Step[]} steps @returns {Point | undefined} where the first of them that points does so */
function locationOf(steps) {
  for (const { action } of steps) if (action.what === "point") return action.place;
  return undefined;
}

/** @param {number} a @param {number} b @param {number} part 0 to 1 */
function mix(a, b, part) {
  return a + (b - a) * part;
}
