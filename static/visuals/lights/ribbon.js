// A light's line as triangles.
// @ts-check
import { packed } from "./mesh.js";

/** @import { Light } from "./light.js" */
/** @import { Mesh } from "./mesh.js" */
/** @import { Paint } from "./painter.js" */

const GENTLE = 0.8; // cosine of the turn up to which the band simply bends
const START = 16; // points over which a line sets in
const SHORTEST = 0.01; // CSS pixels

/**
 * A band that thins and fades towards its end: u runs across it from −1 to 1. At sharp turns it ends in a disc and
 * starts anew, so nothing folds; the blending (the lightest wins) makes one line of the parts.
 * @param {Mesh} mesh
 * @param {Light} light
 * @param {number} radius CSS pixels at the light
 * @param {Paint} paint
 * @param {number} strength 0 to 1
 * @param {number} now seconds
 */
export function addRibbon(mesh, { x, y, trail }, radius, paint, strength, now) {
  const { first, end } = trail;
  mesh.lift();
  let fromX = first < end ? trail.x[first] : x;
  let fromY = first < end ? trail.y[first] : y;
  let life = trail.life(first, now);
  let wide = radius;
  let ux = 0; // direction so far
  let uy = 0;
  for (let place = first + 1; place <= end; place += 1) {
    const toX = place < end ? trail.x[place] : x;
    const toY = place < end ? trail.y[place] : y;
    const length = Math.sqrt((toX - fromX) ** 2 + (toY - fromY) ** 2); // hypot would take half as long again
    if (length < SHORTEST) continue;
    const vx = (toX - fromX) / length;
    const vy = (toY - fromY) / length;
    const set = Math.min(1, (place - first) / START);
    const colour = packed(paint, strength * set * life * Math.sqrt(life));
    wide = radius * width(life) * trail.wide[place - 1];
    const along = ux * vx + uy * vy;
    if (along > GENTLE) {
      const half = wide / Math.sqrt(2 + 2 * along); // the sum of both directions, at this width
      pair(mesh, fromX, fromY, (ux + vx) * half, (uy + vy) * half, colour);
    } else {
      if (place > first + 1) turn(mesh, fromX, fromY, ux * wide, uy * wide, wide, colour);
      pair(mesh, fromX, fromY, vx * wide, vy * wide, colour);
    }
    fromX = toX;
    fromY = toY;
    ux = vx;
    uy = vy;
    life = trail.life(place, now);
  }
  turn(mesh, x, y, ux * wide, uy * wide, wide, packed(paint, strength * Math.min(1, (end - first) / START)));
}

/** @param {number} life 0 to 1 @returns {number} of the full width */
function width(life) {
  return 0.35 + 0.65 * life;
}

/**
 * End the band in a disc.
 * @param {Mesh} mesh
 * @param {number} x
 * @param {number} y
 * @param {number} dx along the band
 * @param {number} dy
 * @param {number} radius
 * @param {number} colour
 */
function turn(mesh, x, y, dx, dy, radius, colour) {
  pair(mesh, x, y, dx, dy, colour);
  mesh.disc(x, y, radius, colour);
}

/**
 * Both edges of the band at one place.
 * @param {Mesh} mesh
 * @param {number} x
 * @param {number} y
 * @param {number} dx along the band, as long as half its width
 * @param {number} dy
 * @param {number} colour
 */
function pair(mesh, x, y, dx, dy, colour) {
  mesh.corner(x - dy, y + dx, 1, 0, colour);
  mesh.corner(x + dy, y - dx, -1, 0, colour);
}
