// What single phones are told, not faster than the line to the server takes it.
// @ts-check
/** @import { Phone, Stage } from "../../js/display/visual.js" */

const EVERY = 0.04; // seconds between two

export class Words {
  #stage;
  /** @type {Map<Phone, {text: string, buzz: number}>} */ #waiting = new Map();
  /** @type {Set<Phone>} */ #away = new Set();
  #rest = 0; // seconds since the last one

  /** @param {Stage} stage */
  constructor(stage) {
    this.#stage = stage;
  }

  /** @param {Phone} phone @param {string} text @param {number} [buzz] milliseconds */
  say(phone, text, buzz = 0) {
    this.#waiting.delete(phone);
    this.#waiting.set(phone, { text, buzz });
  }

  /**
   * @param {readonly Phone[]} phones
   * @param {number} seconds since the last call
   * @param {(phone: Phone) => string | undefined} known what a phone that comes back may have forgotten
   */
  step(phones, seconds, known) {
    for (const phone of phones) {
      const text = !phone.away && this.#away.has(phone) ? known(phone) : undefined;
      if (text) this.say(phone, text);
    }
    this.#away = new Set(phones.filter(({ away }) => away));
    this.#rest += seconds;
    for (const [phone, { text, buzz }] of this.#waiting) {
      if (this.#rest < EVERY) return;
      this.#rest = 0;
      this.#waiting.delete(phone);
      this.#stage.tell(phone, buzz ? { text, buzz } : { text });
    }
  }
}
