// Send rate of samples: only changes, only the newest, never a queue.
// @ts-check

/** @import { Streams } from "../protocol.js" */

/** @typedef {readonly (number | boolean)[]} Sample its count, its moment, and then what it says */

/**
 * `least`: milliseconds between two samples; `moved`: whether the newer sample is worth sending at once.
 * @typedef {{event: keyof Streams, least: number, moved(from: Sample, to: Sample): boolean}} Stream
 */

/** @typedef {Stream & {newest: Sample | null, sent: Sample | null, sentAt: number, settled: boolean}} Lane */

const MAX_HERTZ = 60; // samples a second, all streams together
const SETTLE_MS = 200; // milliseconds after which a small rest of a movement is sent
const RETRY_MS = 5; // milliseconds until a sample that could not leave is tried again, or a newer one in its place
const MIN_HERTZ = 2; // samples a second, however little the line carries
const SLOWDOWN = 0.5; // of its speed once samples arrive late
const SPEEDUP = 1.25; // times its speed after GOOD_MS without a late one
const GOOD_MS = 2000; // milliseconds
const EARLY_MS = 4; // milliseconds a sample may come before its slot, since sensors aren't metronomes

/**
 * Sends the newest sample of each stream when it is due. A stream that comes to rest sends its last, small step once,
 * so that the display ends at the true pose; after that a trembling sensor sends nothing. Where the line carries less
 * than the room asks for, it looks for the speed at which samples still arrive in time.
 */
export class SendRate {
  /** @type {Lane[]} */ #lanes;
  #send;
  #now;
  #limit = MAX_HERTZ; // samples a second, as the server allows
  #speed = MAX_HERTZ; // samples a second, as the line carries them; never more than the limit
  #changed = -Infinity; // moment at which the speed was
  #full = false; // the line, with samples that are late by now
  #free = 0; // moment from which a sample may leave
  #paused = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /**
   * @param {readonly Stream[]} streams
   * @param {(event: keyof Streams, sample: Sample) => boolean} send says whether the sample left
   * @param {() => number} [now] milliseconds
   */
  constructor(streams, send, now = () => performance.now()) {
    this.#lanes = streams.map((s) => ({ ...s, newest: null, sent: null, sentAt: -Infinity, settled: true }));
    this.#send = send;
    this.#now = now;
  }

  /** @param {number} perSecond samples, all streams together */
  set limit(perSecond) {
    if (this.#speed === this.#limit) this.#speed = perSecond;
    this.#limit = perSecond;
    this.#speed = Math.min(this.#speed, perSecond);
  }

  /** Samples arrive late: send none until the line is empty, and fewer from then on. */
  slowDown() {
    if (this.#full) return;
    this.#speed = Math.max(MIN_HERTZ, this.#speed * SLOWDOWN);
    this.#changed = this.#now();
    this.#full = true;
    clearTimeout(this.#timer);
  }

  /** What was on its way has arrived. */
  goOn() {
    this.#full = false;
    this.#next();
  }

  /**
   * Take over from any sample of this stream that still waits.
   * @param {keyof Streams} event
   * @param {Sample} sample
   */
  offer(event, sample) {
    if (this.#paused) return;
    this.#lane(event).newest = sample;
    this.#next();
  }

  /**
   * Take out the sample that waits, for sending with an event that must follow it.
   * @template {keyof Streams} E
   * @param {E} event
   * @returns {Streams[E] | null} null if the newest has left already
   */
  take(event) {
    const lane = this.#lane(event);
    if (!isNews(lane)) return null;
    this.#sent(lane, this.#now());
    return /** @type {Streams[E]} */ (/** @type {unknown} */ (lane.sent));
  }

  /** Whoever listens is new: the next sample of each stream goes out, changed or not. */
  startOver() {
    this.#full = false;
    for (const lane of this.#lanes) Object.assign(lane, { newest: null, sent: null });
  }

  /** Send nothing, and forget what waits: by `resume` it is no longer true. */
  pause() {
    this.#paused = true;
    clearTimeout(this.#timer);
    for (const lane of this.#lanes) lane.newest = null;
  }

  resume() {
    this.#paused = false;
  }

  /** @param {keyof Streams} event @returns {Lane} */
  #lane(event) {
    const lane = this.#lanes.find((each) => each.event === event);
    if (!lane) throw new RangeError(`No stream is called ${event}.`);
    return lane;
  }

  #next() {
    clearTimeout(this.#timer);
    const due = Math.min(...this.#lanes.map((lane) => this.#due(lane)));
    if (due === Infinity || this.#full) return;
    const wait = due - this.#now();
    if (wait > 0) this.#timer = setTimeout(() => this.#next(), wait);
    else this.#go(this.#now());
  }

  /** @param {Lane} lane @returns {number} moment at which its newest sample may leave; Infinity: no need */
  #due(lane) {
    if (!isNews(lane)) return Infinity;
    const soonest = Math.max(this.#free, lane.sentAt + lane.least);
    if (!lane.sent || lane.moved(lane.sent, /** @type {Sample} */ (lane.newest))) return soonest;
    return lane.settled ? Infinity : Math.max(soonest, lane.sentAt + SETTLE_MS);
  }

  /** @param {number} now */
  #go(now) {
    const due = this.#lanes.filter((lane) => this.#due(lane) <= now);
    const lane = due.reduce((a, b) => (b.sentAt < a.sentAt ? b : a)); // who waited longest, so that none starves
    const left = this.#send(lane.event, /** @type {Sample} */ (lane.newest));
    const slot = 1000 / this.#speedAt(now);
    this.#free = left ? Math.max(this.#free + slot, now + slot - EARLY_MS) : now + RETRY_MS;
    if (left) this.#sent(lane, now);
    this.#next();
  }

  /** @param {number} now @returns {number} samples a second */
  #speedAt(now) {
    if (this.#speed < this.#limit && now - this.#changed >= GOOD_MS) {
      this.#speed = Math.min(this.#limit, this.#speed * SPEEDUP);
      this.#changed = now;
    }
    return this.#speed;
  }

  /** @param {Lane} lane whose newest sample leaves @param {number} now */
  #sent(lane, now) {
    lane.settled = lane.sent !== null && lane.newest !== null && !lane.moved(lane.sent, lane.newest);
    lane.sent = lane.newest;
    lane.sentAt = now;
  }
}

/** @param {Lane} lane @returns {boolean} what its newest sample says differs from what was sent */
function isNews({ newest, sent }) {
  return newest !== null && (sent === null || newest.slice(2).some((value, i) => value !== sent[i + 2]));
}
