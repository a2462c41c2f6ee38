// What a visual keeps through a reload of the display.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { VisualState } from "../../static/js/display/stage/visual-state.js";

/** @returns {{visualState: VisualState, sent: [string, string][]}} */
function kept() {
  /** @type {[string, string][]} */ const sent = [];
  return { visualState: new VisualState((name, value) => void sent.push([name, value])), sent };
}

test("what is set is sent and had again, and sent once only", () => {
  const { visualState, sent } = kept();
  visualState.begin("wall", { round: "3" });
  visualState.set("words", ["hello"]);
  visualState.set("words", ["hello"]);
  visualState.set("round", undefined);

  assert.deepEqual(sent, [["words", '["hello"]'], ["round", ""]]);
  assert.deepEqual(visualState.get("words"), ["hello"]);
  assert.equal(visualState.get("round"), undefined);
});

test("what the server has forgotten is sent to it again, unless another visual is on", () => {
  const { visualState, sent } = kept();
  visualState.begin("wall", {});
  visualState.set("round", 3);
  visualState.begin("wall", {});
  visualState.begin("vote", {});

  assert.deepEqual(sent, [["round", "3"], ["round", "3"]]);
  assert.equal(visualState.get("round"), undefined);
});

test("what is too long to be kept is refused at once, and the value before it stays", () => {
  const { visualState, sent } = kept();
  visualState.begin("wall", {});
  visualState.set("words", "x".repeat(998)); // and two quotes
  assert.throws(() => visualState.set("words", "x".repeat(999)), /"words" has 1001 letters as JSON, and at most 1000 are kept/);

  assert.equal(sent.length, 1);
  assert.equal(visualState.get("words").length, 998);
});
