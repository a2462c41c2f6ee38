// Exponential backoff with jitter, between attempts to connect.
// @ts-check

const FIRST_DELAY_MS = 200; // milliseconds at most before the first attempt; twice as long before each one after
const MAX_DELAY_MS = 10_000; // milliseconds

/**
 * Full jitter: anything up to a limit that doubles, so that a hall of phones that were cut off together doesn't come
 * back together. Source: M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog (2015).
 * @param {number} failed attempts so far
 * @param {number} [longest] milliseconds
 * @param {() => number} [random] 0 to 1
 * @returns {number} milliseconds
 */
export function waitAfter(failed, longest = MAX_DELAY_MS, random = Math.random) {
  return random() * Math.min(longest, FIRST_DELAY_MS * 2 ** failed);
}
