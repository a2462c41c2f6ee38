// Moderation queue: presets show at once, written messages after the host's look.
// @ts-check
import { firstLetters } from "../_kit/graphemes.js";

/** @import { Colour, Shape } from "../../js/protocol.js" */

/**
 * @typedef {object} Card
 * @property {number} id in the order in which cards came on the wall; 0 while it waits
 * @property {string} text "" for a picture
 * @property {string} picture its name; "" for words
 * @property {number} number of the seat
 * @property {Colour} colour
 * @property {Shape} shape
 */

/** @typedef {"shown" | "waits" | "soon" | "many" | "off"} Fate soon: it came too soon after the last; many: too many wait */

/** @typedef {{id: string, number: number, colour: Colour, shape: Shape}} Sender */

export const MAX_SHOWN = 19;
export const MAX_WAITING = 20;
export const MAX_LETTERS = 72;
export const MAX_CODE_UNITS = 900; // UTF-16 code units of a text: 72 families of four, and a card fits into one value
const SEND_INTERVAL_MS = 3000; // milliseconds between two picked cards of one phone, or two written ones

export class ModerationQueue {
  /** People may write. */
  isWriting = false;
  /** The host looks at what was written before the room does. */
  isLooking = true;
  /** @type {Card[]} oldest first */ waiting = [];
  /** @type {Card[]} oldest first */ shown = [];
  count = 0; // cards that were on the wall so far
  /** @type {Map<string, number>} */ #sent = new Map(); // when, in milliseconds; oldest first, and none older than SEND_INTERVAL_MS

  /** A phrase or a picture. @param {Sender} sender @param {{text?: string, picture?: string}} what @param {number} now @returns {Fate} */
  pick(sender, what, now) {
    if (this.#isSoon("pick", sender, now)) return "soon";
    return this.#show(cardOf(sender, what));
  }

  /** @param {Sender} sender @param {string} text plain, one line @param {number} now milliseconds @returns {Fate} */
  write(sender, text, now) {
    const words = firstLetters(text.trim(), MAX_LETTERS, MAX_CODE_UNITS);
    if (!this.isWriting || !words) return "off";
    if (this.isLooking && this.waiting.length >= MAX_WAITING) return "many";
    if (this.#isSoon("write", sender, now)) return "soon";
    const card = cardOf(sender, { text: words });
    if (!this.isLooking) return this.#show(card);
    this.waiting.push(card);
    return "waits";
  }

  /** The one the host decides on next: it stays the same while others come. @returns {Card | undefined} */
  get next() {
    return this.waiting[0];
  }

  /** @returns {Card | undefined} the one that is on the wall now */
  approve() {
    const card = this.waiting.shift();
    if (card) this.#show(card);
    return card;
  }

  /** @returns {Card | undefined} the one that nobody will see */
  hide() {
    return this.waiting.shift();
  }

  /** Take the newest card off the wall. @returns {Card | undefined} */
  takeDown() {
    return this.shown.pop();
  }

  clear() {
    this.shown = [];
  }

  /** @param {Card} card @returns {Fate} */
  #show(card) {
    this.count += 1;
    this.shown = [...this.shown, { ...card, id: this.count }].slice(-MAX_SHOWN);
    return "shown";
  }

  /** @param {"pick" | "write"} how @param {Sender} sender @param {number} now */
  #isSoon(how, { id }, now) {
    for (const [old, at] of this.#sent) {
      if (now - at < SEND_INTERVAL_MS) break;
      this.#sent.delete(old);
    }
    const key = `${how} ${id}`;
    if (this.#sent.has(key)) return true;
    this.#sent.set(key, now);
    return false;
  }
}

/** @param {Sender} sender @param {{text?: string, picture?: string}} what @returns {Card} */
function cardOf({ number, colour, shape }, { text = "", picture = "" }) {
  return { id: 0, text, picture, number, colour, shape };
}
