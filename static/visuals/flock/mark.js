// Mark of a phone: its shape, colour and number, which its birds follow.
// @ts-check
import { mix, rgb } from "./colour.js";
import { home, leant } from "./homes.js";
import { FIGURE_MARGIN, FIGURE_STEP, MARK_MARGIN, figurePatch, markPatch } from "./sheet.js";

/** @import { Phone, Stage } from "../../js/display/stage/contract.js" */
/** @import { Point } from "../../js/shared/motion.js" */
/** @import { Birds } from "./birds.js" */
/** @import { Stamps } from "./stamps.js" */
/** @import { Words } from "./words.js" */

const LAG = 0.11; // seconds behind a phone that leans steadily
const JOURNEY = 0.5; // seconds of lag while it comes from the code
const ARRIVE = 1.6; // seconds until it is no longer on its way
const CALLED = 3; // seconds that a tap shows a number in a crowd
const LARGEST = 2.5; // units
const SMALLEST = 0.95;
const ROOMY = 10; // people with whom marks are still at their largest
const FIGURE = 1.05; // units, of the number's type
const PALE = 0.85; // of its colour is lost while it is away
const FAINT = 0.5; // of its strength, too
const EASE = 0.25; // seconds to get two thirds of the way to another strength

export class Mark {
  x;
  y;
  isLeaving = false;
  share = 0; // birds
  #vx = 0; // units a second
  #vy = 0;
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
    this.#coming = travels ? ARRIVE : 0;
    this.#called = travels ? CALLED : 0;
    this.x = from.x;
    this.y = from.y;
  }

  get isGone() {
    return this.isLeaving && this.#strength < 0.01;
  }

  tap() {
    this.#kick = 1;
    this.#called = CALLED;
  }

  /**
   * Where it belongs.
   * @param {Phone} phone
   * @param {number} rank among those in
   * @param {number} count of those in
   * @param {Words} words
   * @param {number} away 0 to 1: who is away leans nowhere
   * @returns {Point} units
   */
  static goal({ number, tilt }, rank, count, words, away = 0) {
    const { left, top, right, bottom } = words.open;
    const held = 1 - away;
    const { x, y } = leant(home(number, rank, count), { x: tilt.x * held, y: tilt.y * held });
    return words.clear({ x: left + (right - left) * x, y: top + (bottom - top) * y });
  }

  /**
   * @param {number} rank
   * @param {number} count
   * @param {Words} words
   * @param {Birds} birds
   * @param {Stage} stage
   * @param {number} seconds
   */
  move(rank, count, words, birds, { palette }, seconds) {
    this.#away += ((this.phone.away ? 1 : 0) - this.#away) * (1 - Math.exp(-seconds / EASE));
    this.#strength += ((this.isLeaving ? 0 : 1) - this.#strength) * (1 - Math.exp(-seconds / EASE));
    this.#kick *= Math.exp(-seconds / EASE);
    this.#called = Math.max(0, this.#called - seconds);
    this.#coming = Math.max(0, this.#coming - seconds);
    if (!this.isLeaving) {
      const { x, y } = Mark.goal(this.phone, rank, count, words, this.#away);
      this.#pull(x, y, 2 / (LAG + ((JOURNEY - LAG) * this.#coming) / ARRIVE), seconds);
    }
    const paint = mix(rgb(this.phone.paint), mix(rgb(palette.quiet), rgb(palette.ground), 0.4), PALE * this.#away);
    birds.place(this.slot, this.x, this.y, seconds, this.share, paint);
  }

  /**
   * @param {Stamps} stamps
   * @param {Stage} stage
   * @param {number} count of those in
   */
  draw(stamps, { palette }, count) {
    const size = sizeAmong(count);
    const paint = mix(rgb(this.phone.paint), rgb(palette.quiet), PALE * this.#away);
    const half = (size * (1 + this.#kick * (0.35 + 0.65 * (1 - size / LARGEST))) * MARK_MARGIN) / 2;
    stamps.add(markPatch(this.phone.shape), this.x, this.y, half, 0, paint, this.#visible);
  }

  /**
   * Its number, above all marks.
   * @param {Stamps} stamps
   * @param {Stage} stage
   * @param {number} count of those in
   * @param {boolean} isCrowd too many for all to have their numbers on
   */
  drawNumber(stamps, { palette }, count, isCrowd) {
    const strength = this.#visible * (isCrowd ? Math.min(1, 2 * this.#called) : 1);
    if (strength < 0.01) return;
    const figures = String(this.phone.number);
    const y = this.y + sizeAmong(count) / 2 + 0.8 + 0.3 * this.#kick;
    for (let i = 0; i < figures.length; i += 1) {
      const x = this.x + (i - (figures.length - 1) / 2) * FIGURE_STEP * FIGURE;
      stamps.add(figurePatch(Number(figures[i])), x, y, (FIGURE * FIGURE_MARGIN) / 2, 0, rgb(palette.text), strength);
    }
  }

  /** The picture has another size. @param {number} across @param {number} down factors */
  scale(across, down) {
    this.x *= across;
    this.y *= down;
  }

  get #visible() {
    return this.#strength * (1 - FAINT * this.#away);
  }

  /** The exact solution of a critically damped spring. @param {number} x @param {number} y @param {number} stiffness @param {number} seconds */
  #pull(x, y, stiffness, seconds) {
    const decay = Math.exp(-stiffness * seconds);
    const [dx, dy] = [this.x - x, this.y - y];
    const pushX = (this.#vx + stiffness * dx) * seconds;
    const pushY = (this.#vy + stiffness * dy) * seconds;
    this.x = x + (dx + pushX) * decay;
    this.y = y + (dy + pushY) * decay;
    this.#vx = (this.#vx - stiffness * pushX) * decay;
    this.#vy = (this.#vy - stiffness * pushY) * decay;
  }
}

/** @param {number} count of those in @returns {number} units */
export function sizeAmong(count) {
  return Math.max(SMALLEST, LARGEST * Math.min(1, (ROOMY / Math.max(1, count)) ** 0.3));
}
