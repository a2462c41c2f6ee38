// The phone's motion sensors: the best source that is alive, and why there is none.
// @ts-check
import { conjugate, fromAngles, fromGravity, rotate } from "../shared/motion.js";
import { Gravity } from "./gravity.js";
import { Liveness } from "./liveness.js";
import { isOnIphone } from "./user-agent.js";

/** @import { Quaternion, Vector } from "../shared/motion.js" */
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
const SENSOR_EVENTS = ["deviceorientation", "deviceorientationabsolute", "devicemotion"];
const PATIENCE_MS = 1000; // until a sensor without a real reading counts as none; so long a heading is waited for

/** Listens, and judges what comes, as long as the page lives: a sensor may wake up late, fall silent and come back. */
export class Sensors {
  #scope;
  #handlers;
  #now;
  #live = new Map(BEST_FIRST.map((frame) => [frame, new Liveness()]));
  #gravity;
  /** @type {Quaternion | null} */ #oriented = null; // as the last orientation said
  /** @type {Reading | null} */ #waits = null; // one without a heading, while a heading may still come
  /** @type {Frame | null} */ #felt = null; // of the last reading that was told
  #isTold = false; // that a source is alive
  #aliveSince = Infinity; // milliseconds; the first reading after none was alive
  /** @type {number | null} */ #hiddenAt = null;
  /** @type {Permission} */ #permission = "granted";
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #patience;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #watch;

  /**
   * @param {Window} scope
   * @param {object} handlers
   * @param {(reading: Reading) => void} handlers.felt at each reading of the best source that is alive
   * @param {() => void} handlers.lost no source is alive any more; the next `felt` takes that back
   * @param {(why: Silence) => void} handlers.silent called once if no real reading came in time
   * @param {() => number} [now] milliseconds
   */
  constructor(scope, handlers, now = () => performance.now()) {
    this.#scope = scope;
    this.#handlers = handlers;
    this.#now = now;
    this.#gravity = new Gravity(isOnIphone(scope.navigator.userAgent));
  }

  /** @param {Promise<Permission>} permission what askForMotion gives */
  async start(permission) {
    for (const event of SENSOR_EVENTS) this.#scope.addEventListener(event, this.#read);
    this.#permission = await permission;
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.#isAlive || this.#felt || this.#handlers.silent(this.#why()), PATIENCE_MS);
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
    if (this.#isTold) this.#watchOver();
  }

  /** @param {Event} event */
  #read = (event) => {
    const now = this.#now();
    const read = event.type === "devicemotion" ? this.#accelerated(event, now) : oriented(event);
    if (!read) return;
    const wasAlive = this.#isAlive;
    const live = this.#live.get(read.frame);
    if (!live?.take(read.values, now)) return;
    if (!wasAlive) this.#aliveSince = now;
    if (read.frame !== "gravity") this.#oriented = read.held;
    else if (live.isNew(now)) this.#vouch(now);
    if (read.frame !== this.#best) return;
    if (this.#isEarly(read.frame)) this.#wait(read);
    else this.#tell(read);
  };

  /** @param {Frame} frame @returns {boolean} a heading may still come */
  #isEarly(frame) {
    if (hasHeading(frame) || (this.#felt && !hasHeading(this.#felt))) return false;
    return this.#now() < this.#aliveSince + PATIENCE_MS;
  }

  /** @param {Reading} reading without a heading */
  #wait(reading) {
    if (!this.#waits) setTimeout(() => this.#waits && this.#waits.frame === this.#best && this.#tell(this.#waits), PATIENCE_MS);
    this.#waits = reading;
  }

  /** @param {Reading} reading */
  #tell(reading) {
    this.#waits = null;
    this.#felt = reading.frame;
    this.#handlers.felt(reading);
    if (this.#isTold) return;
    this.#isTold = true;
    this.#watchOver();
  }

  /** @param {Event} event @param {number} now milliseconds */
  #accelerated(event, now) {
    const { accelerationIncludingGravity, rotationRate } = /** @type {DeviceMotionEvent} */ (event);
    const { x, y, z } = accelerationIncludingGravity ?? {};
    /** @type {Vector} */ const acceleration = [x ?? NaN, y ?? NaN, z ?? NaN];
    if (!acceleration.every(Number.isFinite) || !this.#gravity.take(acceleration, now)) return null;
    const { alpha, beta, gamma } = rotationRate ?? {};
    // Chrome rounds acceleration so far that it stands still on a table; the gyroscope's noise shows that it lives.
    const values = [...acceleration, alpha ?? 0, beta ?? 0, gamma ?? 0];
    return { values, held: fromGravity(this.#gravity.up), frame: /** @type {Frame} */ ("gravity") };
  }

  /**
   * Chrome and Firefox send no orientation before it has changed by 0.1°. Where the accelerometer goes on, and feels
   * gravity where the last orientation has it, the phone lies still.
   * @param {number} now milliseconds
   */
  #vouch(now) {
    if (!this.#oriented || !this.#gravity.agrees(rotate(conjugate(this.#oriented), [0, 0, 1]))) return;
    for (const [frame, live] of this.#live) if (frame !== "gravity") live.vouch(now);
  }

  get #best() {
    return BEST_FIRST.find((frame) => this.#live.get(frame)?.isLive(this.#now()));
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
      this.#isTold = false;
      this.#handlers.lost();
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
