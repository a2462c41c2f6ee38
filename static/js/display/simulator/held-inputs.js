// Thumb and buttons that a simulated hand holds down.
// @ts-check
/** @import { Action } from "./action-history.js" */

export class HeldInputs {
  /** @type {Map<string, Action>} what would let go of each */ #ends = new Map();

  /** Whether nothing is held. */
  get isNothing() {
    return this.#ends.size === 0;
  }

  /** @returns {Action[]} what lets go of all */
  get ends() {
    return [...this.#ends.values()];
  }

  /** @param {Action} action that is done */
  note(action) {
    if (!("down" in action)) return;
    const key = action.what === "press" ? `press ${action.name}` : action.what;
    if (action.down) this.#ends.set(key, { ...action, down: false });
    else this.#ends.delete(key);
  }
}
