// Actions of a phone: pose, pad, buttons and words, shown here and sent to the room.
// @ts-check
import { STALE_MS } from "../client/liveness.js";
import { t } from "../shared/translation.js";

/** @import { Point } from "../shared/motion.js" */
/** @import { WakeLock } from "../shared/wake-lock.js" */
/** @import { Chime } from "./chime.js" */
/** @import { Glow } from "./glow.js" */
/** @import { Reading } from "../client/sensors.js" */
/** @import { Source, Steering, Trouble } from "../client/steering.js" */
/** @import { View } from "./view.js" */
/** @import { SayResult, Session } from "../client/session.js" */

/**
 * @typedef {object} ActionsParts
 * @property {View} view
 * @property {Steering} steering
 * @property {Glow} glow
 * @property {WakeLock} wake
 * @property {Chime} chime
 */

const BUZZ_MS = 10; // milliseconds of vibration at a tap
const AGAIN_MS = 10_000; // between two returns of the readings; less, and the sentence about them would flicker
const STEADY_MS = STALE_MS + 500; // so long readings must last then before it goes

export class Actions {
  #parts;
  #scope;
  /** @type {Trouble} */ #trouble = "unfelt"; // that the page has spoken of
  #backAt = -Infinity; // milliseconds; when readings that had stopped came back
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #steady;
  /** @type {Session | null} */ #session = null;
  #isSeated = false;

  /** @param {Window} scope @param {ActionsParts} parts */
  constructor(scope, parts) {
    this.#scope = scope;
    this.#parts = parts;
  }

  /** Whether this phone has a place in the room. */
  get isSeated() {
    return this.#isSeated;
  }

  /** Milliseconds on the server's clock; 0 before there is a session. */
  now() {
    return this.#session?.now() ?? 0;
  }

  /** Send through a session from now on. @param {Session} session */
  follow(session) {
    this.#session = session;
  }

  /** The phone has a place in the room, or has it no more. @param {boolean} isSeated */
  seat(isSeated) {
    this.#isSeated = isSeated;
  }

  /** A finger has touched something: only then browsers give sound. */
  touched() {
    this.#parts.chime.unlock();
    this.#parts.wake.hold();
  }

  /** @param {Reading} reading */
  feel(reading) {
    const { steering } = this.#parts;
    const { source, trouble } = steering;
    steering.feel(reading);
    if (steering.source !== source || steering.trouble !== trouble) this.showSource();
    if (steering.source === "motion") this.steer();
  }

  /** The sensors fell silent. */
  lose() {
    this.#parts.steering.lose();
    this.showSource();
    this.steer();
  }

  recentre() {
    if (!this.#isSeated || !this.#parts.steering.isRead) return;
    this.#parts.steering.recentre();
    const sentence = t("phone.recentred");
    this.#parts.view.say(sentence);
    this.#parts.view.tell(sentence);
    this.steer();
  }

  /** @param {Source} source what the person wants to steer with */
  choose(source) {
    const { steering, view } = this.#parts;
    steering.choose(source);
    view.notice("");
    this.showSource();
    view.say(t(`phone.by_${source}`));
    this.steer();
  }

  /** @param {Point} at fractions of the pad @param {boolean} down */
  thumb(at, down) {
    this.#session?.touch(at, down);
  }

  /** @param {Point} at fractions of the pad @param {number} [held] milliseconds since the thumb came down */
  tap(at, held = 0) {
    if (!this.#isSeated) return;
    this.#session?.tap(at, this.#parts.steering.pose, held);
    this.#parts.glow.ripple(at);
    this.#scope.navigator.vibrate?.(BUZZ_MS);
  }

  /** @param {string} name of a button @param {boolean} down */
  press(name, down) {
    this.touched();
    this.#session?.press(name, down);
    if (down) this.#scope.navigator.vibrate?.(BUZZ_MS);
  }

  /** @param {string} name of a choice @returns {Promise<boolean>} whether it counts */
  async choosing(name) {
    const counts = (await this.#session?.choose(name)) ?? false;
    if (counts) this.#scope.navigator.vibrate?.(BUZZ_MS);
    return counts;
  }

  /** @param {string} text that the person wrote @returns {Promise<SayResult>} what came of it */
  async say(text) {
    return (await this.#session?.say(text)) ?? "lost";
  }

  /** The thumb steered. */
  steered() {
    this.#parts.view.coach("");
    this.steer();
  }

  /** Show the pose, and send it if it is still true. */
  steer() {
    const { glow, steering } = this.#parts;
    glow.wake();
    if (steering.isTrue) this.#session?.steer(steering.pose);
  }

  /** Show what steers, and why. */
  showSource() {
    const { view, steering } = this.#parts;
    const { source, trouble } = steering;
    view.source(source);
    view.coach(source === "touch" ? t("phone.drag") : "");
    clearTimeout(this.#steady);
    if (trouble === this.#trouble) return;
    if (this.#trouble === "stopped" && source === "motion") this.#back();
    else this.#explain(trouble);
  }

  /** Readings are back. Where they come and go, the sentence stays. */
  #back() {
    const now = performance.now();
    const isSteady = now - this.#backAt > AGAIN_MS;
    this.#backAt = now;
    if (isSteady) this.#explain("");
    else this.#steady = setTimeout(() => this.#explain(""), STEADY_MS);
  }

  /** @param {Trouble} trouble */
  #explain(trouble) {
    const { steering, view } = this.#parts;
    this.#trouble = trouble;
    const sentence = trouble === "stopped" || trouble === "heading" ? t(`phone.trouble.${trouble}`) : "";
    view.notice(sentence);
    if (sentence && steering.isRead) view.say(sentence);
  }
}
