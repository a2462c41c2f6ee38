// One line at the bottom edge, for what the people in the room should know.
// @ts-check
/** @import { ConnectionState } from "../connection.js" */
/** @import { Ended } from "../protocol.js" */

const READ = 6000; // milliseconds that a passing remark stays

/** Shows the newest thing that was said. */
export class Notice {
  #line;
  #timer = 0;

  /** @param {HTMLElement} line */
  constructor(line) {
    this.#line = line;
  }

  /**
   * @param {ConnectionState} state
   * @param {Ended} [ended]
   */
  connection(state, ended) {
    if (state === "open") this.#hide();
    else if (state === "reconnecting") this.#show("The connection is lost. Trying again; everyone keeps their place.");
    else if (ended?.reason === "replaced") this.#show("This room is shown on another screen now. Reload to bring it back here.");
    else if (ended) this.#show(ended.message);
  }

  /** @param {string} text a passing remark */
  say(text) {
    this.#show(text);
    this.#timer = window.setTimeout(() => this.#hide(), READ);
  }

  /** @param {string} text */
  #show(text) {
    clearTimeout(this.#timer);
    this.#line.textContent = text;
    this.#line.hidden = false;
  }

  #hide() {
    clearTimeout(this.#timer);
    this.#line.hidden = true;
  }
}
