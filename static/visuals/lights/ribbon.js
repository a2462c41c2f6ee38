// Ribbon: triangles of a light's trail.
// @ts-check
import { packed } from "../_kit/colour.js";

/** @import { Rgb } from "../_kit/colour.js" */
/** @import { Light } from "./light.js" */
/** @import { TriangleStrip } from "./triangle-strip.js" */

const GENTLE = 0.8; // cosine of the turn up to which the band simply bends
const START_PX = 80; // CSS pixels over which a line sets in
const SHORTEST_PX = 0.01;
const THINNEST = 0.35; // of the full width, where a line ends

/**
 * A band that thins and fades towards its end: u runs across it from −1 to 1. At sharp turns it ends in a disc and
 * starts anew, so nothing folds; the blending (the lightest wins) makes one line of the parts.
 * @param {TriangleStrip} strip
 * @param {Light} light
 * @param {number} radius CSS pixels at the light
 * @param {Rgb} paint
 * @param {number} strength 0 to 1
 * @param {number} now seconds
 */
export function addRibbon(strip, { x, y, trail }, radius, paint, strength, now) {
  const { first, end, fade } = trail;
  const [xs, ys, born, wides] = [trail.x, trail.y, trail.born, trail.wide];
  const full = packed(paint, 0);
  strip.lift();
  let fromX = first < end ? xs[first] : x;
  let fromY = first < end ? ys[first] : y;
  let life = trail.life(first, now);
  let wide = radius;
  let ux = 0; // direction so far
  let uy = 0;
  let along = 0; // CSS pixels so far
  // Up to 16,000 points a frame: what is written here instead of called keeps their numbers off the heap.
  for (let place = first + 1; place <= end; place += 1) {
    const toX = place < end ? xs[place] : x;
    const toY = place < end ? ys[place] : y;
    const length = Math.sqrt((toX - fromX) ** 2 + (toY - fromY) ** 2); // hypot would take half as long again
    if (length < SHORTEST_PX) continue;
    const vx = (toX - fromX) / length;
    const vy = (toY - fromY) / length;
    const shown = strength * Math.min(1, along / START_PX) * life * Math.sqrt(life);
    const colour = full | (Math.round(255 * Math.min(1, shown)) << 24);
    wide = radius * (THINNEST + (1 - THINNEST) * life) * wides[place - 1];
    const straight = ux * vx + uy * vy;
    if (straight > GENTLE) {
      const half = wide / Math.sqrt(2 + 2 * straight); // the sum of both directions, at this width
      const dx = (ux + vx) * half;
      const dy = (uy + vy) * half;
      const at = strip.goOn(2);
      const { floats, colours } = strip;
      floats[at] = fromX - dy;
      floats[at + 1] = fromY + dx;
      floats[at + 2] = 1;
      floats[at + 3] = 0;
      colours[at + 4] = colour;
      floats[at + 5] = fromX + dy;
      floats[at + 6] = fromY - dx;
      floats[at + 7] = -1;
      floats[at + 8] = 0;
      colours[at + 9] = colour;
    } else {
      if (place > first + 1) turn(strip, fromX, fromY, ux * wide, uy * wide, wide, colour);
      pair(strip, fromX, fromY, vx * wide, vy * wide, colour);
    }
    fromX = toX;
    fromY = toY;
    ux = vx;
    uy = vy;
    along += length;
    life = place < end ? Math.max(0, 1 - (now - born[place]) / fade) : 1;
  }
  turn(strip, x, y, ux * wide, uy * wide, wide, packed(paint, strength * Math.min(1, along / START_PX)));
}

/**
 * End the band in a disc.
 * @param {TriangleStrip} strip
 * @param {number} x
 * @param {number} y
 * @param {number} dx along the band
 * @param {number} dy
 * @param {number} radius
 * @param {number} colour
 */
function turn(strip, x, y, dx, dy, radius, colour) {
  pair(strip, x, y, dx, dy, colour);
  strip.disc(x, y, radius, colour);
}

/**
 * Both edges of the band at one place.
 * @param {TriangleStrip} strip
 * @param {number} x
 * @param {number} y
 * @param {number} dx along the band, as long as half its width
 * @param {number} dy
 * @param {number} colour
 */
function pair(strip, x, y, dx, dy, colour) {
  strip.corner(x - dy, y + dx, 1, 0, colour);
  strip.corner(x + dy, y - dx, -1, 0, colour);
}
