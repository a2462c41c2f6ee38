// Steering source and pose: motion where there is motion, else the thumb.
// @ts-check
import {
  about, aimOf, clamp, conjugate, fromAim, fromStick, IDENTITY, inRoom, leanSince, multiply, since, steepness, tiltOf,
} from "../shared/motion.js";
import { hasHeading } from "./sensors.js";

/** @import { Point, Quaternion } from "../shared/motion.js" */
/** @import { Motion } from "../protocol.js" */
/** @import { Frame, Reading } from "./sensors.js" */

/**
 * @typedef {object} Pose
 * @property {Quaternion} attitude since the last recentring, in the phone's own axes at that moment
 * @property {number} rest degrees of steepness at the last recentring
 */

/** @typedef {"motion" | "touch"} Source */

/**
 * Why the thumb steers though the person didn't choose it.
 * - `unfelt`: no real reading has come yet
 * - `stopped`: readings came, and come no more
 * - `heading`: readings come, but can't tell where the phone points
 * @typedef {"" | "unfelt" | "stopped" | "heading"} Trouble
 */

/** CSS pixels that a thumb pulls a stick for a full lean. */
export const STICK_REACH = 84;

/** @type {Readonly<Point>} */
const MIDDLE = Object.freeze({ x: 0.5, y: 0.5 });
/** @type {Readonly<Point>} */
const UPRIGHT = Object.freeze({ x: 0, y: 0 });
const DEAD_ZONE_PX = 4; // CSS pixels of pull that a trembling thumb makes
const AIM_GAIN = 1.25; // widths of the screen to a width of the pad
const PAD_REACH = 0.4; // of the pad's shorter side, from its middle, for a full lean

export class Steering {
  #turned;
  /** @type {Motion} */ #motion = "aim";
  /** @type {Quaternion | null} */ #held = null; // the phone, not its page
  /** @type {Quaternion} */ #from = IDENTITY;
  #across = 0; // degrees the page was turned at the last recentring: a page that turns later moves nothing
  /** @type {Frame} */ #frame = "relative"; // of #held
  /** @type {Frame} */ #origin = "relative"; // of the heading of #from
  #isLost = false;
  #isPulled = false; // the thumb has steered since the readings stopped
  /** @type {Readonly<Point>} */ #stick = UPRIGHT;
  /** @type {Readonly<Point>} */ #aim = MIDDLE;
  /** @type {Pose | null} */ #led = null; // where a visual's own phone page steers
  #prefersTouch = false;
  #isFelt = false; // since the page was last seen again

  /** @param {() => number} [turned] degrees the page is turned in the phone */
  constructor(turned = () => 0) {
    this.#turned = turned;
  }

  /** @returns {Source} */
  get source() {
    return this.#prefersTouch || this.#lacks ? "touch" : "motion";
  }

  /** @returns {Trouble} */
  get trouble() {
    return this.#prefersTouch ? "" : this.#lacks;
  }

  /** Whether the person may choose: motion could steer. */
  get canMove() {
    return this.#lacks === "";
  }

  /** Whether the visual reads how the phone is held. */
  get isRead() {
    return this.#motion !== "none";
  }

  /** @returns {Pose} */
  get pose() {
    if (this.#led) return this.#led;
    if (this.#held && this.#isByHold) return this.#moved(this.#held);
    return { attitude: this.#motion === "aim" ? fromAim(this.#aim) : fromStick(this.#stick), rest: 0 };
  }

  /** @returns {boolean} the pose is how it is, not how it was before the page slept */
  get isTrue() {
    return !this.#isByHold || this.#isFelt || this.#led !== null;
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
   * A real reading. The first one is straight ahead. Another source goes on where the one before was.
   * @param {Reading} reading
   */
  feel({ held, frame }) {
    const aim = this.#isByHold ? this.aim : this.#aim;
    if (!this.#held) this.#centre(held, frame);
    else if (hasHeading(frame) && frame !== this.#origin) this.#carry(this.#held, held, frame);
    this.#held = held;
    this.#frame = frame;
    this.#isLost = false;
    this.#isFelt = true;
    if (!this.#isByHold) this.#aim = aim;
  }

  /** No reading comes any more: a phone that lies still, or a dead sensor. The pose stays until the thumb steers. */
  lose() {
    this.#isPulled = !this.#isByHold;
    this.#isLost = true;
  }

  /** The page sleeps: from now on nobody knows how the phone is held. */
  sleep() {
    this.#isFelt = false;
  }

  /** As it is held now is straight ahead. */
  recentre() {
    if (this.#held) this.#centre(this.#held, this.#frame);
    this.#stick = UPRIGHT;
    this.#aim = MIDDLE;
  }

  /** @param {Point} by CSS pixels from where the thumb landed: x right, y down */
  pull({ x, y }) {
    const far = Math.hypot(x, y);
    const lean = far > DEAD_ZONE_PX ? Math.min(1, (far - DEAD_ZONE_PX) / (STICK_REACH - DEAD_ZONE_PX)) / far : 0;
    if (lean) this.#isPulled = true;
    this.#stick = { x: x * lean, y: y * lean };
  }

  /** The thumb let go: a stick springs back, an aim stays. */
  release() {
    this.#stick = UPRIGHT;
  }

  /** @param {Point} by fractions of the pad */
  drag(by) {
    const { x, y } = this.#isByHold ? this.aim : this.#aim;
    this.#isPulled = true;
    this.#aim = { x: clamp(x + by.x * AIM_GAIN, 0, 1), y: clamp(y + by.y * AIM_GAIN, 0, 1) };
  }

  /**
   * Where the phone's own light stands on its pad: as on the screen.
   * @param {{width: number, height: number, margin: number}} pad CSS pixels; the margin keeps the light whole
   * @returns {Point} CSS pixels from the pad's top left
   */
  light({ width, height, margin }) {
    if (this.isStick) {
      const { x, y } = this.tilt;
      const reach = Math.min(width, height) * PAD_REACH;
      return { x: width / 2 + x * reach, y: height / 2 + y * reach };
    }
    const { x, y } = this.aim;
    return { x: margin + x * (width - 2 * margin), y: margin + y * (height - 2 * margin) };
  }

  /** @returns {Trouble} what motion lacks to steer */
  get #lacks() {
    if (!this.#held) return "unfelt";
    if (this.#isLost) return "stopped";
    return this.#motion === "aim" && !hasHeading(this.#frame) ? "heading" : "";
  }

  /** @returns {boolean} the pose is how the phone is held, or was when the readings stopped */
  get #isByHold() {
    if (!this.#held || this.#prefersTouch) return false;
    return this.#lacks === "" || (this.#lacks === "stopped" && !this.#isPulled);
  }

  /** @param {Quaternion} held @param {Frame} frame */
  #centre(held, frame) {
    this.#from = held;
    this.#origin = frame;
    this.#across = this.#turned();
  }

  /**
   * A heading from elsewhere: turn the centre along with it.
   * @param {Quaternion} before how the phone was held, as the source before said
   * @param {Quaternion} held the same, as this source says
   * @param {Frame} frame of this source
   */
  #carry(before, held, frame) {
    this.#from = multiply(held, conjugate(this.#since(before)));
    this.#origin = frame;
  }

  /** @param {Quaternion} held @returns {Quaternion} in the phone's axes at the last recentring */
  #since(held) {
    const isTurned = hasHeading(this.#frame) && this.#frame === this.#origin;
    return isTurned ? since(this.#from, held) : leanSince(this.#from, held);
  }

  /** @param {Quaternion} held @returns {Pose} in the axes of the page as it was at the last recentring */
  #moved(held) {
    const page = about("z", -this.#across);
    const attitude = multiply(multiply(conjugate(page), this.#since(held)), page);
    return { attitude, rest: steepness(multiply(this.#from, page)) };
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
