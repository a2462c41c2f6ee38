// A phone that is turned all the time, and tapped now and then.
// @ts-check
import { Client } from "./client.js";

/** @import { Place } from "./client.js" */
/** @import { Language } from "./dialects.js" */

const WRAP = 65_536; // a sample's count starts again there
export const REMEMBERED = 8192; // samples whose sending is remembered: over two minutes of them at 60 Hz
const TURN = 3; // seconds in which the hand turns once around
// What a real phone finds out by asking: relay and generator share a computer, and so its monotonic clock.
const BOOTED = Number(process.hrtime.bigint()) / 1e6 - performance.now(); // milliseconds
const UNIT = 10_000; // a quaternion's component of 1.0

export class Phone {
  client;
  number = 0;
  seq = -1;
  /** Samples a second that the relay allows. */ most = Infinity;
  /** Samples that left in the time that is measured. */ counted = 0;
  /** @type {number} milliseconds at which it sent its first sample; NaN before */
  began = NaN;
  #sentAt = new Float64Array(REMEMBERED);

  /** @param {Place} place @param {Language} language @param {string} room */
  constructor(place, language, room) {
    this.client = new Client(place, language.phone(room), (event, data) => {
      if (event === "pace") this.most = data.hertz;
    });
    this.seated = this.client.welcomed.then((welcome) => void (this.number = language.number(welcome)));
    this.seated.catch(() => {});
  }

  /** Send a sample, unless the connection is one that can't take it now. @param {number} now @returns {boolean} */
  tilt(now) {
    if (!this.client.link.isFree) return false;
    this.seq += 1;
    this.#sentAt[this.seq % REMEMBERED] = now;
    if (!this.seq) this.began = now;
    const half = ((now / 1000 / TURN) * Math.PI + this.number) % (2 * Math.PI);
    const x = Math.round(Math.sin(half) * UNIT * 0.6);
    const y = Math.round(Math.sin(half) * UNIT * 0.8);
    const w = Math.round(Math.cos(half) * UNIT);
    this.client.emit(`["tilt",[${this.seq % WRAP},${Math.round(now + BOOTED)},${x},${y},0,${w},48]]`);
    return true;
  }

  /** @param {number} id @param {number} now */
  tap(id, now) {
    this.client.emit(`["tap",[${id},${Math.round(now + BOOTED)},5000,5000]]`);
  }

  /** @param {number} seq @returns {number} milliseconds at which it was sent */
  sentAt(seq) {
    return this.#sentAt[seq % REMEMBERED];
  }
}
