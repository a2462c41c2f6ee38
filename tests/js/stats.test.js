// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { SampleStats, milliseconds, oldest, quantile } from "../../static/js/display/panels/stats.js";
import "./english.js";

test("a tally says samples a second and how old they were", () => {
  const stats = new SampleStats();
  for (let sample = 0; sample < 30; sample += 1) stats.arrived();
  for (let age = 1; age <= 100; age += 1) stats.painted(age);
  assert.deepEqual(stats.read(0.5), { perSecond: 60, p50: 51, p99: 100 });
});

test("a tally begins anew once it is read", () => {
  const stats = new SampleStats();
  stats.arrived();
  stats.painted(20);
  stats.read(1);
  assert.deepEqual(stats.read(1), { perSecond: 0, p50: NaN, p99: NaN });
});

test("of more phones than fit, those with the oldest samples are shown, in their order", () => {
  const rows = [30, NaN, 80, 10, 50].map((p99, number) => ({ number, reading: { perSecond: 60, p50: 5, p99 } }));
  assert.deepEqual(oldest(rows, 3).map(({ number }) => number), [0, 2, 4]);
  assert.deepEqual(oldest(rows, 12), rows);
});

test("a quantile is one of the values, and none of none", () => {
  assert.equal(quantile([3, 1, 2], 0.5), 2);
  assert.equal(quantile([3, 1, 2], 0.99), 3);
  assert.equal(quantile([3, 1, 2], 0), 1);
  assert.ok(Number.isNaN(quantile([], 0.5)));
});

test("milliseconds are as exact as they can be read", () => {
  assert.deepEqual([0.44, 9.96, 61.7, NaN, Infinity].map(milliseconds), ["0.4 ms", "10.0 ms", "62 ms", "–", "–"]);
});
