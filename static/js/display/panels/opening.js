// Opening panel: what the display waits for until it has a room.
// @ts-check
import { t } from "../../shared/translation.js";
import { ending } from "./endings.js";

/** @import { ConnectionState } from "../../shared/connection.js" */
/** @import { Ended } from "../../protocol.js" */
/** @import { Delay } from "../../shared/transports.js" */

export class Opening {
  #page;
  #title;
  #text;

  /** @param {HTMLElement} page holds #opening, whose text fallback.js may have written */
  constructor(page) {
    this.#page = page;
    this.#title = /** @type {HTMLElement} */ (page.querySelector("#opening h1"));
    this.#text = /** @type {HTMLElement} */ (page.querySelector("#opening [data-delay]"));
    this.#say("connecting", "");
  }

  /** Whether the display has had no room yet: then this speaks, in the notice's place. */
  get isOpen() {
    return "roomless" in this.#page.dataset;
  }

  /** @param {ConnectionState} state @param {Ended} [ended] the server's answer */
  connection(state, ended) {
    if (ended) this.#say(state === "ended" ? "no_room" : "connecting", ending(ended));
    else if (state === "connecting") this.#say("connecting", "");
  }

  /** @param {Delay} why */
  delay(why) {
    this.#say("connecting", t(`display.opening.${why}`));
  }

  /** The display has a room. */
  close() {
    delete this.#page.dataset.roomless;
  }

  /** @param {"connecting" | "no_room"} state @param {string} text */
  #say(state, text) {
    this.#title.textContent = t(`display.opening.${state}`);
    this.#text.textContent = text;
  }
}
