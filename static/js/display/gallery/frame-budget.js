// Frame budget: how many previews this computer can play at once, found by trying.
// @ts-check
import { quantile } from "../panels/stats.js";

const FRAMES_PER_CHECK = 30; // frames between two decisions; a picture that starts holds up one or two of them
const SMOOTH_FRAME_MS = 22; // milliseconds from frame to frame, up to which there is room for one more; some screens take 20
const ROUGH_FRAME_MS = 25; // milliseconds, from which there is one too many

/** One more while frames come smoothly; one fewer when they don't, and then never as many again. */
export class FrameBudget {
  #count = 1;
  #most;
  /** @type {number[]} */ #gaps = []; // milliseconds, since the last decision
  #before = NaN; // when the last frame came

  /** @param {number} most that there can be at all */
  constructor(most) {
    this.#most = most;
  }

  /** @returns {number} of pictures; at least 1 */
  get count() {
    return this.#count;
  }

  /** @param {number} now when this frame came, in milliseconds */
  frame(now) {
    if (!Number.isNaN(this.#before)) this.#gaps.push(now - this.#before);
    this.#before = now;
    if (this.#gaps.length < FRAMES_PER_CHECK) return;
    const gap = quantile(this.#gaps, 0.5);
    this.#gaps = [];
    if (gap >= ROUGH_FRAME_MS && this.#count > 1) this.#most = this.#count -= 1;
    else if (gap <= SMOOTH_FRAME_MS && this.#count < this.#most) this.#count += 1;
  }
}
