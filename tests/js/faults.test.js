// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { FaultCounter, inWords, isOf } from "../../static/js/display/stage/faults.js";

test("three errors within a second are too many, and all are counted", () => {
  const faults = new FaultCounter();
  faults.add(1000);
  faults.add(1400);
  assert.ok(!faults.areTooMany);
  faults.add(1999);
  assert.ok(faults.areTooMany);
  assert.equal(faults.count, 3);
});

test("an error now and then is counted and forgiven", () => {
  const faults = new FaultCounter();
  for (let now = 0; now < 30_000; now += 500) {
    faults.add(now);
    assert.ok(!faults.areTooMany, `at ${now} ms`);
  }
  assert.equal(faults.count, 60);
});

test("what is told names the visual's own line, in the words of each browser", () => {
  const chrome = `TypeError: drops is not iterable
    at each (http://127.0.0.1:8080/static/vendor/three/three.module.js:9:1)
    at Object.draw (http://127.0.0.1:8080/static/~1a2b3c4d/visuals/rain/visual.js:12:5)
    at create (http://127.0.0.1:8080/static/~1a2b3c4d/visuals/rain/other.js:2:5)`;
  const safari = "draw@https://192.168.1.20:8443/static/~1a2b3c4d/visuals/rain/visual.js:12:5";
  for (const stack of [chrome, safari]) {
    const error = Object.assign(new TypeError("drops is not iterable."), { stack });
    assert.equal(inWords(error, 2), "rain/visual.js, line 12: drops is not iterable. 2 errors.");
  }
});

test("what a visual asked of the kit in vain is told where the visual asked", () => {
  const kit = "    at boxOf (http://127.0.0.1:8080/static/~1a2b3c4d/visuals/_kit/boxes.js:14:5)";
  const own = "    at draw (http://127.0.0.1:8080/static/~1a2b3c4d/visuals/rain/visual.js:12:5)";
  const through = Object.assign(new TypeError("x is undefined"), { stack: `TypeError\n${kit}\n${own}` });
  const within = Object.assign(new TypeError("x is undefined"), { stack: `TypeError\n${kit}` });
  assert.equal(inWords(through), "rain/visual.js, line 12: x is undefined.");
  assert.equal(inWords(within), "_kit/boxes.js, line 14: x is undefined.");
});

test("what has no place, or is no error, is told as well", () => {
  assert.equal(inWords(Object.assign(new Error("gone"), { stack: undefined }), 1), "gone. 1 error.");
  assert.equal(inWords(Object.assign(new RangeError(""), { stack: "" }), 1), "RangeError. 1 error.");
  assert.equal(inWords("a word", 3), "a word. 3 errors.");
  assert.equal(inWords(undefined, 3), "undefined. 3 errors.");
  assert.equal(inWords("a word"), "a word.", "where nobody counts");
});

test("an error is of a visual if it passed through its code", () => {
  const error = Object.assign(new Error("gone"), { stack: "at tick (http://10.0.0.2/static/~1a2b3c4d/visuals/rain/drops.js:3:1)" });
  assert.ok(isOf(error, "rain"));
  assert.ok(!isOf(error, "drops"));
  assert.ok(!isOf("a word", "rain"));
});
