// Reasons for missing motion, and the way to a page that has it.
// @ts-check
import { recall } from "../shared/transports.js";
import { passFor, secureAddress } from "../client/passes.js";
import * as words from "../client/strings.js";

/** @import { Silence } from "../client/sensors.js" */

export class Secure {
  #code;
  #scope;
  #family;
  port;

  /**
   * @param {string} code the room's
   * @param {number} port of HTTPS; 0 if there is none
   * @param {Window} scope
   */
  constructor(code, port, scope) {
    this.#code = code;
    this.port = port;
    this.#scope = scope;
    this.#family = words.familyOf(scope.navigator.userAgent, "brave" in scope.navigator);
  }

  /** Whether there is a page on which this browser would give motion. */
  get canGo() {
    return this.#isAhead && !this.#isInApp;
  }

  /** @returns {string} what to open in another browser for motion, where this one can't get past the warning; or "" */
  get linkElsewhere() {
    return this.#isAhead && this.#isInApp ? `${this.#scope.location.origin}/${this.#code}` : "";
  }

  /** @returns {string} the address of that page, with this phone's pass */
  get address() {
    const to = { port: this.port, room: this.#code, pass: passFor(this.#code), transport: recall() };
    return secureAddress(this.#scope.location, to);
  }

  /** @returns {string[]} the steps past the browser's warning */
  get steps() {
    return words.stepsPast(this.#family, words.isOnIphone(this.#scope.navigator.userAgent));
  }

  /** @param {Silence} why @returns {string} what the person can do about it */
  sentence(why) {
    const { userAgent } = this.#scope.navigator;
    if (this.#isInApp && (why !== "insecure" || this.#isAhead)) return words.IN_APP;
    return words.noMotion(why, this.#family, words.isOnIphone(userAgent));
  }

  /** Whether the secure page is ahead: this one is plain, and the server has HTTPS. */
  get #isAhead() {
    return !this.#scope.isSecureContext && this.port > 0;
  }

  get #isInApp() {
    return words.isInApp(this.#scope.navigator.userAgent);
  }
}
