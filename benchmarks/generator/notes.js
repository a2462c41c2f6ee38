// What displays write down together while a load is on.
// @ts-check
import { Spread } from "./spread.js";

/** @typedef {{sentAt: number, seq: number}} SentTap `seq` is of the tilt that was sent before it */

export class Notes {
  /** Milliseconds; only what is sent from here ... */ since = Infinity;
  /** ... to here counts. */ until = Infinity;
  delays = new Spread(); // milliseconds from sent to received, of every sample
  ages = new Spread(); // milliseconds since the newest sample of a phone was sent, at each look
  tapDelays = new Spread(); // milliseconds
  /** @type {Map<number, SentTap>} on their way, by id */ taps = new Map();
  tapsSent = 0;
  tapsEarly = 0; // came before the tilt that was sent before them
  frames = 0; // messages that held samples

  /** @param {number} at milliseconds @returns {boolean} whether it lies in the time that is measured */
  counts(at) {
    return at >= this.since && at < this.until;
  }
}
