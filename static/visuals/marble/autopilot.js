// Autopilot: leans a marble along the maze's own solution.
// @ts-check
/** @import { Point } from "../../js/shared/motion.js" */
/** @import { Marble } from "./marble.js" */
/** @import { Maze } from "./maze.js" */

const HURRY = 2.5; // cells a second
const HOLDS = 0.11; // of a full lean, for each cell a second that is to be kept up
const CORRECTS = 0.3; // and for each that it is off

/**
 * @param {Maze} maze
 * @param {Marble} marble
 * @param {number} [haste] 1 is that of somebody who wants to win
 * @returns {Point} how to lean, −1 to 1
 */
export function leanTo(maze, { at, speed }, haste = 1) {
  const to = maze.middle(maze.next(maze.cellAt(at)));
  const far = Math.max(0.1, Math.hypot(to.x - at.x, to.y - at.y));
  const want = { x: (haste * HURRY * (to.x - at.x)) / far, y: (haste * HURRY * (to.y - at.y)) / far };
  return {
    x: HOLDS * want.x + CORRECTS * (want.x - speed.x),
    y: HOLDS * want.y + CORRECTS * (want.y - speed.y),
  };
}
