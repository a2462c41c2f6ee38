// The phone's motion sensors: the best source that is alive, and why there is none.
// @ts-check
import { fromAngles, fromGravity } from "../motion.js";
import { Liveness } from "./liveness.js";
import { isOnIphone } from "./words.js";

/** @import { Quaternion, Vector } from "../motion.js" */
/** @import { Permission } from "./permission.js" */

/** @typedef {"insecure" | "denied" | "none"} Silence why no reading comes */

/**
 * - `relative`: orientation with a heading that starts anywhere
 * - `absolute`: orientation with a heading from north
 * - `lean`: orientation without a heading
 * - `gravity`: the accelerometer alone
 * @typedef {"relative" | "absolute" | "lean" | "gravity"} Frame
 */

/**
 * @typedef {object} Reading
 * @property {Quaternion} held how the phone (not its page) is held, in the earth frame; without a heading, any
 * @property {Frame} frame
 */

/** @type {readonly Frame[]} */
const BEST_FIRST = ["relative", "absolute", "lean", "gravity"];
const EVENTS = ["deviceorientation", "deviceorientationabsolute", "devicemotion"];
const PATIENCE_MS = 1000; // until a sensor without a real reading counts as none; so long a heading is waited for
const MIN_GRAVITY = 2; // m/s²; less than that has no direction
const SMOOTHING_MS = 100; // time constant of gravity's low-pass filter: a shaking hand adds as much as gravity itself

/** Listens, and judges what comes, as long as the page lives: a sensor may wake up late, fall silent and come back. */
export class Sensors {
  #scope;
  #hears;
  #now;
  #live = new Map(BEST_FIRST.map((frame) => [frame, new Liveness()]));
  #isFelt = false;
  #startedAt = Infinity; // milliseconds
  /** @type {number | null} */ #hiddenAt = null;
  /** @type {{up: Vector, at: number} | null} */ #gravity = null;
  /** @type {Permission} */ #permission = "granted";
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #patience;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #watch;

  /**
   * @param {Window} scope
   * @param {object} hears
   * @param {(reading: Reading) => void} hears.felt at each reading of the best source that is alive
   * @param {() => void} hears.lost no source is alive any more; the next `felt` takes that back
   * @param {(why: Silence) => void} hears.silent called once if no real reading came in time
   * @param {() => number} [now] milliseconds
   */
  constructor(scope, hears, now = () => performance.now()) {
    this.#scope = scope;
    this.#hears = hears;
    this.#now = now;
  }

  /** @param {Promise<Permission>} permission what askForMotion gives */
  async start(permission) {
    for (const event of EVENTS) this.#scope.addEventListener(event, this.#read);
    this.#startedAt = this.#now();
    this.#permission = await permission;
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.#isAlive || this.#isFelt || this.#hears.silent(this.#why()), PATIENCE_MS);
  }

  /** The page is hidden: browsers give it no readings. */
  sleep() {
    this.#hiddenAt ??= this.#now();
    clearTimeout(this.#watch);
  }

  /** The page is seen again. */
  wake() {
    if (this.#hiddenAt === null) return;
    for (const each of this.#live.values()) each.excuse(this.#now() - this.#hiddenAt);
    this.#hiddenAt = null;
    if (this.#isFelt) this.#watchOver();
  }

  /** @param {Event} event */
  #read = (event) => {
    const now = this.#now();
    const read = event.type === "devicemotion" ? this.#accelerated(event, now) : oriented(event);
    if (!read || !this.#live.get(read.frame)?.take(read.values, now)) return;
    const best = BEST_FIRST.find((frame) => this.#live.get(frame)?.isLive(now));
    if (best !== read.frame || (!hasHeading(best) && now < this.#startedAt + PATIENCE_MS)) return;
    const wasFelt = this.#isFelt;
    this.#isFelt = true;
    this.#hears.felt(read);
    if (!wasFelt) this.#watchOver();
  };

  /** @param {Event} event @param {number} now milliseconds */
  #accelerated(event, now) {
    const { x, y, z } = Reflect.get(event, "accelerationIncludingGravity") ?? {};
    if (![x, y, z].every(Number.isFinite) || Math.hypot(x, y, z) < MIN_GRAVITY) return null;
    const sign = isOnIphone(this.#scope.navigator.userAgent) ? -1 : 1; // WebKit there says where gravity pulls
    const before = this.#gravity ?? { up: [0, 0, 0], at: -Infinity };
    const part = 1 - Math.exp((before.at - now) / SMOOTHING_MS);
    const smooth = (/** @type {number} */ old, /** @type {number} */ fresh) => old + (sign * fresh - old) * part;
    const [ux, uy, uz] = before.up;
    /** @type {Vector} */ const up = [smooth(ux, x), smooth(uy, y), smooth(uz, z)];
    this.#gravity = { up, at: now };
    return { values: [x, y, z], held: fromGravity(up), frame: /** @type {Frame} */ ("gravity") };
  }

  get #isAlive() {
    return this.#staleAt > this.#now();
  }

  get #staleAt() {
    return Math.max(...[...this.#live.values()].map(({ staleAt }) => staleAt));
  }

  #watchOver() {
    clearTimeout(this.#watch);
    if (this.#hiddenAt !== null) return;
    this.#watch = setTimeout(() => {
      if (this.#isAlive) return this.#watchOver();
      this.#isFelt = false;
      this.#hears.lost();
    }, this.#staleAt - this.#now());
  }

  /** @returns {Silence} */
  #why() {
    if (!this.#scope.isSecureContext) return "insecure"; // there iPhones say "denied" without asking anybody
    return this.#permission === "granted" ? "none" : "denied";
  }
}

/** @param {Frame} frame @returns {boolean} it tells turning left from turning right */
export function hasHeading(frame) {
  return frame === "relative" || frame === "absolute";
}

/**
 * @param {Pick<Window, "screen" | "orientation">} scope
 * @returns {number} degrees the page is turned in the phone; before iOS 16.4 only `orientation` tells, as −90 to 180
 */
export function pageTurned({ screen, orientation }) {
  return screen.orientation?.angle ?? orientation ?? 0;
}

/** @param {Event} event @returns {(Reading & {values: number[]}) | null} null where it says nothing of gravity */
function oriented(event) {
  // Without a sensor, or with it blocked, one event comes with nothing in it.
  const { type, alpha, beta, gamma } = /** @type {DeviceOrientationEvent} */ (event);
  if (!Number.isFinite(beta) || !Number.isFinite(gamma)) return null;
  const heading = Number.isFinite(alpha);
  const values = [heading ? Number(alpha) : 0, Number(beta), Number(gamma)];
  const held = fromAngles(values[0], values[1], values[2], 0);
  return { values, held, frame: heading ? (type === "deviceorientation" ? "relative" : "absolute") : "lean" };
}
