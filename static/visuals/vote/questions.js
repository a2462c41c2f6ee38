// Questions to choose from, and a parser for answers that the host types.
// @ts-check

/** @typedef {{question: string, answers: readonly string[], lean: boolean}} Asked lean: two answers, left and right */

export const LETTERS = "ABCDEF"; // of the answers; as many as there may be
export const MAX_QUESTION_LETTERS = 110;
export const MAX_ANSWER_LETTERS = 36; // letters; a phone puts the answer's own before it

/** @type {readonly Asked[]} */
export const READY = [
  { question: "Which would you rather look after?", answers: ["A cat", "A dog"], lean: true },
  { question: "Where would you rather be now?", answers: ["By the sea", "In the mountains"], lean: true },
  { question: "Yes or no?", answers: ["Yes", "No"], lean: true },
  { question: "How well do you follow?", answers: ["Very well", "Mostly", "A little", "Not yet"], lean: false },
  { question: "What shall we do next?", answers: ["Go on", "Go over it again", "Have a break"], lean: false },
  { question: "How was it?", answers: ["Wonderful", "Good", "All right", "Could be better", "Not for me"], lean: false },
  { question: "Which answer is right?", answers: ["The first", "The second", "The third", "The fourth"], lean: false },
];

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
