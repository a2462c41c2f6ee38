// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { forget, keep, keepInTab, kept, keptInTab } from "../../static/js/shared/storage.js";

// Node has neither storage: to name one throws, as in a browser that blocks them.
test("without a storage the page itself remembers", () => {
  keep("pass", "a");
  assert.equal(kept("pass"), "a");
  forget("pass");
  assert.equal(kept("pass"), null);
  keepInTab("transport", "polling");
  assert.equal(keptInTab("transport"), "polling");
});
