// Errors of visuals, sent to the terminal while an author is at work.
// @ts-check
import { messageOf, placeOf } from "../../shared/page-errors.js";
import { Share } from "../../shared/rate-limit.js";

/** @import { Place } from "../../shared/page-errors.js" */
/** @import { Complain } from "../../protocol.js" */

const AT_ONCE = 5;
const A_SECOND = 1;

/** Sends no faster than an author can read. */
export class Terminal {
  #send;
  #share;
  isWanted = false; // the server says so when the room is open

  /** @param {(complaint: Complain) => void} send @param {() => number} [now] milliseconds */
  constructor(send, now = undefined) {
    this.#send = send;
    this.#share = new Share(AT_ONCE, A_SECOND, now);
  }

  /** @param {unknown} error what was thrown, or a sentence @param {Place} [place] */
  tell(error, place = placeOf(error)) {
    if (this.isWanted && this.#share.take()) this.#send({ message: messageOf(error), ...place });
  }
}
