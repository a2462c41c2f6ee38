// The phone's motion sensors: permission, real readings, and why there are none.
// @ts-check
import { fromAngles } from "../motion.js";

/** @import { Quaternion } from "../motion.js" */

/**
 * - `granted`: readings may come, if there is a sensor
 * - `denied`: the person, or the browser for them, said no
 * - `unasked`: the browser will ask, but only from within a tap
 * @typedef {"granted" | "denied" | "unasked"} Permission
 */

/** @typedef {"insecure" | "denied" | "none"} Silence why no reading comes */

const PATIENCE = 1000; // milliseconds until a sensor without a real reading counts as none

/**
 * Ask for the sensors, wherever a browser wants to be asked. Call it first thing in a tap: what is awaited before uses
 * the tap up. Outside a tap it tells whether the person has decided earlier.
 * @param {object} scope the window
 * @returns {Promise<Permission>}
 */
export async function askForMotion(scope) {
  // Both are started before either is awaited, so that one tap is enough for both. Orientation decides.
  const [orientation] = ["DeviceOrientationEvent", "DeviceMotionEvent"].map((name) => ask(Reflect.get(scope, name)));
  return orientation;
}

/**
 * @param {{requestPermission?: () => Promise<string>} | undefined} sensor its event's interface; none on an insecure page
 * @returns {Promise<Permission>}
 */
async function ask(sensor) {
  if (typeof sensor?.requestPermission !== "function") return "granted";
  try {
    return (await sensor.requestPermission()) === "granted" ? "granted" : "denied";
  } catch {
    return "unasked";
  }
}

/** Listens as long as the visit lasts: a sensor may wake up late. */
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

  stop() {
    this.#scope.removeEventListener("deviceorientation", this.#read);
    clearTimeout(this.#timer);
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
