// Duplicate filter of taps; it outlives a restart of the server, which forgets.
// @ts-check
import { MAX_TAPS_REMEMBERED, MAX_TAP_AGE_MS, IMPLAUSIBLE_TAP_AGE_MS } from "../../protocol.js";

/** @import { Tap } from "../../protocol.js" */

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
    if (shown.includes(id) || (age > MAX_TAP_AGE_MS && age < IMPLAUSIBLE_TAP_AGE_MS)) return false;
    this.#shown.set(number, [...shown, id].slice(-MAX_TAPS_REMEMBERED));
    return true;
  }
}
