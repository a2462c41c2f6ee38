// Prompt: one line that the host types at the display, for the visual.
// @ts-check
import { limit } from "../../shared/graphemes.js";

const MAX_CODE_POINTS = 120; // code points, where a visual says nothing

/** Asks one thing at a time. Keys don't steer the display meanwhile. */
export class Prompt {
  #dialog;
  #label;
  #line;
  #most = MAX_CODE_POINTS;
  /** @type {((text: string | null) => void) | null} */ #answer = null;

  /** @param {HTMLDialogElement} dialog holds a form with a label and a line to type into */
  constructor(dialog) {
    this.#dialog = dialog;
    this.#label = /** @type {HTMLElement} */ (dialog.querySelector("label"));
    this.#line = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
    limit(this.#line, () => [this.#most, this.#most]); // a visual sends it on in messages that count code points
    dialog.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#end(this.#line.value.trim());
    });
    // Escape; but the news of the last closing may come when the next question is open already
    dialog.addEventListener("close", () => !dialog.open && this.#end(null));
  }

  get isOpen() {
    return this.#answer !== null;
  }

  /**
   * @param {string} label what is asked
   * @param {{most?: number, text?: string}} [options] code points at most; what stands there at first
   * @returns {Promise<string | null>} null if the host doesn't want to, or another visual is on
   */
  ask(label, { most = MAX_CODE_POINTS, text = "" } = {}) {
    this.close();
    this.#label.textContent = label;
    this.#most = most;
    this.#line.value = text;
    this.#dialog.showModal();
    this.#line.select();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  /** Nobody wants to know any more. */
  close() {
    this.#end(null);
  }

  /** @param {string | null} text */
  #end(text) {
    const answer = this.#answer;
    this.#answer = null;
    if (this.#dialog.open) this.#dialog.close();
    answer?.(text);
  }
}
