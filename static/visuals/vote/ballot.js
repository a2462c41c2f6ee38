// Who has voted for what: one phone, one vote, which may change. Holds no names.
// @ts-check

/** @typedef {{number: number, name: string}} Voter a seat's number may be used again, with another name */

const NUMBER = 3; // letters of a seat's number
const NAME = 4; // letters that stand for its name
const EACH = NUMBER + NAME + 1; // letters of one vote, written down
const PAGE = 120; // votes on a page, so that it stays under 1000 letters
const BASE = 36;

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
  cast(voter, answer) {
    const key = keyOf(voter);
    if (!(answer >= 0 && answer < this.#answers) || this.#votes.get(key) === answer) return false;
    this.#votes.delete(key); // so that it comes last among those who say the same
    this.#votes.set(key, answer);
    return true;
  }

  /** @param {Voter} voter @returns {number | undefined} its answer */
  of(voter) {
    return this.#votes.get(keyOf(voter));
  }

  clear() {
    this.#votes.clear();
  }

  /** @returns {string[]} all there is, on pages of at most 1000 letters */
  write() {
    const written = [...this.#votes].map(([key, answer]) => key + answer);
    return Array.from({ length: Math.ceil(written.length / PAGE) }, (_, page) =>
      written.slice(page * PAGE, (page + 1) * PAGE).join(""));
  }

  /** @param {readonly string[]} pages */
  read(pages) {
    this.clear();
    for (const page of pages) {
      for (let at = 0; at + EACH <= page.length; at += EACH) {
        const answer = Number(page[at + EACH - 1]);
        if (answer < this.#answers) this.#votes.set(page.slice(at, at + EACH - 1), answer);
      }
    }
  }
}

/** @param {Voter} voter */
function keyOf({ number, name }) {
  return number.toString(BASE).padStart(NUMBER, "0") + (hash(name) % BASE ** NAME).toString(BASE).padStart(NAME, "0");
}

/** FNV-1a, 32 bits. @param {string} text */
function hash(text) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
