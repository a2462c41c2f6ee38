// The phone's motion sensors: real readings, and why there are none.
// @ts-check
import { fromAngles } from "../motion.js";

/** @import { Quaternion } from "../motion.js" */
/** @import { Permission } from "./permission.js" */

/** @typedef {"insecure" | "denied" | "none"} Silence why no reading comes */

const PATIENCE = 1000; // milliseconds until a sensor without a real reading counts as none

/** Listens as long as the page lives: a sensor may wake up late. */
export class Sensors {
  #scope;
  #felt;
  #silent;
  #real = false;
  /** @type {Permission} */ #permission = "granted";
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /**
   * @param {Window} scope
   * @param {(held: Quaternion) => void} felt how the phone is held, in the earth frame, at each real reading
   * @param {(why: Silence) => void} silent called once if no real reading came in time
   */
  constructor(scope, felt, silent) {
    this.#scope = scope;
    this.#felt = felt;
    this.#silent = silent;
  }

  /** @param {Promise<Permission>} permission what askForMotion gives */
  async start(permission) {
    this.#scope.addEventListener("deviceorientation", this.#read);
    this.#permission = await permission;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#real || this.#silent(this.#why()), PATIENCE);
  }

  /** @param {DeviceOrientationEvent} event */
  #read = ({ alpha, beta, gamma }) => {
    // Without a sensor, or with it blocked, one event comes with nothing in it.
    if (!Number.isFinite(alpha) || !Number.isFinite(beta) || !Number.isFinite(gamma)) return;
    this.#real = true;
    this.#felt(fromAngles(Number(alpha), Number(beta), Number(gamma), pageTurned(this.#scope)));
  };

  /** @returns {Silence} */
  #why() {
    if (!this.#scope.isSecureContext) return "insecure"; // there iPhones say "denied" without asking anybody
    return this.#permission === "granted" ? "none" : "denied";
  }
}

/**
 * @param {Pick<Window, "screen" | "orientation">} scope
 * @returns {number} degrees the page is turned in the phone; before iOS 16.4 only `orientation` tells, as −90 to 180
 */
export function pageTurned({ screen, orientation }) {
  return screen.orientation?.angle ?? orientation ?? 0;
}
