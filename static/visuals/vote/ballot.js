// Ballot: one vote of each browser, which may change it. Holds no names.
// @ts-check

/** @typedef {{id: string}} Voter number and name of a seat may be used again, an id is one browser's */

const ID_LETTERS = 12; // letters of an id
const VOTE_LETTERS = ID_LETTERS + 1; // letters of one vote, written down
const PAGE_VOTES = 75; // votes on a page, so that it stays under 1000 letters

export class Ballot {
  /** @type {Map<string, number>} answers from 0, in the order in which they were given */ #votes = new Map();
  #answers;

  /** @param {number} answers how many there are */
  constructor(answers) {
    this.#answers = answers;
  }

  /** @returns {number[]} votes for each answer */
  get counts() {
    const counts = new Array(this.#answers).fill(0);
    for (const answer of this.#votes.values()) counts[answer] += 1;
    return counts;
  }

  get size() {
    return this.#votes.size;
  }

  /** @returns {IterableIterator<[key: string, answer: number]>} keys say nothing of who that is */
  get votes() {
    return this.#votes.entries();
  }

  /** @param {Voter} voter @param {number} answer @returns {boolean} whether that changes anything */
  cast({ id }, answer) {
    if (!(answer >= 0 && answer < this.#answers) || this.#votes.get(id) === answer) return false;
    this.#votes.delete(id); // so that it comes last among those who say the same
    this.#votes.set(id, answer);
    return true;
  }

  /** @param {Voter} voter @returns {number | undefined} its answer */
  of({ id }) {
    return this.#votes.get(id);
  }

  clear() {
    this.#votes.clear();
  }

  /** @returns {string[]} all there is, on pages of at most 1000 letters */
  write() {
    const written = [...this.#votes].map(([key, answer]) => key + answer);
    return Array.from({ length: Math.ceil(written.length / PAGE_VOTES) }, (_, page) =>
      written.slice(page * PAGE_VOTES, (page + 1) * PAGE_VOTES).join(""));
  }

  /** @param {readonly string[]} pages */
  read(pages) {
    this.clear();
    for (const page of pages) {
      for (let at = 0; at + VOTE_LETTERS <= page.length; at += VOTE_LETTERS) {
        const answer = Number(page[at + VOTE_LETTERS - 1]);
        if (answer < this.#answers) this.#votes.set(page.slice(at, at + VOTE_LETTERS - 1), answer);
      }
    }
  }
}
