// Error report: this page's errors, sent to the terminal while an author is at work.
// @ts-check
import { listenForErrors, messageOf, locationOf, sentenceOf, tellOf } from "../../shared/page-errors.js";
import { RateLimit } from "../../shared/rate-limit.js";
import { t } from "../../shared/translation.js";

/** @import { ErrorLocation } from "../../shared/page-errors.js" */
/** @import { Complain } from "../../protocol.js" */

const AT_ONCE = 5;
const A_SECOND = 1;

export class ErrorReport {
  #send;
  #rateLimit;
  /** @type {WeakSet<object>} */ #taken = new WeakSet(); // one may be caught, and heard of as well

  /**
   * @param {(complaint: Complain) => void} send
   * @param {EventTarget} scope the window
   * @param {readonly Event[]} early errors that it told of before it was known that somebody wants them
   * @param {() => number} [now] milliseconds
   */
  constructor(send, scope, early = [], now = undefined) {
    this.#send = send;
    this.#rateLimit = new RateLimit(AT_ONCE, A_SECOND, now);
    listenForErrors(scope, (error, location) => this.take(error, location));
    for (const event of early) tellOf(event, (error, location) => this.take(error, location));
  }

  /** @param {unknown} error @param {ErrorLocation} [location] */
  take(error, location = locationOf(error)) {
    if (error instanceof Object) {
      if (this.#taken.has(error)) return;
      this.#taken.add(error);
    }
    if (this.#rateLimit.take()) this.#send({ message: messageOf(error), ...location });
  }

  /**
   * What the phone says of an error in a visual's own phone page.
   * @param {unknown} error
   * @param {boolean} isRunning the last version goes on
   * @returns {string}
   */
  words(error, isRunning) {
    return `${t(isRunning ? "shared.visual_keeps_running" : "phone.visual_page_failed")} ${sentenceOf(error)}`;
  }
}
