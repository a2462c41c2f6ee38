// Thumb and buttons that a simulated hand holds down.
// @ts-check
/** @import { Deed } from "./track.js" */

export class Held {
  /** @type {Map<string, Deed>} what would let go of each */ #ends = new Map();

  /** Whether nothing is held. */
  get isNothing() {
    return this.#ends.size === 0;
  }

  /** @returns {Deed[]} what lets go of all */
  get ends() {
    return [...this.#ends.values()];
  }

  /** @param {Deed} deed that is done */
  note(deed) {
    if (!("down" in deed)) return;
    const key = deed.what === "press" ? `press ${deed.name}` : deed.what;
    if (deed.down) this.#ends.set(key, { ...deed, down: false });
    else this.#ends.delete(key);
  }
}
