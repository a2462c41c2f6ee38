// Mark of a phone: its shape, colour and number, which its birds follow.
// @ts-check
import { mix, rgb } from "../_kit/colour.js";
import { DIGIT_MARGIN, DIGIT_STEP, MARK_MARGIN, digitPatch, markPatch } from "../_kit/mark-sheet.js";
import { approach } from "../_kit/numbers.js";
import { Spring } from "../_kit/spring.js";
import { home, leant } from "./phyllotaxis.js";

/** @import { Phone, Stage } from "../../js/display/stage/contract.js" */
/** @import { Point } from "../../js/shared/motion.js" */
/** @import { Birds } from "./birds.js" */
/** @import { FlockKeepOut } from "./keep-out.js" */
/** @import { SpriteBatch } from "./sprite-batch.js" */

const LAG_S = 0.11; // seconds behind a phone that leans steadily
const JOURNEY_S = 0.5; // seconds of lag while it comes from the code
const ARRIVE_S = 1.6; // seconds until it is no longer on its way
const CALLED_S = 3; // seconds that a tap shows a number in a crowd
const LARGEST_UNITS = 2.5;
const SMALLEST = 0.95;
const ROOMY = 10; // people with whom marks are still at their largest
const FIGURE_UNITS = 1.05; // units, of the number's type
const PALE = 0.85; // of its colour is lost while it is away
const FAINT = 0.5; // of its strength, too
const EASE_S = 0.25; // seconds to get two thirds of the way to another strength

export class Mark {
  isLeaving = false;
  share = 0; // birds
  #x; // units
  #y;
  #strength = 0;
  #away = 0;
  #kick = 0;
  #called; // seconds that are left of a call
  #coming;

  /**
   * @param {Phone} phone
   * @param {number} slot its number among all that pull birds
   * @param {Point} from units
   * @param {boolean} travels from there, by and by
   */
  constructor(phone, slot, from, travels) {
    this.phone = phone;
    this.slot = slot;
    this.#coming = travels ? ARRIVE_S : 0;
    this.#called = travels ? CALLED_S : 0;
    this.#x = new Spring(from.x, 0);
    this.#y = new Spring(from.y, 0);
  }

  /** @returns {number} units */
  get x() {
    return this.#x.value;
  }

  get y() {
    return this.#y.value;
  }

  get isGone() {
    return this.isLeaving && this.#strength < 0.01;
  }

  tap() {
    this.#kick = 1;
    this.#called = CALLED_S;
  }

  /**
   * Where it belongs.
   * @param {Phone} phone
   * @param {number} rank among those in
   * @param {number} count of those in
   * @param {FlockKeepOut} keepOut
   * @param {number} away 0 to 1: who is away leans nowhere
   * @returns {Point} units
   */
  static goal({ number, tilt }, rank, count, keepOut, away = 0) {
    const { left, top, right, bottom } = keepOut.open;
    const held = 1 - away;
    const { x, y } = leant(home(number, rank, count), { x: tilt.x * held, y: tilt.y * held });
    return keepOut.clear({ x: left + (right - left) * x, y: top + (bottom - top) * y });
  }

  /**
   * @param {number} rank
   * @param {number} count
   * @param {FlockKeepOut} keepOut
   * @param {Birds} birds
   * @param {Stage} stage
   * @param {number} seconds
   */
  move(rank, count, keepOut, birds, { palette }, seconds) {
    this.#away = approach(this.#away, this.phone.away ? 1 : 0, seconds, EASE_S);
    this.#strength = approach(this.#strength, this.isLeaving ? 0 : 1, seconds, EASE_S);
    this.#kick *= Math.exp(-seconds / EASE_S);
    this.#called = Math.max(0, this.#called - seconds);
    this.#coming = Math.max(0, this.#coming - seconds);
    if (!this.isLeaving) {
      const { x, y } = Mark.goal(this.phone, rank, count, keepOut, this.#away);
      this.#x.stiffness = this.#y.stiffness = 2 / (LAG_S + ((JOURNEY_S - LAG_S) * this.#coming) / ARRIVE_S);
      [this.#x.goal, this.#y.goal] = [x, y];
      this.#x.step(seconds);
      this.#y.step(seconds);
    }
    const paint = mix(rgb(this.phone.paint), mix(rgb(palette.quiet), rgb(palette.ground), 0.4), PALE * this.#away);
    birds.place(this.slot, this.x, this.y, seconds, this.share, paint);
  }

  /**
   * @param {SpriteBatch} sprites
   * @param {Stage} stage
   * @param {number} count of those in
   */
  draw(sprites, { palette }, count) {
    const size = sizeAmong(count);
    const paint = mix(rgb(this.phone.paint), rgb(palette.quiet), PALE * this.#away);
    const half = (size * (1 + this.#kick * (0.35 + 0.65 * (1 - size / LARGEST_UNITS))) * MARK_MARGIN) / 2;
    sprites.add(markPatch(this.phone.shape), this.x, this.y, half, 0, paint, this.#visible);
  }

  /**
   * Its number, above all marks.
   * @param {SpriteBatch} sprites
   * @param {Stage} stage
   * @param {number} count of those in
   * @param {boolean} isCrowd too many for all to have their numbers on
   */
  drawNumber(sprites, { palette }, count, isCrowd) {
    const strength = this.#visible * (isCrowd ? Math.min(1, 2 * this.#called) : 1);
    if (strength < 0.01) return;
    const digits = String(this.phone.number);
    const y = this.y + sizeAmong(count) / 2 + 0.8 + 0.3 * this.#kick;
    for (let i = 0; i < digits.length; i += 1) {
      const x = this.x + (i - (digits.length - 1) / 2) * DIGIT_STEP * FIGURE_UNITS;
      sprites.add(digitPatch(Number(digits[i])), x, y, (FIGURE_UNITS * DIGIT_MARGIN) / 2, 0, rgb(palette.text), strength);
    }
  }

  /** The picture has another size. @param {number} across @param {number} down factors */
  scale(across, down) {
    this.#x.scale(across);
    this.#y.scale(down);
  }

  get #visible() {
    return this.#strength * (1 - FAINT * this.#away);
  }
}

/** @param {number} count of those in @returns {number} units */
export function sizeAmong(count) {
  return Math.max(SMALLEST, LARGEST_UNITS * Math.min(1, (ROOMY / Math.max(1, count)) ** 0.3));
}
