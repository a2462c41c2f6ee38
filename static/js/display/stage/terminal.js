// Errors of visuals, sent to the terminal while an author is at work.
// @ts-check
import { messageOf, locationOf } from "../../shared/page-errors.js";
import { RateLimit } from "../../shared/rate-limit.js";

/** @import { ErrorLocation } from "../../shared/page-errors.js" */
/** @import { Complain } from "../../protocol.js" */

const AT_ONCE = 5;
const A_SECOND = 1;

/** Sends no faster than an author can read. */
export class Terminal {
  #send;
  #rateLimit;
  isWanted = false; // the server says so when the room is open

  /** @param {(complaint: Complain) => void} send @param {() => number} [now] milliseconds */
  constructor(send, now = undefined) {
    this.#send = send;
    this.#rateLimit = new RateLimit(AT_ONCE, A_SECOND, now);
  }

  /** @param {unknown} error what was thrown, or a sentence @param {ErrorLocation} [location] */
  tell(error, location = locationOf(error)) {
    if (this.isWanted && this.#rateLimit.take()) this.#send({ message: messageOf(error), ...location });
  }
}
