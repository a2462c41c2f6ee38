// Duplicate filter of taps; it outlives a restart of the server, which forgets.
// @ts-check
/** @import { Tap } from "../../protocol.js" */

const REMEMBERED = 32; // ids of a seat, as on the server
const LATE = 2000; // milliseconds; this page may have slept with taps on their way
const UNLIKELY = 60_000; // milliseconds: an older tap has a wrong clock

export class TapFilter {
  /** @type {Map<number, number[]>} */ #shown = new Map();

  /**
   * Whether to show a tap: once, and not late. Asking counts as showing.
   * @param {number} number of its seat; a newcomer on it counts from a random start of its own
   * @param {Tap} tap
   * @param {number} now milliseconds on the server's clock; 0 if it isn't known yet
   */
  admits(number, [id, at], now) {
    const shown = this.#shown.get(number) ?? [];
    const age = at && now ? now - at : 0;
    if (shown.includes(id) || (age > LATE && age < UNLIKELY)) return false;
    this.#shown.set(number, [...shown, id].slice(-REMEMBERED));
    return true;
  }
}
