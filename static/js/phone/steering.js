// What steers, and to which pose. Motion where there is motion, else the thumb; the person may choose.
// @ts-check
import { aimOf, clamp, fromAim, fromStick, IDENTITY, inRoom, since, steepness, tiltOf } from "../motion.js";

/** @import { Point, Quaternion } from "../motion.js" */
/** @import { Motion } from "../protocol.js" */

/**
 * @typedef {object} Pose
 * @property {Quaternion} attitude since the last recentring, in the phone's own axes at that moment
 * @property {number} rest degrees of steepness at the last recentring
 */

/** @typedef {"motion" | "touch"} Source */

/** CSS pixels that a thumb pulls a stick for a full lean. */
export const STICK_REACH = 84;

/** @type {Readonly<Point>} */
const MIDDLE = Object.freeze({ x: 0.5, y: 0.5 });
/** @type {Readonly<Point>} */
const UPRIGHT = Object.freeze({ x: 0, y: 0 });
const DEAD = 4; // CSS pixels of pull that a trembling thumb makes
const AIM_GAIN = 1.25; // widths of the screen to a width of the pad
const REACH = 0.4; // of the pad's shorter side, from its middle, for a full lean

export class Steering {
  /** @type {Motion} */ #motion = "aim";
  /** @type {Quaternion | null} */ #held = null;
  /** @type {Quaternion} */ #from = IDENTITY;
  /** @type {Readonly<Point>} */ #stick = UPRIGHT;
  /** @type {Readonly<Point>} */ #aim = MIDDLE;
  /** @type {Pose | null} */ #led = null; // where a visual's own phone page steers
  #prefersTouch = false;
  #isFelt = false; // since the page was last seen again

  /** @returns {Source} */
  get source() {
    return this.#held && !this.#prefersTouch ? "motion" : "touch";
  }

  /** Whether the person may choose: a real reading has come. */
  get canMove() {
    return this.#held !== null;
  }

  /** @returns {Pose} */
  get pose() {
    if (this.#led) return this.#led;
    if (this.#held && this.source === "motion") {
      return { attitude: since(this.#from, this.#held), rest: steepness(this.#from) };
    }
    return { attitude: this.#motion === "aim" ? fromAim(this.#aim) : fromStick(this.#stick), rest: 0 };
  }

  /** @returns {boolean} the pose is how it is, not how it was before the page slept */
  get isTrue() {
    return this.source === "touch" || this.#isFelt || this.#led !== null;
  }

  /** @returns {boolean} a thumb's drag is a stick; otherwise it moves the aim, like a trackpad */
  get isStick() {
    return this.#motion !== "aim";
  }

  /** @returns {Point} how far the pose leans: −1 to 1 each, x right, y towards the person */
  get tilt() {
    return tiltOf(this.#turn);
  }

  /** @returns {Point} where the pose points: fractions of the screen */
  get aim() {
    return aimOf(this.#turn);
  }

  /** @param {Motion} motion what the visual reads; where nothing changes, the light stays where it is */
  serve(motion) {
    if (motion === this.#motion) return;
    this.#motion = motion;
    this.#stick = UPRIGHT;
    this.#aim = MIDDLE;
    this.#led = null;
  }

  /**
   * A visual's own phone page steers, whatever motion or the thumb say.
   * @param {Point | null} to a lean, −1 to 1 each; where the visual reads aim, fractions of the screen. null: no more
   */
  lead(to) {
    const attitude = to && (this.#motion === "aim" ? fromAim(within(to, 0)) : fromStick(within(to, -1)));
    this.#led = attitude && { attitude, rest: 0 };
  }

  /** @param {Source} source what the person wants */
  choose(source) {
    this.#prefersTouch = source === "touch";
    this.recentre();
  }

  /**
   * A real reading. The first one is straight ahead.
   * @param {Quaternion} held in the earth frame
   */
  feel(held) {
    if (!this.#held) this.#from = held;
    this.#held = held;
    this.#isFelt = true;
  }

  /** The page sleeps: from now on nobody knows how the phone is held. */
  sleep() {
    this.#isFelt = false;
  }

  /** As it is held now is straight ahead. */
  recentre() {
    if (this.#held) this.#from = this.#held;
    this.#stick = UPRIGHT;
    this.#aim = MIDDLE;
  }

  /** @param {Point} by CSS pixels from where the thumb landed: x right, y down */
  pull({ x, y }) {
    const far = Math.hypot(x, y);
    const lean = far > DEAD ? Math.min(1, (far - DEAD) / (STICK_REACH - DEAD)) / far : 0;
    this.#stick = { x: x * lean, y: y * lean };
  }

  /** The thumb let go: a stick springs back, an aim stays. */
  release() {
    this.#stick = UPRIGHT;
  }

  /** @param {Point} by fractions of the pad */
  drag(by) {
    this.#aim = {
      x: clamp(this.#aim.x + by.x * AIM_GAIN, 0, 1),
      y: clamp(this.#aim.y + by.y * AIM_GAIN, 0, 1),
    };
  }

  /**
   * Where the phone's own light stands on its pad: as on the screen.
   * @param {{width: number, height: number, margin: number}} pad CSS pixels; the margin keeps the light whole
   * @returns {Point} CSS pixels from the pad's top left
   */
  light({ width, height, margin }) {
    if (this.isStick) {
      const { x, y } = this.tilt;
      const reach = Math.min(width, height) * REACH;
      return { x: width / 2 + x * reach, y: height / 2 + y * reach };
    }
    const { x, y } = this.aim;
    return { x: margin + x * (width - 2 * margin), y: margin + y * (height - 2 * margin) };
  }

  get #turn() {
    const { attitude, rest } = this.pose;
    return inRoom(attitude, rest);
  }
}

/** @param {Point} point @param {number} least @returns {Point} each from there to 1 */
function within({ x, y }, least) {
  return { x: clamp(x, least, 1), y: clamp(y, least, 1) };
}
