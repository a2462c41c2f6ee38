// A display that notes when what its phones sent arrives.
// @ts-check
import { Client } from "./client.js";

/** @import { Place } from "./client.js" */
/** @import { Language } from "./dialects.js" */
/** @import { Notes } from "./notes.js" */
/** @import { Phone } from "./phone.js" */

export class Display {
  client;
  room = "";
  /** @type {Map<number, Phone>} by number */ #phones = new Map();
  /** @type {Map<number, number>} the newest sample that has come, by the phone's number */ #newest = new Map();
  #language;
  #notes;

  /** @param {Place} place @param {Language} language @param {Notes} notes */
  constructor(place, language, notes) {
    this.#language = language;
    this.#notes = notes;
    this.client = new Client({ ...place, transport: "websocket" }, language.display(), (event, data) =>
      this.#hear(event, data),
    );
    this.opened = this.client.welcomed.then((welcome) => void (this.room = language.room(welcome)));
    this.opened.catch(() => {});
  }

  /** @param {Phone} phone that has its seat */
  expect(phone) {
    this.#phones.set(phone.number, phone);
  }

  /** Look how old everything is, as a display does when it paints. @param {number} now */
  look(now) {
    for (const [number, phone] of this.#phones) {
      if (phone.seq < 0) continue;
      const newest = this.#newest.get(number);
      this.#notes.ages.add(now - (newest === undefined ? phone.began : phone.sentAt(newest)));
    }
  }

  /** @param {string} event @param {any} data */
  #hear(event, data) {
    const now = performance.now();
    const isFrame = this.#language.hear(
      event,
      data,
      (number, sample) => this.#tilt(number, sample[0], now),
      (number, tap) => this.#tap(number, tap[0], now),
    );
    if (isFrame && this.#notes.counts(now)) this.#notes.frames += 1;
  }

  /** @param {number} number @param {number} seq @param {number} now */
  #tilt(number, seq, now) {
    const phone = this.#phones.get(number);
    if (!phone) return;
    const sentAt = phone.sentAt(seq);
    if (this.#notes.counts(sentAt)) this.#notes.delays.add(now - sentAt);
    if (seq > (this.#newest.get(number) ?? -1)) this.#newest.set(number, seq);
  }

  /** @param {number} number @param {number} id @param {number} now */
  #tap(number, id, now) {
    const tap = this.#notes.taps.get(id);
    if (!tap) return;
    this.#notes.taps.delete(id);
    this.#notes.tapDelays.add(now - tap.sentAt);
    if (tap.seq > (this.#newest.get(number) ?? -1)) this.#notes.tapsEarly += 1;
  }
}
