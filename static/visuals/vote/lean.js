// Lean detector: a lean to one side counts once it was held long enough.
// @ts-check

const LEANS = 0.32; // of a full lean
const UPRIGHT = 0.22; // less than that is no lean any more, so that a hand at the limit doesn't flicker
const HOLD_S = 0.9;

/** Steps through a hand's lean: −1 left, 1 right, 0 upright. */
export class Lean {
  side = 0;
  held = 0; // of the time it takes, 0 to 1

  /**
   * @param {number} x −1 to 1
   * @param {number} seconds since the last call
   * @returns {number} the side that is meant, once for each time of holding; else 0
   */
  step(x, seconds) {
    const far = Math.abs(x);
    const side = far > (this.side === Math.sign(x) ? UPRIGHT : LEANS) ? Math.sign(x) : 0;
    if (side !== this.side) this.held = 0;
    this.side = side;
    const before = this.held;
    this.held = side === 0 ? 0 : Math.min(1, before + seconds / HOLD_S);
    return before < 1 && this.held >= 1 ? side : 0;
  }
}
