// Score: notes in a loop; each repeats a few times, fainter each time.
// @ts-check
import { LOOP_MS } from "./beat.js";

export const LEVELS = Object.freeze([1, 0.5, 0.3, 0.18]); // how loud it is the first time, and each time it comes round
const MAX_NOTES_EACH = 10; // notes of one phone; older ones give way
const FADE_MS = 500; // milliseconds for a note whose phone has gone

/**
 * @typedef {object} Note
 * @property {number} number of the seat; below 0: nobody's
 * @property {number} at milliseconds on the server's clock, the first time
 * @property {number} degree
 * @property {number} lasts milliseconds
 * @property {{after: number, degree: number}[]} bends after milliseconds it goes over to another degree
 * @property {number} gone when its phone went, in milliseconds; Infinity while it is here
 */

/** @typedef {{note: Note, at: number, round: number}} Due a note that sounds: when, and for which time */

export class Score {
  /** @type {Note[]} */ notes = [];

  /**
   * @param {number} number
   * @param {number} at
   * @param {number} degree
   * @param {number} lasts
   * @returns {Note}
   */
  pin(number, at, degree, lasts) {
    const own = this.notes.filter((note) => note.number === number && note.gone === Infinity);
    const same = own.find((note) => (at - note.at) % LOOP_MS === 0);
    const oldest = own.length >= MAX_NOTES_EACH ? own[0] : undefined;
    this.notes = this.notes.filter((note) => note !== same && note !== oldest);
    const note = { number, at, degree, lasts, bends: [], gone: Infinity };
    this.notes.push(note);
    return note;
  }

  /**
   * A phone leans: what it plays now goes along.
   * @param {number} number
   * @param {number} degree
   * @param {number} now
   * @returns {boolean} it plays
   */
  bend(number, degree, now) {
    const note = this.notes.findLast((note) => note.number === number);
    if (!note || note.gone < Infinity || now < note.at || now >= note.at + note.lasts) return false;
    if (degree !== degreeAt(note, Infinity)) note.bends.push({ after: now - note.at, degree });
    return true;
  }

  /** Its phone is away or has left: nothing of it sounds any more. @param {number} number @param {number} now */
  silence(number, now) {
    for (const note of this.notes) if (note.number === number) note.gone = Math.min(note.gone, now);
  }

  /**
   * @param {number} from milliseconds, not included
   * @param {number} to milliseconds, included
   * @returns {Due[]} what begins to sound in between
   */
  due(from, to) {
    /** @type {Due[]} */ const due = [];
    for (const note of this.notes) {
      if (note.gone < Infinity) continue;
      LEVELS.forEach((_, round) => {
        const at = note.at + round * LOOP_MS;
        if (at > from && at <= to) due.push({ note, at, round });
      });
    }
    return due.sort((a, b) => a.at - b.at);
  }

  /** Let go of what is over. @param {number} now */
  forget(now) {
    this.notes = this.notes.filter(({ at, lasts, gone }) => now < Math.min(gone + FADE_MS, at + (LEVELS.length - 0.5) * LOOP_MS + lasts));
  }

  /** It is another clock. @param {number} by milliseconds */
  shift(by) {
    for (const note of this.notes) note.at += by;
  }

  clear() {
    this.notes = [];
  }
}

/** @param {Note} note @param {number} after milliseconds @returns {number} its degree by then */
export function degreeAt({ degree, bends }, after) {
  return bends.findLast((bend) => bend.after <= after)?.degree ?? degree;
}

/**
 * How strong a note is: it fades in steps, but one after the other, so that nothing blinks.
 * @param {Note} note
 * @param {number} now
 * @returns {number} 0 to 1
 */
export function strength({ at, gone }, now) {
  const rounds = Math.max(0, (now - at) / LOOP_MS);
  const left = Math.max(0, 1 - rounds / (LEVELS.length - 0.5));
  return (0.25 + 0.75 * left ** 1.5) * Math.min(1, left * 12) * Math.min(1, Math.max(0, 1 - (now - gone) / FADE_MS));
}
