// Host token form, over the display until the server opens a room for it.
// @ts-check
import { t } from "../shared/translation.js";

/** @import { ConnectionState } from "../shared/connection.js" */
/** @import { Ended } from "../protocol.js" */

/** Keeps the token only until the server has answered: what is stored afterwards is a pass. */
export class TokenPage {
  #section;
  #behind;
  #input;
  #told;
  /** @type {string | null} */ #typed = null;

  /**
   * @param {HTMLElement} section holds a form with the field, and what is told of it
   * @param {HTMLElement} behind can't be reached while the question is asked
   * @param {() => void} send connects again, with what was typed
   */
  constructor(section, behind, send) {
    this.#section = section;
    this.#behind = behind;
    this.#input = /** @type {HTMLInputElement} */ (section.querySelector("input"));
    this.#told = /** @type {HTMLElement} */ (section.querySelector("[role=alert]"));
    section.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#typed !== null) return; // is on its way
      this.#typed = this.#input.value;
      this.#told.textContent = t("display.token.waiting");
      send();
    });
  }

  get isOpen() {
    return !this.#section.hidden;
  }

  /** @returns {string | null} what the host typed and the server has not answered yet */
  get typed() {
    return this.#typed;
  }

  /**
   * @param {ConnectionState} state
   * @param {Ended} [ended]
   */
  connection(state, ended) {
    if (state !== "open" && state !== "ended") return; // on the way, and what was typed goes with it
    const typed = this.#typed;
    this.#typed = null;
    if (ended?.reason !== "token_needed") this.#close();
    else if (!this.isOpen) this.#ask();
    else if (typed !== null) this.#refuse(ended);
  }

  #ask() {
    this.#section.hidden = false;
    this.#behind.inert = true;
    this.#input.focus();
  }

  /** @param {Ended} ended */
  #refuse({ cause, seconds = 0 }) {
    const isWrong = cause !== "too_many_tokens";
    const why = isWrong ? t("display.token.wrong") : t("display.token.too_many", { count: seconds });
    this.#told.textContent = why;
    this.#input.setAttribute("aria-invalid", "true");
    this.#input.focus();
    this.#input.select();
  }

  #close() {
    this.#section.hidden = true;
    this.#behind.inert = false;
    this.#input.value = "";
    this.#input.removeAttribute("aria-invalid");
    this.#told.textContent = "";
  }
}
