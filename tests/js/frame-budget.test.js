// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { FrameBudget } from "../../static/js/display/gallery/frame-budget.js";

/**
 * Let frames come.
 * @param {FrameBudget} frameBudget @param {number} frames @param {(count: number) => number} gap milliseconds between them,
 *   where so many pictures move
 */
function run(frameBudget, frames, gap) {
  let now = 0;
  for (let i = 0; i <= frames; i += 1) frameBudget.frame((now += gap(frameBudget.count)));
}

test("where frames come smoothly, all may move, one after the other", () => {
  const frameBudget = new FrameBudget(8);
  assert.equal(frameBudget.count, 1);
  run(frameBudget, 30, () => 16.7);
  assert.equal(frameBudget.count, 2);
  run(frameBudget, 1000, () => 16.7);
  assert.equal(frameBudget.count, 8);
});

test("a television that shows 50 pictures a second is quick enough", () => {
  const frameBudget = new FrameBudget(8);
  run(frameBudget, 1000, () => 20.02);
  assert.equal(frameBudget.count, 8);
});

test("it settles at what the computer bears, and tries no more again", () => {
  const frameBudget = new FrameBudget(8);
  run(frameBudget, 200, (count) => (count > 3 ? 33 : 16.7));
  assert.equal(frameBudget.count, 3);
  const counts = new Set();
  run(frameBudget, 3000, (count) => (counts.add(count), 16.7));
  assert.deepEqual([...counts], [3]);
});

test("a hitch while one starts says nothing", () => {
  const frameBudget = new FrameBudget(8);
  let frame = 0;
  run(frameBudget, 300, () => ((frame += 1) % 30 < 3 ? 200 : 16.7));
  assert.equal(frameBudget.count, 8);
});

test("a screen that is slow by itself keeps the one", () => {
  const frameBudget = new FrameBudget(8);
  run(frameBudget, 1000, () => 33.3);
  assert.equal(frameBudget.count, 1);
});
