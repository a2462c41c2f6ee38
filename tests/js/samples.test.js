// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { about, IDENTITY } from "../../static/js/shared/motion.js";
import { hasMoved, sampleOf, tapMessage } from "../../static/js/client/samples.js";

test("a tilt is integers within the protocol's limits", () => {
  assert.deepEqual(sampleOf("tilt", 65_537, 12_345, [...IDENTITY, 54.6]), [1, 12_345, 0, 0, 0, 10_000, 55]);
  const over = sampleOf("tilt", 0, 0, [1.0000001, -1.0000001, 0, 0, -180]);
  assert.deepEqual(over.slice(2), [10_000, -10_000, 0, 0, -180]);
});

test("a thumb that slides off the pad stays at its edge", () => {
  assert.deepEqual(sampleOf("pad", 7, 0, [-0.2, 1.4, true]), [7, 0, 0, 10_000, true]);
  assert.deepEqual(tapMessage(3, 9, { x: 0.5, y: 0.25 }), [3, 9, 5000, 2500]);
});

test("a turn of a fifth of a degree is a movement, a trembling sensor's step is none", () => {
  const still = sampleOf("tilt", 0, 0, [...IDENTITY, 40]);
  assert.ok(hasMoved("tilt", still, sampleOf("tilt", 1, 9, [...about("x", 0.2), 40])));
  assert.ok(!hasMoved("tilt", still, sampleOf("tilt", 1, 9, [...about("x", 0.05), 40])));
  assert.ok(hasMoved("tilt", still, sampleOf("tilt", 1, 9, [...IDENTITY, 41])), "recentred");
});

test("a thumb that lands where it was is news", () => {
  const up = sampleOf("pad", 0, 0, [0.5, 0.5, false]);
  assert.ok(hasMoved("pad", up, sampleOf("pad", 1, 9, [0.5, 0.5, true])));
  assert.ok(!hasMoved("pad", up, sampleOf("pad", 1, 9, [0.501, 0.5, false])));
});
