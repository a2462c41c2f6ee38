// Simulated phones at the display: one has mouse and keys, the others repeat.
// @ts-check
import { followLifecycle } from "../../client/lifecycle.js";
import { ArrowKeys } from "./arrow-keys.js";
import { MIDDLE } from "./simulated-hand.js";
import { followMouse } from "./mouse.js";
import { SimulatedPhone } from "./simulated-phone.js";
import { SimulatorPanel } from "./panel.js";

/** @import { Point } from "../../shared/motion.js" */
/** @import { Action } from "./action-history.js" */

const BUSY = "dialog[open], #shortcuts:not([hidden])"; // the mouse reads or chooses
const MAX_STEP_S = 0.1; // seconds; after a pause the hands go on, they don't leap

export class Simulator {
  #page;
  #room;
  #say;
  #strip;
  #arrows;
  /** @type {SimulatedPhone[]} with the oldest first */ #phones = [];
  /** @type {SimulatedPhone | null} that has the mouse and the keys */ #handed = null;
  /** @type {Readonly<Point>} where the mouse is: fractions of the picture */ #pointer = MIDDLE;
  #request = 0;
  #before = 0; // the last step, in milliseconds

  /**
   * @param {{page: HTMLElement, picture: HTMLElement, strip: HTMLElement}} elements the page holds everything that may
   *   want the mouse for itself
   * @param {() => string} room its code; "" if it isn't known yet
   * @param {(text: string) => void} say a sentence to whoever is at the display
   */
  constructor({ page, picture, strip }, room, say) {
    this.#page = page;
    this.#room = room;
    this.#say = say;
    this.#strip = new SimulatorPanel(strip, {
      press: (name, down) => this.#do({ what: "press", name, down }),
      choose: (name) => this.#do({ what: "choose", name }),
      say: async (text) => (await this.#handed?.say(text)) ?? "lost",
      another: () => this.add(),
      away: () => this.dismiss(),
    });
    this.#arrows = new ArrowKeys(window, {
      pull: (arrows) => this.#pull(arrows),
      tap: () => this.#do({ what: "tap", place: MIDDLE }),
    });
    followMouse(picture, () => this.#isBusy, {
      point: (place) => this.#point(place),
      thumb: (place, down) => this.#do({ what: "thumb", place, down }),
      tap: (place) => this.#do({ what: "tap", place }),
    });
    followLifecycle(document, window, {
      sleep: () => this.#sleep(),
      rest: () => this.dismiss(),
      wake: () => this.#phones.forEach((phone) => phone.wake()),
      retry: () => this.#phones.forEach((phone) => phone.retry()),
    });
  }

  /** Whether somebody writes into the strip: keys are letters then. */
  get isTyping() {
    return this.#strip.isTyping;
  }

  /** Add a phone. Once it has its seat, it has the hand, and the one before goes on by itself. */
  add() {
    const room = this.#room();
    if (!room) return;
    const phone = new SimulatedPhone(room, this.#pointer, {
      seated: (isFirst) => this.#seated(phone, isFirst),
      equipped: () => phone === this.#handed && this.#strip.offer(phone.controls),
      turned: () => phone === this.#handed && this.#strip.startOver(),
      told: (tell) => phone === this.#handed && this.#strip.tell(tell),
      refused: (message) => phone === this.#handed && this.#say(message),
      ended: (message) => this.#ended(phone, message),
    });
    this.#phones.push(phone);
  }

  /** Send all away. */
  dismiss() {
    const phones = this.#phones;
    this.#phones = [];
    this.#arrows.letGo();
    this.#createStageApi(null);
    phones.forEach((phone) => phone.leave());
  }

  /** @param {string} key that the page and the visual don't use @returns {boolean} whether it moved the hand */
  key(key) {
    if (!this.#handed || this.#isBusy || (key === " " && this.#strip.hasFocus)) return false;
    return this.#arrows.press(key);
  }

  get #isBusy() {
    return this.#page.querySelector(BUSY) !== null;
  }

  /** @param {Point} place */
  #point(place) {
    this.#pointer = place;
    this.#do({ what: "point", place });
  }

  /** @param {Action} action @returns {Promise<boolean>} whether it counts */
  async #do(action) {
    return (await this.#handed?.do(action)) ?? false;
  }

  /** @param {Point} arrows */
  #pull(arrows) {
    this.#handed?.pull(arrows);
    this.#run();
  }

  #sleep() {
    this.#arrows.letGo();
    this.#strip.release();
    this.#phones.forEach((phone) => phone.sleep());
  }

  /** @param {SimulatedPhone} phone @param {boolean} isFirst it has just come, and not come back */
  #seated(phone, isFirst) {
    if (!this.#phones.includes(phone)) return;
    if (isFirst) this.#createStageApi(phone);
    else this.#show();
  }

  /** @param {SimulatedPhone} phone @param {string} message */
  #ended(phone, message) {
    if (!this.#phones.includes(phone)) return; // sent away
    this.#phones = this.#phones.filter((each) => each !== phone);
    phone.leave();
    if (message) this.#say(message);
    if (phone === this.#handed) this.#createStageApi(this.#phones.findLast(({ seat }) => seat) ?? null);
    else this.#show();
  }

  /** @param {SimulatedPhone | null} phone that has the hand from now on */
  #createStageApi(phone) {
    this.#strip.forget();
    const before = this.#handed;
    if (before && this.#phones.includes(before)) before.repeat();
    this.#handed = phone;
    phone?.stop();
    if (phone) this.#strip.offer(phone.controls);
    this.#show();
    this.#run();
  }

  #show() {
    const seat = this.#handed?.seat;
    const others = this.#phones.filter((phone) => phone !== this.#handed && phone.seat).length;
    this.#page.toggleAttribute("data-simulating", Boolean(seat));
    if (seat) this.#strip.show(seat, others);
    else this.#strip.hide();
  }

  #run() {
    if (this.#request) return;
    this.#before = performance.now();
    this.#request = requestAnimationFrame(this.#step);
  }

  /** @param {number} now milliseconds */
  #step = (now) => {
    const seconds = Math.min(MAX_STEP_S, Math.max(0, (now - this.#before) / 1000));
    this.#before = now;
    const moving = this.#phones.filter((phone) => phone.step(seconds));
    this.#request = moving.length > 0 ? requestAnimationFrame(this.#step) : 0;
  };
}
