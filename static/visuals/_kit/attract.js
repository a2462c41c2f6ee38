// Attract mode: seats and paths of what plays by itself while nobody is in.
// @ts-check
/** @import { Colour, Shape } from "../../js/protocol.js" */
/** @import { Point } from "../../js/shared/motion.js" */

/** @type {readonly {colour: Colour, shape: Shape}[]} colour-blind people can tell them apart */
export const ATTRACT_SEATS = Object.freeze([
  { colour: "orange", shape: "star" },
  { colour: "sky", shape: "circle" },
  { colour: "mint", shape: "triangle" },
]);

const ACROSS = [2.1, 2.9, 1.7]; // how often each crosses the picture in one turn
const DOWN = 2.6; // the same for all, so that they never crowd one edge

/**
 * Lead one of the three along a Lissajous curve.
 * @param {number} seat its place in ATTRACT_SEATS
 * @param {number} turn radians; let it grow slowly, by a tenth a second or so
 * @returns {Point} −1 to 1 each
 */
export function wander(seat, turn) {
  const start = (seat * 2 * Math.PI) / ATTRACT_SEATS.length;
  return { x: Math.sin(ACROSS[seat] * turn + 2 * start), y: Math.sin(DOWN * turn + start) };
}
