// What a visual keeps through a reload of the display.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { Memory } from "../../static/js/display/stage/state.js";

/** @returns {{memory: Memory, sent: [string, string][]}} */
function kept() {
  /** @type {[string, string][]} */ const sent = [];
  return { memory: new Memory((name, value) => void sent.push([name, value])), sent };
}

test("what is set is sent and had again, and sent once only", () => {
  const { memory, sent } = kept();
  memory.begin("wall", { round: "3" });
  memory.set("words", ["hello"]);
  memory.set("words", ["hello"]);
  memory.set("round", undefined);

  assert.deepEqual(sent, [["words", '["hello"]'], ["round", ""]]);
  assert.deepEqual(memory.get("words"), ["hello"]);
  assert.equal(memory.get("round"), undefined);
});

test("what the server has forgotten is sent to it again, unless another visual is on", () => {
  const { memory, sent } = kept();
  memory.begin("wall", {});
  memory.set("round", 3);
  memory.begin("wall", {});
  memory.begin("vote", {});

  assert.deepEqual(sent, [["round", "3"], ["round", "3"]]);
  assert.equal(memory.get("round"), undefined);
});

test("what is too long to be kept is refused at once, and the value before it stays", () => {
  const { memory, sent } = kept();
  memory.begin("wall", {});
  memory.set("words", "x".repeat(998)); // and two quotes
  assert.throws(() => memory.set("words", "x".repeat(999)), /"words" has 1001 letters as JSON, and at most 1000 are kept/);

  assert.equal(sent.length, 1);
  assert.equal(memory.get("words").length, 998);
});
