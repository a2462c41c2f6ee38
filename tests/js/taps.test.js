// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { IDENTITY } from "../../static/js/shared/motion.js";
import { TapFilter } from "../../static/js/display/phones/tap-filter.js";
import { TapQueue } from "../../static/js/client/tap-queue.js";
import { TAP_WRAP } from "../../static/js/protocol.js";

const MIDDLE = { x: 0.5, y: 0.5 };
const POSE = { attitude: IDENTITY, rest: 0 };

test("taps wait in order until the screen has them", () => {
  const taps = kept(0, 100, 200);
  taps.answered(1, true);
  assert.deepEqual(ids(taps.waiting), [0, 2]);
  taps.answered(0, false);
  assert.deepEqual(taps.waiting.map(({ id, isAnswered }) => [id, isAnswered]), [[0, true], [2, false]]);
  taps.answered(9, true);
  assert.deepEqual(ids(taps.waiting), [0, 2]);
});

test("a tap is given up two seconds after the finger, and no sooner", () => {
  const taps = kept(0, 100, 1500);
  assert.equal(taps.until, 2000);
  assert.deepEqual(ids(taps.giveUp(1999)), []);
  assert.deepEqual(ids(taps.giveUp(2100)), [0, 1]);
  assert.equal(taps.until, 3500);
  assert.deepEqual(ids(taps.giveUp()), [2]);
  assert.equal(taps.until, Infinity);
});

test("an answer that comes after that changes nothing", () => {
  const taps = kept(0);
  taps.giveUp(2000);
  taps.answered(0, true);
  assert.deepEqual(taps.waiting, []);
});

test("ids wrap, and two pages start apart", () => {
  const taps = new TapQueue(TAP_WRAP - 1);
  assert.equal(taps.add(MIDDLE, POSE, 0).id, TAP_WRAP - 1);
  assert.equal(taps.add(MIDDLE, POSE, 0).id, 0);
  const starts = Array.from({ length: 100 }, () => new TapQueue().add(MIDDLE, POSE, 0).id);
  assert.equal(new Set(starts).size, 100);
  assert.ok(starts.every((id) => Number.isInteger(id) && id >= 0 && id < TAP_WRAP));
});

test("the display shows a tap once, however often a server that forgot passes it on", () => {
  const visualState = new TapFilter();
  const asked = [[1, 7], [1, 7], [2, 7], [1, 8], [1, 7], [1, 8]].map(([number, id]) => visualState.admits(number, [id, 0, 0, 0], 0));
  assert.deepEqual(asked, [true, false, true, true, false, false]);
});

test("the display shows no tap that slept on its way, and takes a wrong clock for none", () => {
  const visualState = new TapFilter();
  const now = 1_000_000;
  const ages = [0, 1999, 2001, 59_000, 61_000, -5000];
  const shown = ages.map((age, id) => visualState.admits(1, [id, now - age, 0, 0], now));
  assert.deepEqual(shown, [true, true, false, false, true, true]);
  assert.ok(visualState.admits(1, [10, now - 5000, 0, 0], 0), "as long as it doesn't know the time");
});

test("the display's memory stays small", () => {
  const visualState = new TapFilter();
  for (let id = 0; id < 100; id += 1) assert.ok(visualState.admits(1, [id, 0, 0, 0], 0));
  assert.ok(!visualState.admits(1, [68, 0, 0, 0], 0));
  assert.ok(visualState.admits(1, [67, 0, 0, 0], 0), "33 taps ago");
});

/** @param {number[]} moments milliseconds at which a finger came up */
function kept(...moments) {
  const taps = new TapQueue(0);
  for (const at of moments) taps.add(MIDDLE, POSE, at);
  return taps;
}

/** @param {readonly {id: number}[]} taps */
function ids(taps) {
  return taps.map(({ id }) => id);
}
