// Shared beat: its steps, and the step on which a tap falls.
// @ts-check

export const STEP_MS = 150; // milliseconds: a sixteenth at 100 beats a minute
export const BEAT_MS = 4 * STEP_MS;
export const BAR_MS = 4 * BEAT_MS;
export const LOOP_MS = 2 * BAR_MS; // once round the drum
export const LATE_MS = 30; // milliseconds after a step that still sound as on it

/**
 * When a note sounds. The beat is the server's clock, so displays agree and a reload changes nothing.
 * @param {number} taken when the thumb came down, in milliseconds on the server's clock
 * @param {number} now when the tap is here
 * @returns {number} the step nearest to the thumb if that can still be heard as on the beat, otherwise the next one;
 *   never more than LATE_MS before now
 */
export function stepFor(taken, now) {
  const nearest = Math.round(Math.min(taken, now) / STEP_MS) * STEP_MS;
  return Math.max(nearest, Math.ceil((now - LATE_MS) / STEP_MS) * STEP_MS);
}

/** @param {number} at milliseconds @param {number} every milliseconds @returns {number} 0 to 1: how far between two */
export function phase(at, every) {
  return (((at % every) + every) % every) / every;
}

const MEND_S = 0.4; // seconds in which a small error is mended by two thirds
const JUMP_MS = 250; // milliseconds; more than that is another clock

/** A clock for the eye and the ear: goes evenly and stays with the server's, which is known a little better now and then. */
export class Steady {
  /** milliseconds */
  now = 0;

  /**
   * @param {number} seconds since the last call
   * @param {number} clock milliseconds on the server's clock; 0: not known yet
   * @returns {number} milliseconds that everything has to be moved by, if this is another clock; mostly 0
   */
  tick(seconds, clock) {
    this.now += 1000 * seconds;
    const error = clock > 0 ? clock - this.now : 0;
    const mended = Math.abs(error) > JUMP_MS ? error : error * (1 - Math.exp(-seconds / MEND_S));
    this.now += mended;
    return mended === error ? error : 0;
  }
}
