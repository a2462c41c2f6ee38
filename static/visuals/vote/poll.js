// Poll: its question, whether it is open, and its ballot; kept through a reload.
// @ts-check
import { Ballot } from "./ballot.js";

/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { Voter } from "./ballot.js" */
/** @import { Asked } from "./questions.js" */

const ASKED_KEY = "own-asked";
const VOTES_KEY = "own-votes-"; // pages; "own": phones needn't know
const MAX_PAGES = 30;

export class Poll {
  #state;
  #questions;
  #ready = 0; // place in the list of what was asked last from there
  /** @type {Asked} */ asked;
  isOpen = true;
  ballot;

  /** @param {Stage["state"]} state what it is kept in @param {readonly Asked[]} questions the list; at least one */
  constructor(state, questions) {
    this.#state = state;
    this.#questions = questions;
    this.asked = questions[0];
    this.ballot = new Ballot(this.asked.answers.length);
    const kept = state.get(ASKED_KEY);
    if (!kept) return;
    const { q: question, a: answers, l: lean, o: isOpen, r: ready } = kept;
    this.asked = { question, answers, lean };
    this.isOpen = isOpen;
    this.#ready = ready;
    this.ballot = new Ballot(answers.length);
    this.ballot.read(Array.from({ length: MAX_PAGES }, (_, page) => state.get(VOTES_KEY + page) ?? ""));
  }

  /** Nothing would be lost by asking something else. */
  get mayAsk() {
    return !this.isOpen || this.ballot.size === 0;
  }

  /** Ask something new, and open the vote. @param {Asked} asked */
  ask(asked) {
    this.asked = asked;
    this.isOpen = true;
    this.ballot = new Ballot(asked.answers.length);
    this.keep();
  }

  /** The next of the list. */
  next() {
    this.#ready = (this.#ready + 1) % this.#questions.length;
    this.ask(this.#questions[this.#ready]);
  }

  /** Close the vote, or go on with it. */
  toggle() {
    this.isOpen = !this.isOpen;
    this.keep();
  }

  /** Ask the same again, from nothing. */
  again() {
    this.ask(this.asked);
  }

  /** Answer by leaning instead of choosing, or the other way round. @returns {boolean} whether there are two answers */
  turn() {
    if (this.asked.answers.length !== 2) return false;
    this.asked = { ...this.asked, lean: !this.asked.lean };
    this.keep();
    return true;
  }

  /** @param {Voter} voter @param {number} answer @returns {boolean} whether it counts and changes something */
  vote(voter, answer) {
    return this.isOpen && this.ballot.cast(voter, answer);
  }

  /** Write everything down; what hasn't changed costs nothing. */
  keep() {
    const { question: q, answers: a, lean: l } = this.asked;
    this.#state.set(ASKED_KEY, { q, a, l, o: this.isOpen, r: this.#ready });
    const pages = this.ballot.write();
    for (let page = 0; page < MAX_PAGES; page += 1) this.#state.set(VOTES_KEY + page, pages[page]);
  }
}
