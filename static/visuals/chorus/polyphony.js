// Voice allocation: at most so many voices, and which one ends for a new one.
// @ts-check

/**
 * @typedef {object} Sounding
 * @property {number} number of the seat
 * @property {number} ends milliseconds
 * @property {boolean} isLive a hand plays it, it does not come round by itself
 */

/**
 * @template {Sounding} T
 */
export class Polyphony {
  /** @type {T[]} */ #voices = [];
  #most;

  /** @param {number} most */
  constructor(most) {
    this.#most = most;
  }

  /** @returns {readonly T[]} all that sound or will within a moment */
  get voices() {
    return this.#voices;
  }

  /**
   * @param {number} number
   * @param {boolean} isLive a hand has one voice; what comes round leaves that alone
   * @param {number} now milliseconds
   * @returns {T[]} what has to end so that there is room for one more
   */
  room(number, isLive, now) {
    this.#voices = this.#voices.filter(({ ends }) => ends > now);
    const ending = this.#voices.filter((voice) => isLive && voice.isLive && voice.number === number);
    const others = this.#voices.filter((voice) => !ending.includes(voice));
    others.sort((a, b) => Number(a.isLive) - Number(b.isLive) || a.ends - b.ends);
    ending.push(...others.splice(0, others.length - this.#most + 1));
    return this.#drop(ending);
  }

  /** @param {T} voice for which there is room */
  add(voice) {
    this.#voices.push(voice);
  }

  /** @param {number} number @returns {T[]} all of its voices; they have to end */
  silence(number) {
    return this.#drop(this.#voices.filter((voice) => voice.number === number));
  }

  /** @param {T[]} ending */
  #drop(ending) {
    this.#voices = this.#voices.filter((voice) => !ending.includes(voice));
    return ending;
  }
}
