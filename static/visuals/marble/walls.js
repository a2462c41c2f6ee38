// Walls of a maze as few long boards: a marble that rolls along one meets no joints.
// @ts-check
/** @import { Maze } from "./maze.js" */

export const THICK_CELLS = 0.14;

/** @typedef {{x: number, y: number, width: number, height: number}} Board cells */

/** @param {Maze} maze @returns {Board[]} */
export function wallsOf(maze) {
  const { columns, rows } = maze;
  /** @type {Board[]} */ const boards = [];
  for (let row = 0; row <= rows; row += 1) {
    const stands = (/** @type {number} */ column) => isWall(maze, cellAt(maze, column, row - 1), cellAt(maze, column, row));
    for (const [from, to] of runs(columns, stands)) boards.push(board(from, row, to - from, 0));
  }
  for (let column = 0; column <= columns; column += 1) {
    const stands = (/** @type {number} */ row) => isWall(maze, cellAt(maze, column - 1, row), cellAt(maze, column, row));
    for (const [from, to] of runs(rows, stands)) boards.push(board(column, from, 0, to - from));
  }
  return boards;
}

/** @param {Maze} maze @param {number} a @param {number} b two cells beside each other; −1 is outside */
function isWall(maze, a, b) {
  const inside = Number(maze.cells.has(a)) + Number(maze.cells.has(b));
  return inside === 1 || (inside === 2 && !maze.isOpen(a, b));
}

/** @param {Maze} maze @param {number} column @param {number} row @returns {number} −1 outside */
function cellAt({ columns, rows }, column, row) {
  return column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column;
}

/** @param {number} length @param {(place: number) => boolean} stands @returns {[from: number, to: number][]} */
function runs(length, stands) {
  /** @type {[number, number][]} */ const found = [];
  for (let place = 0; place < length; place += 1) {
    if (!stands(place)) continue;
    const last = found[found.length - 1];
    if (last && last[1] === place) last[1] = place + 1;
    else found.push([place, place + 1]);
  }
  return found;
}

/** @param {number} x @param {number} y @param {number} width @param {number} height @returns {Board} of a line, with its thickness all round */
function board(x, y, width, height) {
  return { x: x - THICK_CELLS / 2, y: y - THICK_CELLS / 2, width: width + THICK_CELLS, height: height + THICK_CELLS };
}
