// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { about, IDENTITY } from "../../static/js/shared/motion.js";
import { padMoved, padSample, tapMessage, tiltMoved, tiltSample } from "../../static/js/client/samples.js";

test("a tilt is integers within the protocol's limits", () => {
  assert.deepEqual(tiltSample(65_537, 12_345, { attitude: IDENTITY, rest: 54.6 }), [1, 12_345, 0, 0, 0, 10_000, 55]);
  const over = tiltSample(0, 0, { attitude: [1.0000001, -1.0000001, 0, 0], rest: -180 });
  assert.deepEqual(over.slice(2), [10_000, -10_000, 0, 0, -180]);
});

test("a thumb that slides off the pad stays at its edge", () => {
  assert.deepEqual(padSample(7, 0, { x: -0.2, y: 1.4 }, true), [7, 0, 0, 10_000, true]);
  assert.deepEqual(tapMessage(3, 9, { x: 0.5, y: 0.25 }), [3, 9, 5000, 2500]);
});

test("a turn of a fifth of a degree is a movement, a trembling sensor's step is none", () => {
  const still = tiltSample(0, 0, { attitude: IDENTITY, rest: 40 });
  assert.ok(tiltMoved(still, tiltSample(1, 9, { attitude: about("x", 0.2), rest: 40 })));
  assert.ok(!tiltMoved(still, tiltSample(1, 9, { attitude: about("x", 0.05), rest: 40 })));
  assert.ok(tiltMoved(still, tiltSample(1, 9, { attitude: IDENTITY, rest: 41 })), "recentred");
});

test("a thumb that lands where it was is news", () => {
  const up = padSample(0, 0, { x: 0.5, y: 0.5 }, false);
  assert.ok(padMoved(up, padSample(1, 9, { x: 0.5, y: 0.5 }, true)));
  assert.ok(!padMoved(up, padSample(1, 9, { x: 0.501, y: 0.5 }, false)));
});
