// The safe margin: as the server says, as the host's keys say, and remembered.
// @ts-check
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Margin } from "../../static/js/display/panels/margin.js";

/** @type {Map<string, string>} */ const stored = new Map();
const storage = {
  getItem: (/** @type {string} */ name) => stored.get(name) ?? null,
  setItem: (/** @type {string} */ name, /** @type {string} */ value) => stored.set(name, value),
};
Object.assign(globalThis, { sessionStorage: storage, localStorage: storage });
beforeEach(() => stored.clear());

/** @param {number} given percent */
function opened(given) {
  /** @type {Record<string, string>} */ const css = {};
  const style = { setProperty: (/** @type {string} */ name, /** @type {string} */ value) => (css[name] = value) };
  return { css, margin: new Margin(/** @type {HTMLElement} */ (/** @type {unknown} */ ({ style })), given) };
}

test("it is as the server says until the host changes it, and stays so", () => {
  const { css, margin } = opened(2.5);
  assert.equal(css["--safe"], "2.5");

  assert.equal(margin.widen(1), 3.5);

  assert.equal(css["--safe"], "3.5");
  assert.equal(opened(2.5).css["--safe"], "3.5");
});

test("a server with another margin starts anew", () => {
  opened(5).margin.widen(-1);

  assert.equal(opened(8).css["--safe"], "8");
  assert.equal(opened(5).css["--safe"], "4");
});

test("it stays within what the server's option allows", () => {
  const { margin } = opened(9.5);

  assert.equal(margin.widen(1), 10);
  assert.equal(margin.widen(-20), 0);
});

test("what is stored and no number is as good as nothing", () => {
  stored.set("margin-5", "wide");

  assert.equal(opened(5).css["--safe"], "5");
});
