// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { Ballot } from "../../static/visuals/vote/ballot.js";
import { placeOf, squares } from "../../static/visuals/vote/bar-grid.js";
import { Lean } from "../../static/visuals/vote/lean.js";
import { Poll } from "../../static/visuals/vote/poll.js";
import { MAX_ANSWER_LETTERS, MAX_QUESTION_LETTERS, answersIn, readyQuestions } from "../../static/visuals/vote/questions.js";
import { file, leaders, outcome, shares, table } from "../../static/visuals/vote/result.js";
import { englishOf } from "./english.js";

const t = englishOf("vote");
const QUESTIONS = readyQuestions(t);
const ANNA = { id: "00000000000a" };
const BEN = { id: "00000000000b" };
const ASKED = { question: "Tea?", answers: ["Yes", "No", "Later"], lean: false };

/** @param {number} number */
const idOf = (number) => number.toString(16).padStart(12, "0");

test("one phone has one vote, and may change it", () => {
  const ballot = new Ballot(3);
  assert.equal(ballot.cast(ANNA, 0), true);
  assert.equal(ballot.cast(ANNA, 0), false);
  assert.equal(ballot.cast(BEN, 0), true);
  assert.deepEqual(ballot.counts, [2, 0, 0]);
  assert.equal(ballot.cast(ANNA, 2), true);
  assert.deepEqual(ballot.counts, [1, 0, 1]);
  assert.equal(ballot.size, 2);
});

test("a vote for what can't be chosen doesn't count", () => {
  const ballot = new Ballot(2);
  for (const answer of [-1, 2, NaN]) assert.equal(ballot.cast(ANNA, answer), false);
  assert.equal(ballot.size, 0);
});

test("a seat that somebody else has now inherits no vote, and takes none away", () => {
  const ballot = new Ballot(2);
  ballot.cast(ANNA, 1);
  const newcomer = { id: "00000000000c" };
  assert.equal(ballot.of(newcomer), undefined);
  ballot.cast(newcomer, 0);
  assert.deepEqual(ballot.counts, [1, 1]);
});

test("what is written down is read again, holds no names, and fits into what is kept", () => {
  const ballot = new Ballot(6);
  for (let number = 1; number <= 300; number += 1) ballot.cast({ id: idOf(number) }, number % 6);
  const pages = ballot.write();
  const again = new Ballot(6);
  again.read(pages);
  assert.deepEqual(again.counts, ballot.counts);
  assert.equal(again.of({ id: idOf(17) }), 17 % 6);
  assert.ok(pages.every((page) => JSON.stringify(page).length <= 1000 && /^[0-9a-z]*$/.test(page)));
});

test("a display that reloads finds the vote as it was", () => {
  const state = memory();
  const before = new Poll(state, QUESTIONS);
  before.ask(ASKED);
  before.vote(ANNA, 2);
  before.toggle();
  before.keep();
  const after = new Poll(state, QUESTIONS);
  assert.deepEqual(after.asked, ASKED);
  assert.equal(after.isOpen, false);
  assert.deepEqual(after.ballot.counts, [0, 0, 1]);
});

test("the largest question still fits into what is kept", () => {
  const state = memory();
  const asked = { question: "\"".repeat(MAX_QUESTION_LETTERS), answers: Array.from({ length: 6 }, (_, at) => `${at}`.padEnd(MAX_ANSWER_LETTERS, '"')), lean: false };
  new Poll(state, QUESTIONS).ask(asked);
  assert.deepEqual(new Poll(state, QUESTIONS).asked, asked);
});

test("a closed vote takes no more votes, and goes on where it was", () => {
  const poll = new Poll(memory(), QUESTIONS);
  poll.ask(ASKED);
  poll.vote(ANNA, 0);
  poll.toggle();
  assert.equal(poll.vote(BEN, 0), false);
  assert.equal(poll.vote(ANNA, 1), false);
  poll.toggle();
  assert.equal(poll.vote(BEN, 1), true);
  assert.deepEqual(poll.ballot.counts, [1, 1, 0]);
});

test("a vote that runs is not thrown away by asking something else", () => {
  const poll = new Poll(memory(), QUESTIONS);
  assert.equal(poll.mayAsk, true);
  poll.vote(ANNA, 0);
  assert.equal(poll.mayAsk, false);
  poll.toggle();
  assert.equal(poll.mayAsk, true);
  poll.next();
  assert.deepEqual([poll.asked, poll.isOpen, poll.ballot.size], [QUESTIONS[1], true, 0]);
});

test("only two answers can be leant to", () => {
  const poll = new Poll(memory(), QUESTIONS);
  assert.equal(poll.turn(), true);
  poll.ask(ASKED);
  assert.equal(poll.turn(), false);
});

test("shares are whole and make a hundred", () => {
  assert.deepEqual(shares([1, 1, 1]), [34, 33, 33]);
  assert.deepEqual(shares([0, 0]), [0, 0]);
  for (let run = 0; run < 200; run += 1) {
    const counts = Array.from({ length: 2 + (run % 5) }, (_, at) => (run * 7 + at * at * 13) % 41);
    const all = shares(counts).reduce((sum, share) => sum + share, 0);
    assert.equal(all, counts.some(Boolean) ? 100 : 0);
  }
});

test("a tie is a tie, and nothing is nothing", () => {
  assert.deepEqual(leaders([2, 5, 5]), [1, 2]);
  assert.deepEqual(leaders([0, 0, 0]), []);
  assert.equal(outcome(ASKED, [2, 5, 5], t), "A tie: No and Later.");
  assert.equal(outcome({ ...ASKED, answers: ["Tea", "Milk", "Water", "None"] }, [2, 2, 2, 0], t), "A tie: Tea, Milk and Water.");
  assert.equal(outcome(ASKED, [3, 3, 3], t), "It is a tie.");
  assert.equal(outcome(ASKED, [3, 1, 0], t), "Most votes: Yes.");
  assert.equal(outcome(ASKED, [0, 0, 0], t), "Nobody voted.");
});

test("the table has every answer and the sum", () => {
  assert.deepEqual(table(ASKED, [1, 3, 0], t).rows, [["Yes", "1", "25 %"], ["No", "3", "75 %"], ["Later", "0", "0 %"], ["All", "4", "100 %"]]);
});

test("the file is what spreadsheets read, and never a formula", () => {
  const asked = { question: 'Say "a, b"', answers: ["=1+1", "-2", "plain"], lean: false };
  assert.equal(file(asked, [1, 0, 3], t), '\uFEFFquestion,answer,votes,percent\r\n"Say ""a, b""",\'=1+1,1,25\r\n"Say ""a, b""",\'-2,0,0\r\n"Say ""a, b""",plain,3,75\r\n');
});

test("every question of the list is whole, and fits", () => {
  for (const { question, answers, lean } of QUESTIONS) {
    assert.match(question, /^[A-Z].*\?$/);
    assert.ok(question.length <= MAX_QUESTION_LETTERS);
    assert.deepEqual(answersIn(answers.join(";")), answers);
    assert.ok(answers.length === 2 || !lean);
  }
});

test("answers are what stands between commas: two to six, different, short enough", () => {
  assert.deepEqual(answersIn(" Yes, No ,"), ["Yes", "No"]);
  assert.deepEqual(answersIn("Red, or so; Blue"), ["Red, or so", "Blue"]);
  for (const line of ["", "Yes", "yes, Yes", "a,b,c,d,e,f,g", `a, ${"b".repeat(MAX_ANSWER_LETTERS + 1)}`]) assert.equal(answersIn(line), null);
});

test("a lean counts once it was held, once", () => {
  const lean = new Lean();
  const meant = steps(lean, 0.5, 3);
  assert.deepEqual(meant, [1]);
  assert.deepEqual(steps(lean, -0.5, 3), [-1]);
});

test("a hand that trembles or passes through means nothing", () => {
  const lean = new Lean();
  assert.deepEqual(steps(lean, 0.2, 3), []);
  assert.deepEqual([...steps(lean, 0.6, 0.6), ...steps(lean, 0, 0.1), ...steps(lean, 0.6, 0.6)], []);
});

test("a hand at the limit doesn't flicker", () => {
  const lean = new Lean();
  steps(lean, 0.34, 0.5);
  assert.deepEqual(steps(lean, 0.26, 0.5), [1]);
});

test("a bar holds every vote, as large as it can be", () => {
  for (const count of [1, 2, 11, 60, 300]) {
    const all = squares(count, 1800, 60);
    for (const at of [0, count - 1]) {
      const { along, down } = placeOf(at, all, 60);
      assert.ok(along + all.size / 2 <= 1800.001 && down - all.size / 2 >= -0.001 && down + all.size / 2 <= 60.001);
    }
  }
  assert.deepEqual(squares(1, 1800, 60), { rows: 1, size: 60 });
  assert.ok(squares(300, 1800, 60).size >= 18);
});

/** @param {Lean} lean @param {number} x @param {number} seconds @returns {number[]} what was meant */
function steps(lean, x, seconds) {
  const meant = [];
  for (let now = 0; now < seconds; now += 1 / 60) meant.push(lean.step(x, 1 / 60));
  return meant.filter(Boolean);
}

/** A state that holds what the server's does. */
function memory() {
  /** @type {Map<string, string>} */ const kept = new Map();
  return {
    get: (/** @type {string} */ name) => (kept.has(name) ? JSON.parse(kept.get(name) ?? "") : undefined),
    set(/** @type {string} */ name, /** @type {unknown} */ value) {
      const text = value === undefined ? "" : JSON.stringify(value);
      assert.ok(text.length <= 1000 && new TextEncoder().encode(JSON.stringify(text)).length < 1900, name);
      assert.match(name, /^[a-z0-9][a-z0-9-]{0,39}$/);
      if (text) kept.set(name, text);
      else kept.delete(name);
      assert.ok(kept.size <= 32);
    },
  };
}
