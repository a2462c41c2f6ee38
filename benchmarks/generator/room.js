// A display and its phones.
// @ts-check
import { Display } from "./display.js";
import { Notes } from "./notes.js";
import { Phone } from "./phone.js";

/** @import { Place } from "./client.js" */
/** @import { Language } from "./dialects.js" */

const AT_ONCE = 20; // phones that are let in together where joining isn't what is measured

export class Room {
  /** @type {Phone[]} */ phones = [];
  display;
  #place;
  #language;

  /** @param {Place} place @param {Language} language @param {Notes} [notes] where its display writes; nowhere if absent */
  constructor(place, language, notes = new Notes()) {
    this.#place = place;
    this.#language = language;
    this.display = new Display(place, language, notes);
  }

  /** Let phones in, a few at a time. @param {number} count */
  async fill(count) {
    await this.display.opened;
    while (this.phones.length < count) {
      const some = Math.min(AT_ONCE, count - this.phones.length);
      await Promise.all(Array.from({ length: some }, () => this.join()));
    }
  }

  /** Let one phone in. @returns {Promise<Phone>} once it has its seat */
  async join() {
    const phone = new Phone(this.#place, this.#language, this.display.room);
    this.phones.push(phone);
    await phone.seated;
    this.display.expect(phone);
    return phone;
  }
}
