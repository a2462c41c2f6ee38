// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { arrange } from "../../static/visuals/mirror/grid.js";

/** @import { Rect } from "../../static/js/display/stage/contract.js" */
/** @import { Place } from "../../static/visuals/mirror/grid.js" */

const SCREENS = [[1280, 720], [1920, 1080], [3840, 2160], [1080, 1920]];

test("1 to 40 phones stand clear of the words, of each other and of the edges", () => {
  for (const [width, height] of SCREENS) {
    const words = wordsOf(width, height);
    for (let count = 1; count <= 40; count += 1) {
      const places = arrange(count, words, width, height, safeOf(width, height));
      assert.equal(places.length, count);
      places.forEach((place, i) => {
        const what = `${i + 1} of ${count} on ${width} × ${height}`;
        const box = boxOf(place);
        assert.ok(box.x >= 0.05 * width - 1e-6 && box.x + box.width <= 0.95 * width + 1e-6, `${what} is cropped`);
        assert.ok(box.y >= 0.05 * height - 1e-6 && box.y + box.height <= 0.95 * height + 1e-6, `${what} is cropped`);
        for (const word of words) assert.ok(areApart(box, word), `${what} hides words`);
        for (const other of places.slice(0, i)) assert.ok(areApart(box, boxOf(other)), `${what} hides another`);
      });
    }
  }
});

test("phones are as large as the room allows: one is large, forty can still be read", () => {
  for (const [width, height] of SCREENS) {
    const words = wordsOf(width, height);
    const shorter = Math.min(width, height);
    assert.ok(arrange(1, words, width, height, safeOf(width, height))[0].height > 0.35 * shorter);
    assert.ok(arrange(40, words, width, height, safeOf(width, height))[0].height > 0.08 * shorter);
  }
});

test("the last row stands in the middle", () => {
  const places = arrange(7, [], 1920, 1080, safeOf(1920, 1080));
  const last = places.filter(({ y }) => y === places[6].y);
  assert.ok(last.length < 7);
  assert.ok(Math.abs(last.reduce((sum, { x }) => sum + x, 0) / last.length - 960) < 1e-6);
});

test("where words leave no room the whole picture is used", () => {
  const [place] = arrange(1, [{ x: 0, y: 0, width: 1920, height: 1080 }], 1920, 1080, safeOf(1920, 1080));
  assert.ok(place.height > 0);
});

/** A phone held upright. @param {Place} place @returns {Rect} */
function boxOf({ x, y, height }) {
  return { x: x - height / 4, y: y - height / 2, width: height / 2, height };
}

/** @param {Rect} a @param {Rect} b */
function areApart(a, b) {
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
}

/** The row of seats, the title and the code as they are while people play. @param {number} width @param {number} height */
function wordsOf(width, height) {
  const unit = Math.min(width, height) / 45;
  return [
    { x: 2 * unit, y: 1.7 * unit, width: width - 4 * unit, height: 3.2 * unit },
    { x: 2 * unit, y: height - 6 * unit, width: 14 * unit, height: 4 * unit },
    { x: width - 20 * unit, y: height - 6.5 * unit, width: 11 * unit, height: 4.6 * unit },
    { x: width - 8.3 * unit, y: height - 8.3 * unit, width: 6.4 * unit, height: 6.4 * unit },
  ];
}

/** @param {number} width @param {number} height of the picture @returns {Rect} without the 5 % that a television may crop */
function safeOf(width, height) {
  return { x: width / 20, y: height / 20, width: 0.9 * width, height: 0.9 * height };
}
