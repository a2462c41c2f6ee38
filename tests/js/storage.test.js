// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import * as storage from "../../static/js/shared/storage.js";

// Node has neither storage: to name one throws, as in a browser that blocks them.
test("without a storage the page itself remembers", () => {
  storage.set("pass", "a");
  assert.equal(storage.get("pass"), "a");
  storage.remove("pass");
  assert.equal(storage.get("pass"), null);
  storage.setInTab("transport", "polling");
  assert.equal(storage.getInTab("transport"), "polling");
});
