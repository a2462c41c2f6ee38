// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { cut, graphemes } from "../../static/js/graphemes.js";

const FAMILY = "👨‍👩‍👧‍👦";

test("a letter is what a person counts as one", () => {
  assert.deepEqual(graphemes(`a${FAMILY}é🇩🇪`), ["a", FAMILY, "é", "🇩🇪"]);
});

test("no cut falls within a letter", () => {
  assert.equal(cut(`${"x".repeat(71)}🏳️‍🌈`, 72), `${"x".repeat(71)}🏳️‍🌈`);
  assert.equal(cut(`${"x".repeat(72)}🏳️‍🌈`, 72), "x".repeat(72));
  assert.equal(cut(FAMILY.repeat(3), 2), FAMILY.repeat(2));
  assert.equal(cut("short", 72), "short");
  assert.equal(cut("anything", 0), "");
});
