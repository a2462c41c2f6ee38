// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { Allowance } from "../../static/js/display/gallery/frame-budget.js";

/**
 * Let frames come.
 * @param {Allowance} allowance @param {number} frames @param {(count: number) => number} gap milliseconds between them,
 *   where so many pictures move
 */
function run(allowance, frames, gap) {
  let now = 0;
  for (let i = 0; i <= frames; i += 1) allowance.frame((now += gap(allowance.count)));
}

test("where frames come smoothly, all may move, one after the other", () => {
  const allowance = new Allowance(8);
  assert.equal(allowance.count, 1);
  run(allowance, 30, () => 16.7);
  assert.equal(allowance.count, 2);
  run(allowance, 1000, () => 16.7);
  assert.equal(allowance.count, 8);
});

test("a television that shows 50 pictures a second is quick enough", () => {
  const allowance = new Allowance(8);
  run(allowance, 1000, () => 20.02);
  assert.equal(allowance.count, 8);
});

test("it settles at what the computer bears, and tries no more again", () => {
  const allowance = new Allowance(8);
  run(allowance, 200, (count) => (count > 3 ? 33 : 16.7));
  assert.equal(allowance.count, 3);
  const counts = new Set();
  run(allowance, 3000, (count) => (counts.add(count), 16.7));
  assert.deepEqual([...counts], [3]);
});

test("a hitch while one starts says nothing", () => {
  const allowance = new Allowance(8);
  let frame = 0;
  run(allowance, 300, () => ((frame += 1) % 30 < 3 ? 200 : 16.7));
  assert.equal(allowance.count, 8);
});

test("a screen that is slow by itself keeps the one", () => {
  const allowance = new Allowance(8);
  run(allowance, 1000, () => 33.3);
  assert.equal(allowance.count, 1);
});
