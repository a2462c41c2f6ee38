// Keeps the desk through a reload of the display. What waits is for nobody else: "own-".
// @ts-check
import { MOST_SHOWN, MOST_WAITING } from "./desk.js";

/** @import { Stage } from "../../js/display/visual.js" */
/** @import { Card, Desk } from "./desk.js" */

const SHEET = 4; // cards to a value, so that it stays under 1000 letters

/** @param {Stage["state"]} state @param {Desk} desk @param {unknown} reader */
export function put(state, desk, reader) {
  state.set("own-desk", { w: desk.isWriting, l: desk.isLooking, n: desk.count, r: reader });
  putAll(state, "own-shown", desk.shown, MOST_SHOWN);
  putAll(state, "own-waiting", desk.waiting, MOST_WAITING);
}

/** @param {Stage["state"]} state @param {Desk} desk @returns {any} the reader */
export function take(state, desk) {
  const kept = state.get("own-desk");
  if (!kept) return null;
  Object.assign(desk, { isWriting: kept.w, isLooking: kept.l, count: kept.n });
  desk.shown = takeAll(state, "own-shown", MOST_SHOWN);
  desk.waiting = takeAll(state, "own-waiting", MOST_WAITING);
  return kept.r ?? null;
}

/** @param {Stage["state"]} state @param {string} name @param {readonly Card[]} cards @param {number} most */
function putAll(state, name, cards, most) {
  for (let sheet = 0; sheet * SHEET < most; sheet += 1) {
    const on = cards.slice(sheet * SHEET, (sheet + 1) * SHEET);
    const rows = on.map(({ id, text, picture, number, colour, shape }) => [id, text, picture, number, colour, shape]);
    state.set(`${name}-${sheet}`, rows.length ? rows : undefined);
  }
}

/** @param {Stage["state"]} state @param {string} name @param {number} most @returns {Card[]} */
function takeAll(state, name, most) {
  const sheets = Array.from({ length: Math.ceil(most / SHEET) }, (_, sheet) => state.get(`${name}-${sheet}`) ?? []);
  return sheets.flat().map(([id, text, picture, number, colour, shape]) => ({ id, text, picture, number, colour, shape }));
}
