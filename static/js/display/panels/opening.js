// Opening panel: what the display waits for until it has a room.
// @ts-check
/** @import { ConnectionState } from "../../shared/connection.js" */
/** @import { Ended } from "../../protocol.js" */
/** @import { Delay } from "../../shared/transports.js" */

const CONNECTING = "Connecting…";
const NO_ROOM = "No room yet";

/** @type {Readonly<Record<Delay, string>>} */
const DELAYED = Object.freeze({
  hung: "The network is slow to answer. Trying another way.",
  away: "The server does not answer. Trying again. Is it running, and is this computer on its network?",
});

export class Opening {
  #page;
  #title;
  #text;

  /** @param {HTMLElement} page holds #opening, whose text fallback.js may have written */
  constructor(page) {
    this.#page = page;
    this.#title = /** @type {HTMLElement} */ (page.querySelector("#opening h1"));
    this.#text = /** @type {HTMLElement} */ (page.querySelector("#opening [data-delay]"));
    this.#say(CONNECTING, "");
  }

  /** Whether the display has had no room yet: then this speaks, in the notice's place. */
  get isOpen() {
    return "roomless" in this.#page.dataset;
  }

  /** @param {ConnectionState} state @param {Ended} [ended] the server's answer */
  connection(state, ended) {
    if (ended) this.#say(state === "ended" ? NO_ROOM : CONNECTING, ended.message);
    else if (state === "connecting") this.#say(CONNECTING, "");
  }

  /** @param {Delay} why */
  delay(why) {
    this.#say(CONNECTING, DELAYED[why]);
  }

  /** The display has a room. */
  close() {
    delete this.#page.dataset.roomless;
  }

  /** @param {string} title @param {string} text */
  #say(title, text) {
    this.#title.textContent = title;
    this.#text.textContent = text;
  }
}
