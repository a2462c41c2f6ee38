// Reasons for missing motion, and the way to a page that has it.
// @ts-check
import { recall } from "../shared/transports.js";
import { passFor, secureAddress } from "../client/passes.js";
import { familyOf, isInApp, isOnIphone } from "../client/user-agent.js";
import { t } from "../shared/translation.js";

/** @import { Silence } from "../client/sensors.js" */
/** @import { Family } from "../client/user-agent.js" */

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
    this.#family = familyOf(scope.navigator.userAgent, "brave" in scope.navigator);
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
    return stepsPast(this.#family, isOnIphone(this.#scope.navigator.userAgent));
  }

  /** @param {Silence} why @returns {string} what the person can do about it */
  sentence(why) {
    const { userAgent } = this.#scope.navigator;
    if (this.#isInApp && (why !== "insecure" || this.#isAhead)) return t("phone.no_motion.in_app");
    return noMotion(why, this.#family, isOnIphone(userAgent));
  }

  /** Whether the secure page is ahead: this one is plain, and the server has HTTPS. */
  get #isAhead() {
    return !this.#scope.isSecureContext && this.port > 0;
  }

  get #isInApp() {
    return isInApp(this.#scope.navigator.userAgent);
  }
}

/**
 * Why the phone's motion does nothing. iPhones keep an answer until the browser ends, for new tabs as well (WebKit's
 * DeviceOrientationAndMotionAccessController).
 * @param {Silence} why
 * @param {Family} family
 * @param {boolean} [onIphone]
 * @returns {string}
 */
export function noMotion(why, family, onIphone = false) {
  if (why === "insecure") return t("phone.no_motion.insecure");
  if (why === "denied") return t("phone.no_motion.denied", { advice: t(`phone.allow.${onIphone ? "safari" : family}`) });
  return family === "brave" ? t("phone.no_motion.brave", { advice: t("phone.allow.brave") }) : t("phone.no_motion.none");
}

/**
 * What the browser will show on the way to the secure page, and what to tap there.
 * @param {Family} family
 * @param {boolean} [onIphone] where each browser but Safari has a page of its own, in words of its own
 * @returns {string[]} one step each
 */
export function stepsPast(family, onIphone = false) {
  const page = onIphone && family !== "safari" ? "iphone" : family;
  return [t(`phone.warning.${page}.first`), t(`phone.warning.${page}.second`)];
}
