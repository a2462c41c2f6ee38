// Grid of a bar: single votes as squares, as large as fit.
// @ts-check

/**
 * The largest squares of which so many fit into a bar.
 * @param {number} count the longest bar's votes
 * @param {number} width of the bar
 * @param {number} height
 * @returns {{rows: number, size: number}} squares on top of each other, and their side
 */
export function squares(count, width, height) {
  let best = { rows: 1, size: 0 };
  for (let rows = 1; rows <= 40; rows += 1) {
    const size = Math.min(height / rows, width / Math.ceil(Math.max(1, count) / rows));
    if (size > best.size) best = { rows, size };
  }
  return best;
}

/**
 * @param {number} at a vote's place in its bar, from 0
 * @param {{rows: number, size: number}} squares
 * @param {number} height of the bar
 * @returns {{along: number, down: number}} its middle, from the bar's beginning and top
 */
export function placeOf(at, { rows, size }, height) {
  const inset = (height - rows * size) / 2;
  return { along: (Math.floor(at / rows) + 0.5) * size, down: inset + ((at % rows) + 0.5) * size };
}
