// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { Refusals } from "../../static/js/display/stage/refusals.js";

const ORIGIN = "http://10.0.0.2:8080";
const RAIN = { name: "rain", title: "Rain" };
const FILE = `${ORIGIN}/static/~0a1b2c3d/visuals/rain/visual.js`;

test("what was refused, by whom and where, in one sentence", () => {
  /** @type {[string, string, string][]} */ const cases = [
    ["img-src", "https://a.example/x.png?y", "a picture from a.example (x.png)"],
    ["media-src", "http://a.example:8000/", "a sound or a film from a.example:8000"],
    ["connect-src", "wss://a.example/", "a request from a.example"],
    ["script-src-elem", "https://a.example/three.js", "a script from a.example (three.js)"],
    ["script-src-elem", "data", "a script from data:"],
    ["worker-src", "data", "a worker from data:"],
    ["frame-src", `${ORIGIN}/static/x.html`, "a frame from 10.0.0.2:8080 (x.html)"],
    ["script-src", "eval", "code from a text (eval)"],
    ["script-src", "wasm-eval", "WebAssembly"],
    ["script-src-attr", "inline", "an event handler in markup"],
    ["style-src-elem", "inline", "a <style> element"],
    ["style-src-attr", "inline", "a style attribute"],
    ["future-src", "https://a.example/", "future-src from a.example"],
    ["future-src", "", "future-src"],
  ];
  for (const [effectiveDirective, blockedURI, what] of cases) {
    const { refusals } = desk();
    assert.deepEqual(refusals.take({ effectiveDirective, blockedURI, sourceFile: FILE, lineNumber: 7 }, RAIN), {
      file: "rain/visual.js",
      line: 7,
      what: `${what} is refused here; docs/visuals.md says what loads.`,
      words: `rain/visual.js, line 7: ${what} is refused here; docs/visuals.md says what loads.`,
      isItsOwn: true,
    });
  }
});

test("where the browser names no file, or one of the house, it is the visual that is on", () => {
  for (const sourceFile of ["", `${ORIGIN}/`, `${ORIGIN}/static/vendor/three/three.module.js`]) {
    const told = desk().refusals.take(picture({ sourceFile }), RAIN);
    assert.equal(told?.words, "Rain: a picture from a.example (x.png) is refused here; docs/visuals.md says what loads.");
    assert.equal(told?.line, 0);
  }
});

test("a browser's extension is none of ours", () => {
  assert.equal(desk().refusals.take(picture({ sourceFile: "chrome-extension://abc/content.js" }), RAIN), null);
});

test("each kind is told once for a file, until the file is another", () => {
  const { refusals } = desk();
  assert.ok(refusals.take(picture(), RAIN));
  assert.equal(refusals.take(picture({ lineNumber: 9 }), RAIN), null);
  assert.ok(refusals.take(picture({ effectiveDirective: "media-src" }), RAIN));
  assert.ok(refusals.take(picture({ sourceFile: FILE.replace("visual.js", "other.js") }), RAIN));
  refusals.clear();
  assert.ok(refusals.take(picture(), RAIN));
});

test("an error right after a refusal is told as that refusal", () => {
  const { refusals, at } = desk();
  assert.equal(refusals.cause("Failed to fetch."), "Failed to fetch.");
  const told = refusals.take(picture(), RAIN);
  assert.equal(refusals.cause("Failed to fetch."), told?.words);
  at.now += 400;
  refusals.take(picture(), RAIN);
  at.now += 400;
  assert.equal(refusals.cause("Failed to fetch."), told?.words, "though it was not told again");
  at.now += 200;
  assert.equal(refusals.cause("Failed to fetch."), "Failed to fetch.");
});

test("what another visual in the gallery was refused explains no error of this one", () => {
  const { refusals } = desk();
  const told = refusals.take(picture({ sourceFile: FILE.replace("rain", "snow") }), RAIN);
  assert.equal(told?.isItsOwn, false);
  assert.equal(refusals.cause("Failed to fetch."), "Failed to fetch.");
});

/** @param {Partial<SecurityPolicyViolationEvent>} [other] */
function picture(other = {}) {
  return { effectiveDirective: "img-src", blockedURI: "https://a.example/x.png", sourceFile: FILE, lineNumber: 7, ...other };
}

function desk() {
  const at = { now: 1000 };
  return { at, refusals: new Refusals(ORIGIN, () => at.now) };
}
