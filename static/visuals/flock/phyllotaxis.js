// Phyllotaxis: homes of marks, spread like sunflower seeds, and how leaning moves them.
// @ts-check
/** @import { Point } from "../../js/shared/motion.js" */

const GOLDEN_RAD = Math.PI * (3 - Math.sqrt(5)); // radians; turned by this, no two places hide each other
const SPREAD = 0.84; // of the picture, from the first place to the last
const REACH = 0.92; // of the way from there to the edge at full lean; so a crowd that leans alike is not one heap

/**
 * The first is in the middle while alone; a crowd fills the picture like the seeds of a sunflower. The angle goes by the
 * seat's number and stays; the distance goes by rank, so when someone leaves, others move a little and no one far.
 * @param {number} number of the seat
 * @param {number} rank among those in, from 0
 * @param {number} count of those in
 * @returns {Point} fractions of the picture
 */
export function home(number, rank, count) {
  const far = (SPREAD / 2) * Math.sqrt((rank + 0.5) / count) * (1 - 1 / count);
  return { x: 0.5 + far * Math.cos(number * GOLDEN_RAD), y: 0.5 + far * Math.sin(number * GOLDEN_RAD) };
}

/**
 * @param {Point} from home, in fractions of the picture
 * @param {Point} tilt −1 to 1 each
 * @returns {Point} fractions of the picture
 */
export function leant({ x, y }, tilt) {
  return { x: along(x, tilt.x), y: along(y, tilt.y) };
}

/** @param {number} from @param {number} lean */
function along(from, lean) {
  return from + REACH * lean * (lean > 0 ? 1 - from : from);
}
