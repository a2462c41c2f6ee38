// API of a visual's own phone page: this phone, and checked verbs to send with.
// @ts-check
import { findIn } from "../../shared/dom.js";
import { GROUND, PAINT } from "../../shared/marks.js";
import { RateLimit } from "../../shared/rate-limit.js";

/** @import { Theme } from "../../shared/marks.js" */
/** @import { Point } from "../../shared/motion.js" */
/** @import { Translate } from "../../shared/translation.js" */
/** @import { SeatCard } from "../../protocol.js" */
/** @import { Actions } from "../actions.js" */
/** @import { Phone } from "./contract.js" */
/** @import { Steering } from "../../client/steering.js" */

const BURST = 40; // facts; the server takes 140 at once and 70 a second, samples included
const EVENTS_PER_SECOND = 20;
const MIDDLE = 0.5;

/**
 * @typedef {object} PageApiParts
 * @property {Actions} actions
 * @property {Steering} steering
 * @property {Theme} theme
 * @property {() => number} clock milliseconds on the server's clock
 */

/** What one page holds of this phone. Once it is closed, nothing of that page is sent any more. */
export class PageApi {
  #parts;
  #rateLimit = new RateLimit(BURST, EVENTS_PER_SECOND);
  /** @type {Set<string>} names of buttons */ #held = new Set();
  #isOver = false;
  phone;

  /** @param {ShadowRoot} root @param {SeatCard} seat @param {PageApiParts} parts @param {Translate} t its sentences */
  constructor(root, seat, parts, t) {
    this.#parts = parts;
    this.phone = this.#make(root, seat, t);
  }

  /** The page is hidden, or ends: nobody holds anything down. */
  release() {
    for (const name of this.#held) this.#parts.actions.press(name, false);
    this.#held.clear();
  }

  close() {
    this.release();
    this.#steer(null);
    this.#isOver = true;
  }

  /** @param {ShadowRoot} root @param {SeatCard} seat @param {Translate} t @returns {Phone} its sizes are still to be filled in */
  #make(root, { number, name, colour, shape }, t) {
    const { actions, steering, theme, clock } = this.#parts;
    const reduced = matchMedia("(prefers-reduced-motion: reduce)");
    return {
      root,
      find: (id, kind) => findIn(root, "phone.html", id, kind),
      width: 1,
      height: 1,
      number,
      name,
      colour,
      paint: PAINT[theme][colour],
      shape,
      theme,
      palette: GROUND[theme],
      get calm() {
        return reduced.matches;
      },
      get tilt() {
        return steering.tilt;
      },
      get aim() {
        return steering.aim;
      },
      t,
      clock,
      tap: (x = MIDDLE, y = MIDDLE) => this.#send(() => actions.tap({ x: fraction(x), y: fraction(y) })),
      press: (button, down) => this.#press(String(button), Boolean(down)),
      choose: async (choice) => this.#mayGo() && actions.choosing(String(choice)),
      say: async (text) => this.#mayGo() && (await actions.say(String(text))) === "sent",
      pad: (x, y, down) => {
        if (!this.#isOver) actions.thumb({ x: fraction(x), y: fraction(y) }, Boolean(down));
      },
      steer: (to) => this.#steer(to),
    };
  }

  /** @param {string} name @param {boolean} down */
  #press(name, down) {
    if (this.#isOver || this.#held.has(name) === down || (down && !this.#rateLimit.take())) return false;
    if (down) this.#held.add(name);
    else this.#held.delete(name);
    this.#parts.actions.press(name, down);
    return true;
  }

  /** @param {Point | null} to */
  #steer(to) {
    const { actions, steering } = this.#parts;
    if (this.#isOver) return;
    steering.lead(to && { x: finite(to.x), y: finite(to.y) });
    actions.steer();
  }

  /** @param {() => void} what */
  #send(what) {
    const may = this.#mayGo();
    if (may) what();
    return may;
  }

  #mayGo() {
    return !this.#isOver && this.#rateLimit.take();
  }
}

/** @param {unknown} value @returns {number} */
function finite(value) {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new TypeError(`${value} is no finite number.`);
}

/** @param {unknown} value @returns {number} 0 to 1 */
function fraction(value) {
  return Math.min(1, Math.max(0, finite(value)));
}
