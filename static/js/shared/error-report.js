// Error report: a page's errors, sent to the terminal while an author is at work.
// @ts-check
import { listenForErrors, locationOf, messageOf, sentenceOf, tellOf } from "./page-errors.js";
import { RateLimit } from "./rate-limit.js";

/** @import { Complain } from "../protocol.js" */

const BURST = 5;
const REPORTS_PER_SECOND = 1; // no faster than an author can read

export class ErrorReport {
  /** Whether an author is at work: the server says so. */
  isWanted = false;
  #send;
  #rateLimit;
  /** @type {WeakSet<object>} */ #reported = new WeakSet(); // one may be caught, and heard of as well

  /** @param {(complaint: Complain) => void} send @param {() => number} [now] milliseconds */
  constructor(send, now = undefined) {
    this.#send = send;
    this.#rateLimit = new RateLimit(BURST, REPORTS_PER_SECOND, now);
  }

  /**
   * Report what nobody catches.
   * @param {EventTarget} scope the window
   * @param {readonly Event[]} early errors that it told of before it was known that somebody wants them
   */
  listen(scope, early) {
    listenForErrors(scope, (error, location) => this.take(error, location));
    for (const event of early) tellOf(event, (error, location) => this.take(error, location));
  }

  /** @param {unknown} error what was thrown, or a sentence @param {ReturnType<typeof locationOf>} [location] */
  take(error, location = locationOf(error)) {
    if (!this.isWanted || (error instanceof Object && this.#reported.has(error))) return;
    if (error instanceof Object) this.#reported.add(error);
    if (this.#rateLimit.take()) this.#send({ message: messageOf(error), ...location });
  }

  /** @param {unknown} error @returns {string} where and what, as in "rain/phone.js, line 3: TypeError: …" */
  sentence(error) {
    return sentenceOf(error);
  }
}
