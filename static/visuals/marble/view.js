// Layout of the maze, and which of its cells make room for words.
// @ts-check
import { unitOf } from "../_kit/type.js";

/** @import { Rect } from "../../js/display/stage/contract.js" */
/** @import { Plan } from "./maze.js" */

const LINES = [[2, 5], [5, 6], [9, 7], [16, 8], [Infinity, 12]]; // players up to, and then lines of cells across the shorter side
const AIR_UNITS = 1; // type units round words
const BELOW_UNITS = 1.5; // type units between the row of seats and the maze
const FEWEST = 0.25; // of all cells have to be left, else words may cover some

/** @typedef {{x: number, y: number, width: number, height: number, type: number}} Space CSS pixels; type: the size of the page's type */
/** @typedef {{x: number, y: number, unit: number, type: number}} View of the maze's top left corner; unit: CSS pixels of a cell */

/**
 * @param {number} width CSS pixels
 * @param {number} height
 * @param {readonly Rect[]} words
 * @param {Rect} safe the part of the picture that may have words
 * @returns {Space} all of that but the row of seats
 */
export function spaceOf(width, height, words, safe) {
  const type = unitOf({ width, height });
  const over = words.map(({ y, height: tall }) => y + tall).filter((end) => end < height / 8);
  const top = Math.max(safe.y, ...over.map((end) => end + BELOW_UNITS * type));
  return { x: safe.x, y: top, width: Math.max(1, safe.width), height: Math.max(1, safe.y + safe.height - top), type };
}

/**
 * @param {Space} space
 * @param {readonly Rect[]} words
 * @param {number} players
 * @returns {Plan} the more players, the more cells
 */
export function planOf(space, words, players) {
  const [, lines] = /** @type {number[]} */ (LINES.find(([most]) => players <= most));
  const cell = Math.min(space.width, space.height) / lines;
  const [columns, rows] = [Math.max(lines, Math.floor(space.width / cell)), Math.max(lines, Math.floor(space.height / cell))];
  const view = viewOf(space, { columns, rows });
  const closed = [];
  for (let place = 0; place < columns * rows; place += 1) {
    const [x, y] = [view.x + (place % columns) * view.unit, view.y + Math.floor(place / columns) * view.unit];
    if (words.some((word) => touches(word, x, y, view.unit, AIR_UNITS * space.type))) closed.push(place);
  }
  return { columns, rows, closed: closed.length < (1 - FEWEST) * columns * rows ? closed : [] };
}

/** @param {Space} space @param {Pick<Plan, "columns" | "rows">} plan @returns {View} as large as fits */
export function viewOf({ x, y, width, height, type }, { columns, rows }) {
  const unit = Math.min(width / columns, height / rows);
  return { x: x + (width - columns * unit) / 2, y: y + (height - rows * unit) / 2, unit, type };
}

/** @param {Rect} word @param {number} x @param {number} y @param {number} unit of a cell @param {number} air */
function touches(word, x, y, unit, air) {
  return x < word.x + word.width + air && x + unit > word.x - air && y < word.y + word.height + air && y + unit > word.y - air;
}
