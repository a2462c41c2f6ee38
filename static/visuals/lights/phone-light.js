// Light of a phone: comes in, goes where the phone points, and goes out.
// @ts-check
import { mix, rgb } from "../_kit/colour.js";
import { approach } from "../_kit/numbers.js";
import { unitOf } from "../_kit/type.js";
import { Light } from "./light.js";

/** @import { Phone, Stage } from "../../js/display/stage/contract.js" */
/** @import { Point } from "../../js/shared/motion.js" */
/** @import { KeepOut } from "../_kit/keep-out.js" */
/** @import { Painter } from "./gl-painter.js" */

const FADE_S = 3.4; // seconds that a line lasts
const LAG_S = 0.016; // seconds behind where the phone points: a frame, for a rounder line; smoothing is done by then
const SIZE_UNITS = 2.5; // units, of its shape
const FIGURE_UNITS = 1.15; // units, of its number's type
const LINE_UNITS = 1.25; // units from the middle of its line to its edge
const GLOW_UNITS = 7; // units that its glow reaches
const PALE = 0.85; // of its colour is lost while it is away
const FAINT = 0.65; // of its strength, too
const INSET_UNITS = 2.6; // units from the picture's edges, so that shape and number stay whole
const TRAVEL_S = 1.3; // seconds from the code to its place
const ARC = 0.16; // how far it swings out on that way, in parts of the way
const GRIP_S = 0.5; // seconds from its waiting place to where the phone points
const KICK_S = 0.16; // seconds in which a tap's push eases by two thirds
const GREY_S = 0.3; // seconds in which a phone that is away loses two thirds of its colour
const WAITING_UNITS = 3.6; // units between waiting places
const GOLDEN_RAD = Math.PI * (3 - Math.sqrt(5)); // radians; turned by this, no two places hide each other

export class PhoneLight {
  #light;
  #gripped = 0; // 0: no sample yet, it waits; 1: it is in a hand
  #travelled = 1; // 0 at the code, 1 where it belongs
  #kick = 0;
  #away = 0;
  /** @type {Point} */ #from;
  /** @type {Point} */ goal; // where it belongs, in CSS pixels
  /** @type {Point} */ aside = { x: 0, y: 0 }; // how far it makes room for others, in CSS pixels

  /**
   * @param {Phone} phone
   * @param {Stage} stage
   * @param {KeepOut} keepOut
   * @param {Point} [from] it travels from there to its place, in CSS pixels; else it fades in where it belongs
   */
  constructor(phone, stage, keepOut, from) {
    this.phone = phone;
    this.isLeaving = false;
    this.#gripped = phone.age < Infinity ? 1 : 0;
    this.#travelled = from ? 0 : 1;
    this.goal = this.#home(stage, keepOut);
    this.#from = from ?? this.goal;
    this.#light = new Light(this.#from, FADE_S);
  }

  /** @returns {Point} CSS pixels */
  get place() {
    return this.#light;
  }

  /** @returns {boolean} nothing of it is left to see */
  get isGone() {
    return this.isLeaving && this.#light.strength < 0.004;
  }

  tap() {
    this.#kick = 1;
  }

  /**
   * See where it belongs now.
   * @param {Stage} stage
   * @param {KeepOut} keepOut
   * @param {number} seconds since the last call
   */
  look(stage, keepOut, seconds) {
    if (this.phone.age < Infinity) this.#gripped = Math.min(1, this.#gripped + seconds / GRIP_S);
    this.goal = this.#home(stage, keepOut);
  }

  /**
   * Go there, or beside those who are there.
   * @param {Stage} stage
   * @param {KeepOut} keepOut
   * @param {number} seconds since the last call
   * @param {number} now seconds
   */
  move(stage, keepOut, seconds, now) {
    this.#travelled = Math.min(1, this.#travelled + seconds / TRAVEL_S);
    this.#kick *= Math.exp(-seconds / KICK_S);
    this.#away = approach(this.#away, this.phone.away ? 1 : 0, seconds, GREY_S);
    const place = keepOut.clear({ x: this.goal.x + this.aside.x, y: this.goal.y + this.aside.y }, INSET_UNITS * unitOf(stage));
    this.#light.follow(this.#onTheWay(place), LAG_S, seconds, now);
    this.#light.glow(this.isLeaving ? 0 : 1, seconds);
  }

  /**
   * @param {Painter} painter
   * @param {Stage} stage
   * @param {number} bold how strong its line is, 0 to 1: in a crowd lines step back behind shapes
   * @param {number} now seconds
   */
  draw(painter, stage, bold, now) {
    const unit = unitOf(stage);
    const { x, y, strength } = this.#light;
    const colour = mix(rgb(this.phone.paint), rgb(stage.palette.quiet), PALE * this.#away);
    const awake = strength * (1 - this.#away);
    painter.line(this.#light, LINE_UNITS * unit, colour, bold * awake, now);
    painter.glow(x, y, (GLOW_UNITS + 2 * this.#kick) * unit, colour, 0.5 * awake);
    painter.mark(this.phone.shape, x, y, SIZE_UNITS * (1 + 0.4 * this.#kick) * unit, 0, colour, this.#visible);
  }

  /**
   * Its number, above all shapes.
   * @param {Painter} painter
   * @param {Stage} stage
   */
  drawNumber(painter, stage) {
    const unit = unitOf(stage);
    const { x, y } = this.#light;
    painter.number(this.phone.number, x, y + (SIZE_UNITS / 2 + 0.85) * unit, FIGURE_UNITS * unit, rgb(stage.palette.text), this.#visible);
  }

  /** The picture has another size. @param {number} across @param {number} down factors */
  scale(across, down) {
    this.#from = { x: this.#from.x * across, y: this.#from.y * down };
    this.#light.scale(across, down);
  }

  get #visible() {
    return this.#light.strength * (1 - FAINT * this.#away);
  }

  /** @param {Stage} stage @param {KeepOut} keepOut @returns {Point} where it belongs, in CSS pixels */
  #home(stage, keepOut) {
    const { width, height } = stage;
    const { aim, number } = this.phone;
    const unit = unitOf(stage);
    const apart = WAITING_UNITS * Math.sqrt(number) * unit;
    const held = smooth(this.#gripped);
    const x = (width / 2 + apart * Math.cos(number * GOLDEN_RAD)) * (1 - held) + width * aim.x * held;
    const y = (height / 2 + apart * Math.sin(number * GOLDEN_RAD)) * (1 - held) + height * aim.y * held;
    return keepOut.clear({ x, y }, INSET_UNITS * unit);
  }

  /** @param {Point} place @returns {Point} from the code to there */
  #onTheWay({ x, y }) {
    const part = smooth(this.#travelled);
    const [dx, dy] = [x - this.#from.x, y - this.#from.y];
    const swing = ARC * Math.sin(Math.PI * part);
    return { x: this.#from.x + dx * part - dy * swing, y: this.#from.y + dy * part + dx * swing };
  }
}

/** @param {number} part 0 to 1 @returns {number} 0 to 1, slow at both ends */
function smooth(part) {
  return part * part * part * (part * (6 * part - 15) + 10);
}
