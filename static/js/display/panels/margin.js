// Safe margin of words and codes, since televisions crop their edges.
// @ts-check
import * as storage from "../../shared/storage.js";

const MAX_MARGIN_PERCENT = 10; // percent of each side, as `--margin` allows

/** Holds the margin in CSS's `--safe`; what a host set by key is kept until the server is started with another one. */
export class Margin {
  #style;
  #name;
  #percent;

  /**
   * @param {HTMLElement} root the page's root element
   * @param {number} given percent of each side, the server's `--margin`
   */
  constructor(root, given) {
    this.#style = root.style;
    this.#name = `margin-${given}`;
    const own = Number(storage.get(this.#name) ?? given);
    this.#percent = within(Number.isFinite(own) ? own : given);
    this.#apply();
  }

  /**
   * @param {number} step percent
   * @returns {number} the margin now, percent of each side
   */
  widen(step) {
    this.#percent = within(this.#percent + step);
    storage.set(this.#name, String(this.#percent));
    this.#apply();
    return this.#percent;
  }

  #apply() {
    this.#style.setProperty("--safe", String(this.#percent));
  }
}

/** @param {number} percent */
const within = (percent) => Math.min(MAX_MARGIN_PERCENT, Math.max(0, percent));
