// Keeps the desk through a reload of the display. What waits is for nobody else: "own-".
// @ts-check
/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { Card, Desk } from "./desk.js" */

const SHEET_UNITS = 1000; // UTF-16 code units of one value, as JSON
// A visual keeps 32 values: the desk's own, one for each card that may wait, and these.
const MOST_WAITING_SHEETS = 20;
const MOST_SHOWN_SHEETS = 11;

/** @typedef {[id: number, text: string, picture: string, number: number, colour: Card["colour"], shape: Card["shape"]]} Row */

/** @param {Stage["state"]} state @param {Desk} desk @param {unknown} reader */
export function put(state, desk, reader) {
  state.set("own-desk", { w: desk.isWriting, l: desk.isLooking, n: desk.count, r: reader });
  putAll(state, "own-shown", desk.shown, MOST_SHOWN_SHEETS);
  putAll(state, "own-waiting", desk.waiting, MOST_WAITING_SHEETS);
}

/** @param {Stage["state"]} state @param {Desk} desk @returns {any} the reader */
export function take(state, desk) {
  const kept = state.get("own-desk");
  if (!kept) return null;
  Object.assign(desk, { isWriting: kept.w, isLooking: kept.l, count: kept.n });
  desk.shown = takeAll(state, "own-shown", MOST_SHOWN_SHEETS);
  desk.waiting = takeAll(state, "own-waiting", MOST_WAITING_SHEETS);
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
