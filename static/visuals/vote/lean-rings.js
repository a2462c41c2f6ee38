// Rings of phones that lean: each fills while the lean is held. None has a name.
// @ts-check
import { approach, clamp } from "../_kit/numbers.js";
import { unitOf } from "../_kit/type.js";
import { Lean } from "./lean.js";

/** @import { Phone, Rect, Stage } from "../../js/display/stage/contract.js" */

const EASE_S = 0.08;
const GOLDEN = 0.618034; // its multiples lie evenly, however many there are
const RESTS = 0.12; // of a full lean: whoever has voted and leans less isn't shown

/** @typedef {{lean: Lean, x: number, shown: number}} Hand x from −1 to 1; shown from 0 to 1 */

export class LeanRings {
  #stage;
  #pen;
  /** @type {Map<Phone, Hand>} */ #hands = new Map();

  /** @param {Stage} stage @param {CanvasRenderingContext2D} pen */
  constructor(stage, pen) {
    this.#stage = stage;
    this.#pen = pen;
  }

  /**
   * @param {readonly Phone[]} phones
   * @param {(phone: Phone) => number | undefined} answerOf
   * @param {number} seconds since the last call
   * @param {(phone: Phone, answer: number) => void} meant it was held long enough
   */
  step(phones, answerOf, seconds, meant) {
    const before = this.#hands;
    this.#hands = new Map();
    for (const phone of phones) {
      const hand = before.get(phone) ?? { lean: new Lean(), x: 0, shown: 0 };
      this.#hands.set(phone, hand);
      const leans = phone.away || phone.age === Infinity ? 0 : clamp(phone.tilt.x, -1, 1);
      const side = hand.lean.step(leans, seconds);
      if (side) meant(phone, side < 0 ? 0 : 1);
      const answer = answerOf(phone);
      const agrees = answer !== undefined && (Math.abs(leans) < RESTS || (leans < 0 ? 0 : 1) === answer);
      hand.x = approach(hand.x, leans, seconds, EASE_S);
      hand.shown = approach(hand.shown, agrees ? 0 : phone.away ? 0.35 : 1, seconds, EASE_S);
    }
  }

  /** @param {Rect} room @param {boolean} isOpen */
  draw(room, isOpen) {
    const { palette } = this.#stage;
    const unit = unitOf(this.#stage);
    const middle = room.x + room.width / 2;
    this.#pen.strokeStyle = palette.quiet;
    this.#pen.lineCap = "round";
    this.#pen.globalAlpha = 0.5;
    this.#pen.lineWidth = 0.08 * unit;
    this.#pen.beginPath();
    this.#pen.moveTo(middle, room.y);
    this.#pen.lineTo(middle, room.y + room.height);
    this.#pen.stroke();
    if (isOpen) for (const [phone, hand] of this.#hands) this.#ring(phone, hand, room, unit);
    this.#pen.globalAlpha = 1;
  }

  /** @param {Phone} phone @param {Hand} hand @param {Rect} room @param {number} unit */
  #ring({ number }, { lean, x, shown }, room, unit) {
    if (shown < 0.02) return;
    const radius = Math.max(0.5, Math.min(1, 7 / Math.sqrt(this.#hands.size))) * unit;
    const across = room.x + room.width / 2 + x * (room.width / 2 - 2 * unit);
    const down = room.y + radius + (((number * GOLDEN) % 1) * (room.height - 2.6 * radius));
    this.#pen.globalAlpha = shown;
    this.#pen.strokeStyle = this.#stage.palette.quiet;
    this.#pen.lineWidth = 0.14 * unit;
    this.#pen.beginPath();
    this.#pen.arc(across, down, radius, 0, 2 * Math.PI);
    this.#pen.stroke();
    if (lean.held === 0) return;
    this.#pen.strokeStyle = this.#pen.fillStyle = this.#stage.palette.text;
    this.#pen.lineWidth = 0.32 * unit;
    this.#pen.beginPath();
    this.#pen.arc(across, down, radius, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * lean.held);
    this.#pen.stroke();
    this.#pen.beginPath();
    this.#pen.arc(across, down, 0.6 * radius * lean.held, 0, 2 * Math.PI);
    this.#pen.fill();
  }
}
