// Separation: lights that rest in one place make room for each other.
// @ts-check
/** @import { Point } from "../../js/shared/motion.js" */

const MAX_NEIGHBOURS = 80; // more than that have no room to give
const EASE_S = 0.7; // seconds to give two thirds of the room; lights that only pass keep their lines straight
const FIRM = 1.2; // how much more they want room than they want their place
const GOLDEN_RAD = Math.PI * (3 - Math.sqrt(5)); // radians

/** @typedef {{goal: Point, aside: Point}} Neighbour where it belongs and how far it steps aside, in CSS pixels */

/**
 * @param {readonly Neighbour[]} neighbours their `aside` is brought up to date
 * @param {number} apart CSS pixels between two that rest
 * @param {number} seconds since the last call
 */
export function separate(neighbours, apart, seconds) {
  const share = 1 - Math.exp(-seconds / EASE_S);
  for (const { aside } of neighbours) {
    aside.x -= aside.x * share;
    aside.y -= aside.y * share;
  }
  if (neighbours.length > MAX_NEIGHBOURS) return;
  for (let i = 0; i < neighbours.length; i += 1) {
    for (let j = i + 1; j < neighbours.length; j += 1) push(neighbours[i], neighbours[j], apart, share, (i + j) * GOLDEN_RAD);
  }
}

/**
 * @param {Neighbour} a
 * @param {Neighbour} b
 * @param {number} apart CSS pixels
 * @param {number} share 0 to 1 of the room they lack
 * @param {number} angle radians: which way, if both are in the same place
 */
function push(a, b, apart, share, angle) {
  const dx = b.goal.x + b.aside.x - a.goal.x - a.aside.x;
  const dy = b.goal.y + b.aside.y - a.goal.y - a.aside.y;
  const far = Math.hypot(dx, dy);
  if (far >= apart) return;
  const [ux, uy] = far > 1 ? [dx / far, dy / far] : [Math.cos(angle), Math.sin(angle)];
  const each = share * FIRM * (apart - far);
  a.aside.x -= ux * each;
  a.aside.y -= uy * each;
  b.aside.x += ux * each;
  b.aside.y += uy * each;
}
