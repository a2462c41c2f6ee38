// Light on the pad, as the big screen shows it, and the thumb.
// @ts-check
import { PAINT } from "../shared/marks.js";
import { Field } from "./field.js";

/** @import { Theme } from "../shared/marks.js" */
/** @import { Point } from "../shared/motion.js" */
/** @import { SeatCard } from "../protocol.js" */

/** @typedef {{x: number, y: number, age: number, broken?: boolean}} Ripple CSS pixels, seconds */

const FOLLOW_S = 0.035; // seconds in which the light makes up two thirds of its way
const DIM_POWER = 0.18; // of its power while nobody sees it on the screen
const FADE_S = 0.2; // seconds
const RIPPLE_S = 0.7; // seconds
const RIPPLE_REACH_PX = 260; // CSS pixels
const BROKEN_REACH_PX = 84; // CSS pixels
const TRAIL_LENGTH = 20; // painted frames
const MARGIN_PX = 36; // CSS pixels
const THUMB_RADIUS_PX = 38; // CSS pixels of radius
const STILL_PX = 0.05; // CSS pixels

export class Glow {
  #field;
  #theme;
  #calm;
  #where;
  /** @type {SeatCard | null} */ #seat = null;
  /** @type {Point | null} */ #light = null;
  /** @type {Point[]} */ #trail = [];
  /** @type {Ripple[]} */ #ripples = [];
  /** @type {Point | null} */ #thumb = null;
  /** @type {(Point & {reach: number}) | null} */ #stick = null;
  #power = DIM_POWER;
  #seen = false;
  #before = 0;
  #frame = 0;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {{theme: Theme, calm: boolean}} look calm: reduced motion
   * @param {(pad: {width: number, height: number, margin: number}) => Point} where the light stands, in CSS pixels
   */
  constructor(canvas, { theme, calm }, where) {
    this.#field = new Field(canvas, theme);
    this.#theme = theme;
    this.#calm = calm;
    this.#where = where;
    new ResizeObserver(() => this.#fit()).observe(canvas);
  }

  /** @param {SeatCard} seat whose light it is */
  become(seat) {
    this.#seat = seat;
    this.wake();
  }

  /** @param {boolean} seen whether the screen shows it just now */
  shineIf(seen) {
    this.#seen = seen;
    this.wake();
  }

  /** @param {Point} at fractions of the pad */
  ripple(at) {
    this.#spread({ ...this.#pixels(at), age: 0 });
  }

  /** A tap did not reach the screen. @param {Point} at fractions of the pad */
  breakRipple(at) {
    this.#spread({ ...this.#pixels(at), age: 0, broken: true });
  }

  /** @param {Point | null} at fractions of the pad; null: it let go */
  thumb(at) {
    this.#thumb = at && this.#pixels(at);
    this.wake();
  }

  /** @param {(Point & {reach: number}) | null} stick where it stands, fractions of the pad; its reach in CSS pixels */
  stick(stick) {
    this.#stick = stick && { ...this.#pixels(stick), reach: stick.reach };
    this.wake();
  }

  /** Something changed: paint until all is still again. */
  wake() {
    if (this.#frame || !this.#seat || !this.#field.width) return;
    this.#before = performance.now();
    this.#frame = requestAnimationFrame(this.#draw);
  }

  /** @param {Ripple} ripple where nothing is painted, it would wait until the pad is back */
  #spread(ripple) {
    if (this.#field.width) this.#ripples.push(ripple);
    this.wake();
  }

  #fit() {
    this.#field.resize();
    this.#light = null;
    this.#trail = [];
    this.wake();
  }

  /** @param {Point} at fractions of the pad @returns {Point} CSS pixels */
  #pixels({ x, y }) {
    return { x: x * this.#field.width, y: y * this.#field.height };
  }

  /** @param {number} now milliseconds */
  #draw = (now) => {
    const seconds = Math.min(0.1, Math.max(0, now - this.#before) / 1000);
    this.#before = now;
    this.#frame = 0;
    const moving = this.#move(seconds);
    this.#paint();
    if (moving) this.#frame = requestAnimationFrame(this.#draw);
  };

  /** @param {number} seconds @returns {boolean} whether there is more to come */
  #move(seconds) {
    const goal = this.#where({ width: this.#field.width, height: this.#field.height, margin: MARGIN_PX });
    const power = this.#seen ? 1 : DIM_POWER;
    const light = this.#light ?? goal;
    const share = this.#calm ? 1 : 1 - Math.exp(-seconds / FOLLOW_S);
    this.#light = { x: light.x + (goal.x - light.x) * share, y: light.y + (goal.y - light.y) * share };
    this.#power += (power - this.#power) * (1 - Math.exp(-seconds / FADE_S));
    this.#ripples = this.#ripples.map((r) => ({ ...r, age: r.age + seconds })).filter(({ age }) => age < RIPPLE_S);
    if (!this.#calm) this.#trail = [...this.#trail, this.#light].slice(-TRAIL_LENGTH);
    const first = this.#trail[0] ?? this.#light;
    const way = Math.hypot(goal.x - first.x, goal.y - first.y);
    return way > STILL_PX || Math.abs(power - this.#power) > 0.005 || this.#ripples.length > 0;
  }

  #paint() {
    const { colour, shape } = /** @type {SeatCard} */ (this.#seat);
    const paint = PAINT[this.#theme][colour];
    const light = { .../** @type {Point} */ (this.#light), paint, shape, power: this.#power, trail: this.#trail };
    this.#field.paint([light], this.#ripples.map((ripple) => this.#ring(ripple, paint)));
    if (this.#stick) this.#field.circle({ ...this.#stick, radius: this.#stick.reach, alpha: 0.3, width: 1.5 });
    if (this.#thumb) this.#field.circle({ ...this.#thumb, radius: THUMB_RADIUS_PX, alpha: 0.75, width: 2.5 });
  }

  /** @param {Ripple} ripple @param {string} paint */
  #ring({ x, y, age, broken }, paint) {
    const spent = age / RIPPLE_S;
    const way = broken ? BROKEN_REACH_PX : RIPPLE_REACH_PX;
    const radius = this.#calm ? THUMB_RADIUS_PX : way * (1 - (1 - spent) ** 2);
    return { x, y, radius, strength: (1 - spent) ** 1.5, paint, gaps: broken ? 0.3 + 0.6 * spent : 0 };
  }
}
