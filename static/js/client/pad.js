// The pad under the thumb: its position, drags and taps.
// @ts-check
import { Touch } from "./touch.js";

/** @import { Point } from "../shared/motion.js" */

/**
 * What the pad tells. Places are fractions of the pad, origin top left.
 * @typedef {object} PadHandlers
 * @property {(thumb: Point) => void} land the thumb that steers came down
 * @property {(thumb: Point, down: boolean) => void} thumb it landed, moved or let go
 * @property {(step: Point, pull: Point) => void} drag its step since the last one, in fractions of the pad; and its pull
 *   from where it landed, in CSS pixels
 * @property {() => void} release
 * @property {() => number} turned degrees the page is turned in the phone
 * @property {() => boolean} steers whether a drag of the thumb steers; otherwise it may only tap
 * @property {(thumb: Point, held: number) => void} tap milliseconds since the moment that the tap means
 * @property {() => void} doubleTap two taps with calm before and after; quick tapping isn't meant
 */

const CONTROLS = "button, input, select, textarea, label, summary, [contenteditable]"; // in a visual's own phone page
const LATEST_MS = 1000; // a tap means the moment at which the thumb came down, unless that is longer ago
const DOUBLE_TAP_MS = 350; // milliseconds without a tap, before and after a double tap

export class Pad {
  #element;
  #handlers;
  /** @type {Map<number, Touch>} */ #touches = new Map();
  /** @type {number | null} */ #leader = null; // the pointer that steers; further ones only tap
  #taps = 0; // in a row, each within DOUBLE_TAP_MS of the one before
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #calm;

  /**
   * @param {HTMLElement} element
   * @param {PadHandlers} handlers
   */
  constructor(element, handlers) {
    this.#element = element;
    this.#handlers = handlers;
    element.addEventListener("pointerdown", (event) => this.#down(event));
    element.addEventListener("pointermove", (event) => this.#move(event));
    element.addEventListener("pointerup", (event) => this.#up(event));
    element.addEventListener("pointercancel", (event) => this.#cancel(event));
    element.addEventListener("lostpointercapture", (event) => this.#cancel(event));
    element.addEventListener("contextmenu", (event) => event.preventDefault());
    // Safari scrolls and pulls to refresh in spite of touch-action.
    element.addEventListener("touchmove", (event) => this.#isMine(event) && event.preventDefault(), { passive: false });
    element.addEventListener("click", (event) => event.detail === 0 && this.#isMine(event) && this.tapMiddle()); // screen readers, switches
  }

  /** A tap by key, switch or screen reader. */
  tapMiddle() {
    this.#tap({ x: 0.5, y: 0.5 }, 0);
  }

  /** @param {Event} event @returns {boolean} no button or field within the pad wants it */
  #isMine(event) {
    const way = event.composedPath();
    const within = way.slice(0, way.indexOf(this.#element));
    return !within.some((node) => "matches" in node && /** @type {Element} */ (node).matches(CONTROLS));
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button > 0 || !this.#isMine(event)) return;
    const { pointerId, clientX, clientY, timeStamp } = event;
    this.#element.setPointerCapture(pointerId);
    this.#touches.set(pointerId, new Touch(clientX, clientY, timeStamp, this.#handlers.turned()));
    this.#leader ??= pointerId;
    if (this.#leader !== pointerId) return;
    this.#handlers.land(this.#place(event));
    this.#handlers.thumb(this.#place(event), true);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const touch = this.#touches.get(event.pointerId);
    if (!touch) return;
    const { step, pull } = touch.move(event.clientX, event.clientY, this.#handlers.turned());
    if (this.#leader !== event.pointerId) return;
    const { width, height } = this.#element.getBoundingClientRect();
    this.#handlers.drag({ x: step.x / width, y: step.y / height }, pull);
    this.#handlers.thumb(this.#place(event), true);
  }

  /** @param {PointerEvent} event */
  #up(event) {
    const touch = this.#touches.get(event.pointerId);
    if (!touch) return;
    touch.move(event.clientX, event.clientY, this.#handlers.turned());
    const steers = this.#leader === event.pointerId && this.#handlers.steers();
    this.#end(event);
    const held = event.timeStamp - touch.at;
    if (touch.isTap(held, steers)) this.#tap(this.#place(event), Math.min(held, LATEST_MS));
  }

  /** @param {PointerEvent} event the system took the touch over: no tap */
  #cancel(event) {
    if (this.#touches.has(event.pointerId)) this.#end(event);
  }

  /** @param {PointerEvent} event */
  #end(event) {
    this.#touches.delete(event.pointerId);
    if (this.#leader !== event.pointerId) return;
    this.#leader = null;
    this.#handlers.release();
    this.#handlers.thumb(this.#place(event), false);
  }

  /** @param {Point} thumb @param {number} held milliseconds */
  #tap(thumb, held) {
    this.#handlers.tap(thumb, held);
    this.#taps += 1;
    clearTimeout(this.#calm);
    this.#calm = setTimeout(() => {
      if (this.#taps === 2) this.#handlers.doubleTap();
      this.#taps = 0;
    }, DOUBLE_TAP_MS);
  }

  /** @param {PointerEvent} event @returns {Point} */
  #place({ clientX, clientY }) {
    const { left, top, width, height } = this.#element.getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  }
}
