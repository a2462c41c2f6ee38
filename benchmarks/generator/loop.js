// An open loop: phones send by the clock, whatever the relay does.
// @ts-check
import { Spread } from "./spread.js";

/** @import { Notes } from "./notes.js" */
/** @import { Phone } from "./phone.js" */
/** @import { Room } from "./room.js" */

const LOOK = 1000 / 60; // milliseconds between two looks of a display
export const GOLDEN = 0.618034; // its multiples lie evenly within a period, however many there are
const TAPS = 50; // a second, at most, and at most one for each phone

export class Loop {
  lateness = new Spread(); // milliseconds that samples left after their time: the generator's fault, not the relay's
  /** @type {Phone[]} */ #phones;
  #tapping; // phones that tap in turn
  #due;
  #period;
  #paced; // a phone that may be told its pace leaves out what it missed, as a real one does, and doesn't catch up
  #rooms;
  #notes;
  #tapEvery;
  #tapDue = Infinity;
  #tapId = 0;
  #lookDue = 0;

  /**
   * @param {Room[]} rooms
   * @param {Room[]} others whose phones send as well, but are not what is measured
   * @param {number} hertz of each phone; 0 is none
   * @param {boolean} paced the relay may tell phones to send less often
   * @param {Notes} notes where the rooms' displays write
   */
  constructor(rooms, others, hertz, paced, notes) {
    this.#rooms = rooms;
    this.#paced = paced;
    this.#notes = notes;
    this.#phones = [...rooms, ...others].flatMap((room) => room.phones);
    this.#tapping = rooms.flatMap((room) => room.phones);
    this.#period = hertz ? 1000 / hertz : Infinity;
    this.#tapEvery = 1000 / Math.min(TAPS, this.#tapping.length);
    const now = performance.now();
    this.#due = Float64Array.from(this.#phones, (_, i) => (hertz ? now + ((i * GOLDEN) % 1) * this.#period : Infinity));
  }

  /**
   * Go on for a while.
   * @param {number} seconds
   * @param {boolean} [measured] whether it counts
   * @param {(now: number) => void} [each] called at every turn
   */
  async run(seconds, measured = false, each = () => {}) {
    const since = performance.now();
    const until = since + seconds * 1000;
    if (measured) this.#measure(since, until);
    await spin((now) => {
      this.#send(now, measured);
      if (measured) this.#look(now);
      each(now);
      return now >= until;
    });
  }

  /** @param {number} since @param {number} until */
  #measure(since, until) {
    Object.assign(this.#notes, { since, until });
    this.#lookDue = since;
    if (this.#period < Infinity) this.#tapDue = since;
  }

  /** @param {number} now @param {boolean} measured */
  #send(now, measured) {
    for (let i = 0; i < this.#phones.length; i += 1) {
      if (now < this.#due[i]) continue;
      const at = performance.now(); // a turn in which many send has its last ones late
      const late = at - this.#due[i];
      if (measured) this.lateness.add(late);
      const step = Math.max(this.#period, 1000 / this.#phones[i].most);
      this.#due[i] = this.#paced && late > step ? at + step : this.#due[i] + step;
      this.#tilt(this.#phones[i], at);
    }
  }

  /** @param {Phone} phone @param {number} at */
  #tilt(phone, at) {
    if (!phone.tilt(at) || !this.#notes.counts(at)) return;
    phone.counted += 1;
    if (at >= this.#tapDue && phone === this.#tapping[this.#tapId % this.#tapping.length]) this.#tap(phone, at);
  }

  /** Tap right after a tilt, so that it shows whether the tap overtakes it; in turn, as one phone has its limit. @param {Phone} phone @param {number} now */
  #tap(phone, now) {
    this.#tapDue += this.#tapEvery;
    this.#tapId += 1;
    this.#notes.tapsSent += 1;
    this.#notes.taps.set(this.#tapId, { sentAt: now, seq: phone.seq });
    phone.tap(this.#tapId, now);
  }

  /** @param {number} now */
  #look(now) {
    if (now < this.#lookDue) return;
    this.#lookDue += LOOK;
    for (const room of this.#rooms) room.display.look(now);
  }
}

/**
 * Turn the event loop without ever sleeping in it: a timer would be a millisecond late, and so would what arrives.
 * @param {(now: number) => boolean} step returns whether it is done
 * @returns {Promise<void>}
 */
export function spin(step) {
  return new Promise((resolve, refuse) => {
    const turn = () => {
      try {
        if (step(performance.now())) resolve();
        else setImmediate(turn);
      } catch (error) {
        refuse(error);
      }
    };
    turn();
  });
}
