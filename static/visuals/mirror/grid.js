// Grid layout of phones in the largest free part of the picture.
// @ts-check
import { unitOf } from "../_kit/type.js";

/** @import { Rect } from "../../js/display/stage/contract.js" */

const BESIDE_UNITS = 1.6; // units between words and a phone's cell
const NAME_UNITS = 2.6; // units below a phone for its name
const CENTRED = 0.8; // how much of its size a phone gives to stand in the middle
const TALL = 0.84; // of its cell's height, without the name, that a phone may take
const TALLEST = 0.56; // of the picture's height, when it stands alone
const ROUND = 1.2; // of its cell's width: phones that lie across hardly touch

/** @typedef {{x: number, y: number, height: number, width: number}} Place a phone's middle and height, its cell's width; CSS pixels */

/**
 * @param {number} count phones, 1 or more
 * @param {readonly Rect[]} words to stay clear of
 * @param {number} width of the picture, in CSS pixels
 * @param {number} height
 * @param {Rect} safe the part of the picture that may have words
 * @returns {Place[]} as many as there are phones, by rows
 */
export function arrange(count, words, width, height, safe) {
  const unit = unitOf({ width, height });
  let best = { area: { x: 0, y: 0, width, height }, columns: 1, tall: 0, worth: -1 };
  for (const area of freeAreas(words, safe, unit)) {
    const centred = 1 - CENTRED * Math.abs((area.x + area.width / 2) / width - 0.5);
    const most = Math.min(TALLEST * height, Math.sqrt((TALL * ROUND * area.width * area.height) / count)); // without names
    if (most * centred <= best.worth) continue;
    for (let columns = 1; columns <= count; columns += 1) {
      const tall = tallest(count, columns, area, unit, height);
      const worth = tall * centred;
      if (worth > best.worth) best = { area, columns, tall, worth };
    }
  }
  return places(count, best.columns, best.area, best.tall, unit);
}

/** @param {number} count @param {number} columns @param {Rect} area @param {number} unit @param {number} height of the picture */
function tallest(count, columns, area, unit, height) {
  const rows = Math.ceil(count / columns);
  const room = area.height / rows - NAME_UNITS * unit;
  return Math.min(TALL * room, (ROUND * area.width) / columns, TALLEST * height);
}

/**
 * Every rectangle between words that could not be larger, and some that could.
 * @param {readonly Rect[]} words
 * @param {Rect} safe
 * @param {number} unit
 */
function freeAreas(words, safe, unit) {
  const beside = BESIDE_UNITS * unit;
  const [end, foot] = [safe.x + safe.width, safe.y + safe.height];
  const taken = words.map((word) => ({
    left: word.x - beside,
    top: word.y - beside,
    right: word.x + word.width + beside,
    bottom: word.y + word.height + beside,
  }));
  const lefts = within([safe.x, ...taken.map(({ right }) => right)], safe.x, end);
  const rights = within([end, ...taken.map(({ left }) => left)], safe.x, end);
  const tops = within([safe.y, ...taken.map(({ bottom }) => bottom)], safe.y, foot);
  const bottoms = within([foot, ...taken.map(({ top }) => top)], safe.y, foot);
  /** @type {Rect[]} */ const areas = [];
  for (const x of lefts) for (const right of rights) {
    if (right <= x) continue;
    const between = taken.filter((word) => word.left < right && word.right > x); // few of a long row of seats
    for (const y of tops) for (const bottom of bottoms) {
      if (bottom <= y || between.some((word) => word.top < bottom && word.bottom > y)) continue;
      areas.push({ x, y, width: right - x, height: bottom - y });
    }
  }
  return areas.length ? areas : [safe];
}

/** @param {number[]} values @param {number} least @param {number} most @returns {number[]} each once: seats in a row have the same top */
function within(values, least, most) {
  return [...new Set(values)].filter((value) => value >= least && value <= most);
}

/** @param {number} count @param {number} columns @param {Rect} area @param {number} tall @param {number} unit @returns {Place[]} */
function places(count, columns, area, tall, unit) {
  const rows = Math.ceil(count / columns);
  const cell = { width: area.width / columns, height: area.height / rows };
  return Array.from({ length: count }, (_, i) => {
    const row = Math.floor(i / columns);
    const inRow = Math.min(columns, count - row * columns);
    return {
      x: area.x + area.width / 2 + ((i % columns) - (inRow - 1) / 2) * cell.width,
      y: area.y + (row + 0.5) * cell.height - (NAME_UNITS * unit) / 2,
      height: tall,
      width: cell.width,
    };
  });
}
