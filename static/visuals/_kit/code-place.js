// Place of the room's code on the picture, from which new phones come.
// @ts-check
import { unitOf } from "./type.js";

/** @import { Rect } from "../../js/display/stage/contract.js" */
/** @import { Point } from "../../js/shared/motion.js" */

const MIN_UNITS = 4; // only the code is a square as large as that
const MAX_SKEW = 0.1;

/**
 * Find the middle of the code.
 * @param {readonly Rect[]} words of the stage, in CSS pixels
 * @param {{width: number, height: number}} size of the picture, in CSS pixels
 * @returns {Point} CSS pixels; the lower right corner while no code is shown
 */
export function codePlace(words, size) {
  const squares = words.filter(({ width, height }) => height >= MIN_UNITS * unitOf(size) && Math.abs(width / height - 1) < MAX_SKEW);
  const [code] = squares.sort((a, b) => b.height - a.height);
  if (!code) return { x: size.width, y: size.height };
  return { x: code.x + code.width / 2, y: code.y + code.height / 2 };
}
