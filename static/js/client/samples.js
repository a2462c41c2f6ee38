// Encoding of samples and taps: short arrays of integers.
// @ts-check
import { clamp } from "../shared/motion.js";
import { FRACTION_UNIT, SEQ_WRAP, STREAMS } from "../protocol.js";

/** @import { Point } from "../shared/motion.js" */
/** @import { Stream, Streams, StreamValue, Tap } from "../protocol.js" */

/** @typedef {readonly (number | boolean)[]} Values of a sample, in the stream's order */

/**
 * @template {keyof Streams} E
 * @param {E} event of the stream
 * @param {number} count samples so far
 * @param {number} at milliseconds on the server's clock
 * @param {Values} values in their natural units, such as fractions of the pad; one out of range is moved into it
 * @returns {Streams[E]}
 */
export function sampleOf(event, count, at, values) {
  const encoded = streamOf(event).values.map((value, i) => encode(value, values[i]));
  return /** @type {Streams[E]} */ (/** @type {unknown} */ ([count % SEQ_WRAP, at, ...encoded]));
}

/**
 * @param {keyof Streams} event of the stream
 * @param {Values} from a sample
 * @param {Values} to a newer one
 * @returns {boolean} some value differs by a step; a shaking hand makes less
 */
export function hasMoved(event, from, to) {
  return streamOf(event).values.some(({ step }, i) => Math.abs(Number(from[i + 2]) - Number(to[i + 2])) >= step);
}

/**
 * @param {number} id taps so far
 * @param {number} at milliseconds on the server's clock
 * @param {Point} thumb fractions of the pad
 * @returns {Tap}
 */
export function tapMessage(id, at, thumb) {
  return [id, at, fraction(thumb.x), fraction(thumb.y)];
}

/** @param {keyof Streams} event @returns {Stream} */
function streamOf(event) {
  const stream = STREAMS.find((each) => each.event === event);
  if (!stream) throw new RangeError(`No stream is called ${event}.`);
  return stream;
}

/** @param {StreamValue} as @param {number | boolean} value */
function encode({ unit, low, high }, value) {
  return unit ? clamp(Math.round(Number(value) * unit), low, high) : Boolean(value);
}

/** @param {number} value 0 to 1 */
function fraction(value) {
  return Math.round(clamp(value, 0, 1) * FRACTION_UNIT);
}
