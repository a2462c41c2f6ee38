// Storage of the moderation queue through a reload, in private values of the state.
// @ts-check
/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { Card, ModerationQueue } from "./moderation-queue.js" */

const SHEET_UNITS = 1000; // UTF-16 code units of one value, as JSON
// A visual keeps 32 values: the desk's own, one for each card that may wait, and these.
const MAX_WAITING_SHEETS = 20;
const MAX_SHOWN_SHEETS = 11;

/** @typedef {[id: number, text: string, picture: string, number: number, colour: Card["colour"], shape: Card["shape"]]} Row */

/** @param {Stage["state"]} state @param {ModerationQueue} queue @param {unknown} hostPhone */
export function saveQueue(state, queue, hostPhone) {
  state.set("own-desk", { w: queue.isWriting, l: queue.isLooking, n: queue.count, r: hostPhone });
  putAll(state, "own-shown", queue.shown, MAX_SHOWN_SHEETS);
  putAll(state, "own-waiting", queue.waiting, MAX_WAITING_SHEETS);
}

/** @param {Stage["state"]} state @param {ModerationQueue} queue @returns {any} the reader */
export function restoreQueue(state, queue) {
  const kept = state.get("own-desk");
  if (!kept) return null;
  Object.assign(queue, { isWriting: kept.w, isLooking: kept.l, count: kept.n });
  queue.shown = takeAll(state, "own-shown", MAX_SHOWN_SHEETS);
  queue.waiting = takeAll(state, "own-waiting", MAX_WAITING_SHEETS);
  return kept.r ?? null;
}

/**
 * Of cards that take more sheets than there are, the oldest go: they are the farthest back on the wall.
 * @param {Stage["state"]} state @param {string} name @param {readonly Card[]} cards @param {number} most sheets
 */
function putAll(state, name, cards, most) {
  const sheets = sheetsOf(cards).slice(-most);
  for (let sheet = 0; sheet < most; sheet += 1) state.set(`${name}-${sheet}`, sheets[sheet]);
}

/** @param {readonly Card[]} cards @returns {Row[][]} as many on each sheet as fit */
function sheetsOf(cards) {
  /** @type {Row[][]} */ const sheets = [];
  for (const { id, text, picture, number, colour, shape } of cards) {
    /** @type {Row} */ const row = [id, text, picture, number, colour, shape];
    const longer = [...(sheets.at(-1) ?? []), row];
    if (sheets.length && JSON.stringify(longer).length <= SHEET_UNITS) sheets[sheets.length - 1] = longer;
    else sheets.push([row]);
  }
  return sheets;
}

/** @param {Stage["state"]} state @param {string} name @param {number} most sheets @returns {Card[]} */
function takeAll(state, name, most) {
  /** @type {Row[]} */ const rows = Array.from({ length: most }, (_, sheet) => state.get(`${name}-${sheet}`) ?? []).flat();
  return rows.map(([id, text, picture, number, colour, shape]) => ({ id, text, picture, number, colour, shape }));
}
