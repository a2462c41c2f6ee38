// Questions to choose from, and a parser for answers that the host types.
// @ts-check
/** @import { Stage } from "../../js/display/stage/contract.js" */

/** @typedef {{question: string, answers: readonly string[], lean: boolean}} Asked lean: two answers, left and right */

export const LETTERS = "ABCDEF"; // of the answers; as many as there may be
export const MAX_QUESTION_LETTERS = 110;
export const MAX_ANSWER_LETTERS = 36; // letters; a phone puts the answer's own before it

/** Keys of sentences. @type {readonly Asked[]} */
const READY = [
  { question: "question", answers: ["labels.a", "labels.b"], lean: true },
  { question: "ready.place.question", answers: ["ready.place.sea", "ready.place.mountains"], lean: true },
  { question: "ready.yes_or_no.question", answers: ["ready.yes_or_no.yes", "ready.yes_or_no.no"], lean: true },
  {
    question: "ready.follow.question",
    answers: ["ready.follow.well", "ready.follow.mostly", "ready.follow.little", "ready.follow.not_yet"],
    lean: false,
  },
  { question: "ready.next.question", answers: ["ready.next.go_on", "ready.next.repeat", "ready.next.pause"], lean: false },
  {
    question: "ready.opinion.question",
    answers: ["ready.opinion.wonderful", "ready.opinion.good", "ready.opinion.fair", "ready.opinion.poor", "ready.opinion.bad"],
    lean: false,
  },
  {
    question: "ready.right.question",
    answers: ["ready.right.first", "ready.right.second", "ready.right.third", "ready.right.fourth"],
    lean: false,
  },
];

/** @param {Stage["t"]} t @returns {readonly Asked[]} at least one */
export function readyQuestions(t) {
  return READY.map(({ question, answers, lean }) => ({ question: t(question), answers: answers.map((key) => t(key)), lean }));
}

/**
 * @param {string} line what the host typed: answers with commas or semicolons between
 * @returns {string[] | null} null if those are not two to six different ones that fit
 */
export function answersIn(line) {
  const answers = line.split(line.includes(";") ? ";" : ",").map((part) => part.trim()).filter((part) => part !== "");
  const different = new Set(answers.map((answer) => answer.toLowerCase())).size === answers.length;
  const fit = answers.every((answer) => answer.length <= MAX_ANSWER_LETTERS);
  return different && fit && answers.length >= 2 && answers.length <= LETTERS.length ? answers : null;
}
