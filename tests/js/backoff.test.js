// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { waitAfter } from "../../static/js/shared/backoff.js";
import { seeded } from "../../static/js/display/stage/stage-api.js";

const PHONES = 300;

test("the limit of a wait doubles from 0.2 s to 10 s", () => {
  const limits = [0, 1, 2, 3, 4, 5, 6, 50, 5000].map((failed) => waitAfter(failed, undefined, () => 1));
  assert.deepEqual(limits, [200, 400, 800, 1600, 3200, 6400, 10_000, 10_000, 10_000]);
  assert.equal(waitAfter(9, 2000, () => 1), 2000);
});

test("a wait is anything up to its limit, and nothing more often than something else", () => {
  const random = seeded(7);
  for (const failed of [0, 3, 9]) {
    const limit = waitAfter(failed, undefined, () => 1);
    const tenths = Array(10).fill(0);
    for (let i = 0; i < 10_000; i += 1) tenths[Math.floor((10 * waitAfter(failed, undefined, random)) / limit)] += 1;
    assert.ok(Math.min(...tenths) > 850 && Math.max(...tenths) < 1150, `${tenths}`);
  }
});

test("phones that a long outage cut off together come back spread out", () => {
  const random = seeded(11);
  const seconds = Array(11).fill(0);
  for (let phone = 0; phone < PHONES; phone += 1) {
    let at = 0;
    for (let failed = 0; at < 20_000; failed += 1) at += waitAfter(failed, undefined, random);
    seconds[Math.floor((at - 20_000) / 1000)] += 1;
  }
  assert.ok(Math.max(...seconds) < 80, `a second: ${seconds}`);
});
