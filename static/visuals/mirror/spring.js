// A number with a little weight.
// @ts-check

/** Comes to rest without overshooting: the exact solution of a critically damped spring. */
export class Spring {
  #speed = 0;

  /**
   * @param {number} value
   * @param {number} settle seconds until it is as good as there
   */
  constructor(value, settle) {
    this.value = value;
    this.goal = value;
    this.stiffness = 5.5 / settle; // per second; after 5.5 time constants 2 % of the way are left
  }

  /** @param {number} seconds */
  step(seconds) {
    const decay = Math.exp(-this.stiffness * seconds);
    const away = this.value - this.goal;
    const push = (this.#speed + this.stiffness * away) * seconds;
    this.value = this.goal + (away + push) * decay;
    this.#speed = (this.#speed - this.stiffness * push) * decay;
  }

  /** @param {number} speed per second, added at once */
  kick(speed) {
    this.#speed += speed;
  }
}
