// Smoothing filter: a phone's pose now, from samples that are late, few and shaky.
// @ts-check
import { IDENTITY, clamp } from "../../shared/motion.js";
import { NO_TURN, RADIANS, distance, dot, lengthOf, mix, slerp, turnBetween, turnedBy } from "./rotation-vectors.js";

/** @import { Quaternion, Vector } from "../../shared/motion.js" */

// Tuned with tests/js/smoothing.test.js. Frequencies are cut-offs of first-order low-passes: lower is calmer, and later.
const STEADY_HZ = 1.2; // Hz for the pose of a hand that keeps still: a tremor is 8 to 10 Hz
const CUTOFF_PER_SPEED = 33; // Hz more for each radian a second: a hand that moves is followed, not calmed
const SPEED_CUTOFF_HZ = 2; // Hz for the angular speed that decides between the two
const TURN_STEADY_HZ = 0.25; // Hz for the turning by which the pose is predicted
const TURN_CUTOFF_PER_SPEED = 25; // Hz more for each radian a second
const MAX_AHEAD_MS = 50; // milliseconds; further, a hand does what it likes
const MAX_LEAD_DEGREES = 8; // degrees ahead at 60 samples a second; the fewer samples, the later a stop is seen
const LEAD_EXPONENT = 1.9; // power of the interval by which it shrinks: 2.1° at 30 a second, 0.6° at 15
const BRAKE_FACTOR = 3; // times the measured braking: a hand that slows down slows down harder and harder
const BRAKE_RELEASE = 0.3; // share of the way, each sample, back from braking
const MAX_GAP_MS = 150; // milliseconds without a sample: what moved before says nothing about now
const JUMP_DEGREES = 25; // degrees within a sample: recentred, or another page
const MAX_ACCELERATION = 15_000; // degrees a second, each second; quick flicks have 7,000. Thumbs that let go, and jumps, have more
const HOLD_INTERVALS = 2.5; // usual intervals until a silent phone counts as still
const MAX_HOLD_MS = 80; // milliseconds
const STILL_MS = 100; // milliseconds without a sample until the newest one is shown as it is
const INTERVAL_MS = 1000 / 60; // milliseconds between two samples at best
const INTERVAL_SMOOTHING = 0.2; // share of each new interval in the usual one
const MIN_INTERVALS = 0.8; // usual intervals; where less has passed by the stamps, the one before was stamped late

/**
 * The smoothed and predicted turning of one phone.
 *
 * A One-Euro filter (Casiez, Roussel, Vogel, CHI 2012) whose low-pass is a slerp: its cut-off rises with the angular
 * speed, so a still hand is calm and a quick one is prompt. What it filters is the difference to the pose that was
 * predicted for the sample, so that a steady turn has no lag at all.
 */
export class Smoothing {
  /** @type {Quaternion} as it came */ #newest = IDENTITY;
  /** @type {Quaternion} as it is held most likely */ #pose = IDENTITY;
  /** @type {Vector} radians a second about the phone's own axes, from the last two samples */ #step = NO_TURN;
  /** @type {Vector} the same, calmed */ #turn = NO_TURN;
  /** @type {Vector} the same, calmed for long: a tremor, to and fro, is no speed */ #drift = NO_TURN;
  #braking = 0; // radians a second, each second
  #interval = INTERVAL_MS; // milliseconds between samples, usually
  #at = 0; // of the newest sample: milliseconds on the server's clock; 0 if unknown
  #rest = NaN; // degrees; changes with recentring
  #seen = NaN; // when the newest sample was first painted: milliseconds on the server's clock

  /** @returns {Quaternion} the newest sample as it came; the identity before the first */
  get newest() {
    return this.#newest;
  }

  /**
   * @param {Quaternion} attitude
   * @param {number} at when it was so: milliseconds on the server's clock; 0 if unknown
   * @param {number} rest degrees of steepness at the last recentring
   */
  take(attitude, at, rest) {
    const elapsed = at - this.#at;
    const turn = turnBetween(this.#newest, attitude);
    const follows = at > 0 && this.#at > 0 && elapsed <= MAX_GAP_MS && rest === this.#rest && lengthOf(turn) < JUMP_DEGREES * RADIANS;
    this.#newest = onSide(attitude, this.#pose);
    this.#rest = rest;
    this.#seen = NaN;
    if (follows) this.#follow(turn, Math.max(MIN_INTERVALS * this.#interval, elapsed));
    else this.#stand(NO_TURN);
    this.#at = at;
  }

  /** The next sample has nothing to do with those before: nothing swings over from here to there. */
  startOver() {
    this.#at = 0;
    this.#stand(NO_TURN);
  }

  /**
   * How it is held now, most likely. Once the phone is silent: its newest sample, the same object each time.
   * @param {number} now milliseconds on the server's clock; 0 if unknown
   * @returns {Quaternion}
   */
  pose(now) {
    if (this.#at <= 0 || now <= 0) return this.#newest;
    if (!(now >= this.#seen)) this.#seen = now; // new, or the clock was put back
    const hold = Math.min(MAX_HOLD_MS, HOLD_INTERVALS * this.#interval);
    const still = clamp((now - this.#seen - hold) / (STILL_MS - hold), 0, 1);
    if (still === 1) return this.#newest;
    const ahead = this.#ahead(clamp(now - this.#at, 0, MAX_AHEAD_MS) / 1000);
    return still > 0 ? slerp(ahead, this.#newest, still) : ahead;
  }

  /**
   * @param {Vector} turn radians since the sample before
   * @param {number} elapsed milliseconds since then
   */
  #follow(turn, elapsed) {
    const seconds = elapsed / 1000;
    const step = mix(NO_TURN, turn, 1 / seconds);
    this.#interval += (elapsed - this.#interval) * INTERVAL_SMOOTHING;
    if (distance(step, this.#step) > (MAX_ACCELERATION * RADIANS * Math.max(elapsed, INTERVAL_MS)) / 1000) return this.#stand(step);
    this.#step = step;
    this.#drift = mix(this.#drift, step, share(SPEED_CUTOFF_HZ, seconds));
    const speed = lengthOf(this.#drift);
    const expected = turnedBy(this.#pose, this.#turn, seconds);
    this.#pose = slerp(expected, this.#newest, share(STEADY_HZ + CUTOFF_PER_SPEED * speed, seconds));
    this.#steer(mix(this.#turn, step, share(TURN_STEADY_HZ + TURN_CUTOFF_PER_SPEED * speed, seconds)), seconds);
  }

  /** @param {Vector} turn radians a second @param {number} seconds since the sample before */
  #steer(turn, seconds) {
    const speed = lengthOf(turn);
    const slower = speed > 0 ? (dot(this.#turn, turn) / speed - speed) / seconds : 0;
    this.#braking = Math.max(slower, this.#braking + (Math.max(0, slower) - this.#braking) * BRAKE_RELEASE);
    this.#turn = turn;
  }

  /** @param {Vector} step radians a second that the next sample is compared with */
  #stand(step) {
    this.#pose = this.#newest;
    this.#step = step;
    this.#turn = this.#drift = NO_TURN;
    this.#braking = 0;
  }

  /** @param {number} seconds @returns {Quaternion} the pose so much later, if it brakes on as it brakes now */
  #ahead(seconds) {
    const measured = lengthOf(this.#turn);
    if (measured < 1e-6) return this.#pose;
    // What was measured is the middle of the last interval; since then it has slowed down by half an interval more.
    const speed = Math.max(0, measured - (this.#braking * this.#interval) / 2000);
    const braking = BRAKE_FACTOR * this.#braking;
    const turning = Math.min(seconds, braking > 0 ? speed / braking : Infinity); // until it stands
    const most = MAX_LEAD_DEGREES * RADIANS * Math.min(1, (INTERVAL_MS / this.#interval) ** LEAD_EXPONENT);
    const lead = Math.min(most, speed * turning - (braking * turning * turning) / 2);
    return turnedBy(this.#pose, this.#turn, lead / measured);
  }
}

/** @param {Quaternion} q @param {Quaternion} other @returns {Quaternion} q, or its twin of the other sign, which is nearer */
function onSide(q, other) {
  const isNear = q[0] * other[0] + q[1] * other[1] + q[2] * other[2] + q[3] * other[3] >= 0;
  return isNear ? q : [-q[0], -q[1], -q[2], -q[3]];
}

/** @param {number} cutoff Hz @param {number} seconds since the last value @returns {number} of the new value, 0 to 1 */
function share(cutoff, seconds) {
  return 1 / (1 + 1 / (2 * Math.PI * cutoff * seconds));
}
