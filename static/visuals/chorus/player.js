// Player: a phone's mark at the line, at the pitch that it would play.
// @ts-check
import { approach } from "../_kit/numbers.js";
import { degreeFor, home } from "./scale.js";

/** @import { Phone, Stage } from "../../js/display/stage/contract.js" */
/** @import { Point } from "../../js/shared/motion.js" */
/** @import { CanvasPainter } from "./canvas-painter.js" */
/** @import { Staff } from "./staff.js" */

const GLIDE_S = 0.05; // seconds in which it goes two thirds of the way to another pitch
const EASE_S = 0.25; // seconds in which it comes, goes or greys by two thirds
const TRAVEL_S = 0.35; // seconds in which it comes two thirds of the way from the code
const KICK_S = 0.16; // seconds in which a note's push eases by two thirds
const NAMED_S = 5; // seconds that the name of its instrument stands beside it
const LARGEST_UNITS = 2.5;
const SMALLEST = 1.5;
const ROOMY = 10; // players with whom marks are still at their largest, and there is room for names
const FIGURE_UNITS = 1; // units, of the number's type

export class Player {
  isLeaving = false;
  degree;
  x = 0;
  y = 0;
  #strength = 0;
  #away = 0;
  #kick = 0;
  #age = 0; // seconds
  /** @type {Point | null} */ #from;
  #placed = false;

  /**
   * @param {Phone} phone
   * @param {Point | null} from where it comes from, in CSS pixels; null: it fades in
   */
  constructor(phone, from) {
    this.phone = phone;
    this.degree = home(phone.number);
    this.#from = from;
  }

  get isGone() {
    return this.isLeaving && this.#strength < 0.01;
  }

  /** It plays a note. */
  play() {
    this.#kick = 1;
  }

  /** @returns {boolean} it plays another pitch than before */
  lean() {
    const before = this.degree;
    if (!this.phone.away) this.degree = degreeFor(this.phone.number, -this.phone.tilt.y, before);
    return this.degree !== before;
  }

  /**
   * @param {Staff} staff
   * @param {number} lane of those that stand side by side, 0 on the line itself
   * @param {number} count of players
   * @param {number} seconds
   */
  move(staff, lane, count, seconds) {
    this.#age += seconds;
    const x = staff.line + lane * (sizeAmong(count) + 0.5) * staff.unit;
    const y = staff.y(this.degree);
    if (!this.#placed) [this.x, this.y] = this.#from ? [this.#from.x, this.#from.y] : [x, y];
    this.#placed = true;
    const lag = GLIDE_S + TRAVEL_S * Math.max(0, 1 - this.#age) * (this.#from ? 1 : 0);
    this.x = approach(this.x, x, seconds, Math.max(lag, 0.12));
    this.y = approach(this.y, y, seconds, lag);
    this.#strength = approach(this.#strength, this.isLeaving ? 0 : 1, seconds, EASE_S);
    this.#away = approach(this.#away, this.phone.away ? 1 : 0, seconds, EASE_S);
    this.#kick *= Math.exp(-seconds / KICK_S);
  }

  /**
   * @param {CanvasPainter} painter
   * @param {Staff} staff
   * @param {Stage} stage
   * @param {number} count of players
   * @param {string} instrument what people call it
   */
  draw(painter, { unit, line }, { palette, calm }, count, instrument) {
    const awake = this.#strength * (1 - this.#away);
    const size = sizeAmong(count) * unit * (calm ? 1 : 1 + 0.35 * this.#kick);
    painter.glow(this.x, this.y, 2.6 * size, this.phone.paint, awake * (0.3 + 0.5 * this.#kick));
    if (this.x > line + unit) {
      painter.pen.globalAlpha = 0.35 * awake;
      painter.pen.strokeStyle = this.phone.paint;
      painter.pen.lineWidth = 0.12 * unit;
      painter.pen.beginPath();
      painter.pen.moveTo(line, this.y);
      painter.pen.lineTo(this.x, this.y);
      painter.pen.stroke();
    }
    const shown = this.#strength * (1 - 0.5 * this.#away);
    painter.mark(this.phone.shape, this.x, this.y, size, this.#away > 0.5 ? palette.quiet : this.phone.paint, shown, 0.22 * unit);
    const below = this.y + size / 2 + 0.75 * unit;
    painter.text(String(this.phone.number), this.x, below, FIGURE_UNITS * unit, palette.text, shown, "center");
    const named = this.#strength * Math.min(1, Math.max(0, NAMED_S - this.#age));
    if (named > 0 && count <= ROOMY) painter.text(instrument, this.x + size / 2 + 0.7 * unit, this.y, 1.1 * unit, palette.text, named, "left");
  }

  /** The picture has another size. @param {number} across @param {number} down factors */
  scale(across, down) {
    this.x *= across;
    this.y *= down;
  }
}

/** @param {number} count @returns {number} units */
export function sizeAmong(count) {
  return Math.max(SMALLEST, LARGEST_UNITS * Math.min(1, (ROOMY / Math.max(1, count)) ** 0.4));
}
