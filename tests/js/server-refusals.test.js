// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { tryLater } from "../../static/js/shared/server-refusals.js";
import "./english.js";

/** @param {Partial<import("../../static/js/protocol.js").Ended>} ended */
const busy = (ended) => tryLater({ reason: "busy", message: "for developers", ...ended });

test("a phone that has to wait is told why and for how long", () => {
  assert.equal(busy({ cause: "returning", seconds: 3 }), "The room is coming back. Trying again in 3 seconds.");
  assert.equal(busy({ cause: "too_many_guesses", seconds: 89 }), "Too many codes were tried. Trying again in 89 seconds.");
  assert.equal(busy({ cause: "too_many_joins", seconds: 90 }), "Too many phones join at once. Trying again in 2 minutes.");
});

test("a wait is never told in fractions, or as none", () => {
  assert.match(busy({ cause: "too_many_returns", seconds: 0 }), /in 2 seconds/);
});

test("a cause that this page does not know is told in general, and never in the server's words", () => {
  assert.equal(busy({ seconds: 5 }), "That is too much at once. Trying again in 5 seconds.");
});
