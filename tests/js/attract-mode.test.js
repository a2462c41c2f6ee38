// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { freeOf } from "../../static/js/phone/attract-mode.js";

test("upright, lights stay above the words", () => {
  const free = freeOf({ x: 0, y: 500, width: 390, height: 344 }, { width: 390, height: 844 });
  assert.ok(free.y > 0 && free.y + free.height < 500);
});

test("held across, they stay beside them", () => {
  const free = freeOf({ x: 0, y: 90, width: 422, height: 210 }, { width: 844, height: 390 });
  assert.ok(free.x > 422 && free.x + free.width < 844);
});

test("with words to the very top there is still no negative room", () => {
  const free = freeOf({ x: 0, y: 0, width: 320, height: 568 }, { width: 320, height: 568 });
  assert.ok(free.height >= 0);
});
