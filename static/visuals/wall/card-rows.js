// Rows of cards: three, the newest large in front; a new card moves few others.
// @ts-check
/** @import { Rect } from "../../js/display/stage/contract.js" */

/** Cards in each row, from the front. */
export const ROWS = [3, 4, 12];

const HEIGHTS = [0.34, 0.25, 0.41]; // of the free part
const ALONE = 0.6; // of it, for a front row with nothing behind
const GAP_UNITS = 0.7;
const ORDER = [2, 1, 0]; // where the front row's slots are: the first card hangs in the middle

/**
 * @param {number} id of a card
 * @param {number} newest id
 * @returns {{row: number, slot: number} | undefined} undefined once it has gone
 */
export function hangs(id, newest) {
  let age = newest - id;
  for (let row = 0; row < ROWS.length; row += 1) {
    if (age < ROWS[row]) return { row, slot: id % ROWS[row] };
    age -= ROWS[row];
  }
  return undefined;
}

/**
 * @param {Rect} box what is free
 * @param {number} unit
 * @param {number} used rows that have cards
 * @returns {Rect[][]} for each row the places of its slots
 */
export function places(box, unit, used) {
  const columns = columnsFor(box.width / box.height);
  const high = used === 1 ? ALONE : 1;
  const heights = used === 1 ? [ALONE, 0, 0] : HEIGHTS.map((height, row) => (row < used ? height : 0));
  const scale = high / heights.reduce((sum, height) => sum + height, 0);
  let bottom = box.y + box.height - ((1 - high) / 2) * box.height;
  return ROWS.map((count, row) => {
    const height = heights[row] * scale * box.height;
    bottom -= height;
    return grid({ ...box, y: bottom, height }, count, columns[row], GAP_UNITS * unit, row === 0 ? ORDER : []);
  });
}

/** @param {number} ratio @returns {number[]} columns of each row */
function columnsFor(ratio) {
  if (ratio > 1.7) return [3, 4, 6];
  return ratio > 0.9 ? [3, 4, 4] : [1, 2, 3];
}

/** @param {Rect} room @param {number} count @param {number} columns @param {number} gap @param {readonly number[]} order */
function grid({ x, y, width, height }, count, columns, gap, order) {
  const rows = Math.ceil(count / columns);
  const [wide, high] = [(width + gap) / columns, height / rows];
  return Array.from({ length: count }, (_, slot) => {
    const at = order[slot] ?? slot;
    return {
      x: x + (at % columns) * wide,
      y: y + Math.floor(at / columns) * high + gap / 2,
      width: wide - gap,
      height: Math.max(1, high - gap),
    };
  });
}
