// Result of a count: shares, leaders, a table, a CSV file.
// @ts-check
/** @import { Stage, Table } from "../../js/display/stage/contract.js" */
/** @import { Asked } from "./questions.js" */

const BYTE_ORDER = "\uFEFF"; // without it spreadsheets take letters beyond English for something else

/**
 * @param {readonly number[]} counts
 * @returns {number[]} whole percents that make 100 together, if there is a vote at all
 */
export function shares(counts) {
  const all = sum(counts);
  if (all === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (100 * count) / all);
  const whole = exact.map(Math.floor);
  const byRest = exact.map((share, at) => ({ at, rest: share - whole[at] })).sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of byRest.slice(0, 100 - sum(whole))) whole[at] += 1;
  return whole;
}

/** @param {readonly number[]} counts @returns {number[]} places of those with the most votes: none, one, or a tie */
export function leaders(counts) {
  const most = Math.max(...counts);
  return most === 0 ? [] : counts.flatMap((count, at) => (count === most ? [at] : []));
}

/** @param {Asked} asked @param {readonly number[]} counts @param {Stage["t"]} t @returns {string} the outcome in a sentence */
export function outcome({ answers }, counts, t) {
  const first = leaders(counts);
  if (first.length === 0) return t("outcome.none");
  if (first.length === 1) return t("outcome.most", { answer: answers[first[0]] });
  return first.length === answers.length ? t("outcome.tie_of_all") : t("outcome.tie", { answers: first.map((at) => answers[at]) });
}

/** @param {Asked} asked @param {readonly number[]} counts @param {Stage["t"]} t @returns {Table} */
export function table({ question, answers }, counts, t) {
  const percents = shares(counts);
  return {
    title: question,
    head: [t("table.answer"), t("table.votes"), t("table.share")],
    rows: [
      ...answers.map((answer, at) => [answer, String(counts[at]), `${percents[at]} %`]),
      [t("table.all"), String(sum(counts)), sum(counts) ? "100 %" : "0 %"],
    ],
  };
}

/** @param {Asked} asked @param {readonly number[]} counts @param {Stage["t"]} t @returns {string} comma-separated, as RFC 4180 has it */
export function file({ question, answers }, counts, t) {
  const percents = shares(counts);
  const head = [t("file.question"), t("file.answer"), t("file.votes"), t("file.percent")];
  const rows = [head, ...answers.map((answer, at) => [question, answer, counts[at], percents[at]])];
  return BYTE_ORDER + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** @param {string | number} value */
function cell(value) {
  const text = /^[=+\-@\t]/.test(String(value)) ? `'${value}` : String(value); // a spreadsheet would calculate it
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {readonly number[]} values */
export function sum(values) {
  return values.reduce((all, value) => all + value, 0);
}
