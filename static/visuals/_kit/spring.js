// Critically damped spring: a number that comes to its goal without passing it.
// @ts-check

const SETTLED = 5.5; // time constants after which 2 % of the way are left

/** Steps by the exact solution, so any frame rate gives the same way. */
export class Spring {
  goal;
  #speed = 0; // per second

  /**
   * @param {number} value where it begins, at rest
   * @param {number} stiffness per second: behind a goal that moves steadily by 2 / stiffness seconds
   */
  constructor(value, stiffness) {
    this.value = value;
    this.goal = value;
    this.stiffness = stiffness;
  }

  /** @returns {number} change of the value per second */
  get speed() {
    return this.#speed;
  }

  /** @param {number} seconds since the last call */
  step(seconds) {
    const decay = Math.exp(-this.stiffness * seconds);
    const away = this.value - this.goal;
    const push = (this.#speed + this.stiffness * away) * seconds;
    this.value = this.goal + (away + push) * decay;
    this.#speed = (this.#speed - this.stiffness * push) * decay;
  }

  /** Push it. @param {number} speed per second, added at once */
  kick(speed) {
    this.#speed += speed;
  }

  /** The picture has another size. @param {number} factor */
  scale(factor) {
    this.value *= factor;
    this.goal *= factor;
  }
}

/** @param {number} seconds until a spring from rest is as good as there @returns {number} its stiffness, per second */
export function stiffnessFor(seconds) {
  return SETTLED / seconds;
}
