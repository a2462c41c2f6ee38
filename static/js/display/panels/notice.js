// Notice: one line at the bottom edge, for the people in the room.
// @ts-check
import { t } from "../../shared/translation.js";
import { ending } from "./endings.js";

/** @import { ConnectionState } from "../../shared/connection.js" */
/** @import { Ended } from "../../protocol.js" */

const NOTICE_MS = 6000; // milliseconds that a passing remark stays

/** Shows the newest thing that was said. */
export class Notice {
  #line;
  #timer = 0;
  #lasting = ""; // what holds for as long as the connection is as it is

  /** @param {HTMLElement} line */
  constructor(line) {
    this.#line = line;
  }

  /**
   * @param {ConnectionState} state
   * @param {Ended} [ended]
   */
  connection(state, ended) {
    this.#lasting = lasting(state, ended);
    this.#show(this.#lasting);
  }

  /** @param {string} text a passing remark */
  say(text) {
    this.#show(text);
    this.#timer = window.setTimeout(() => this.#show(this.#lasting), NOTICE_MS);
  }

  /** @param {string} text */
  #show(text) {
    clearTimeout(this.#timer);
    this.#line.textContent = text;
    this.#line.hidden = text === "";
  }
}

/**
 * @param {ConnectionState} state
 * @param {Ended} [ended]
 * @returns {string} "" where there is nothing to say
 */
function lasting(state, ended) {
  if (state === "reconnecting") return t("display.connection_lost");
  return ended ? ending(ended) : "";
}
