// The oldest browsers that README.md names can read the pages' modules.
// @ts-check
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "acorn";

const ROOT = new URL("../../", import.meta.url);
const YEAR = /** @type {const} */ (2022); // of Safari 15.4, Chrome 108, Firefox 101

test("README.md names the year whose JavaScript the modules are written in", () => {
  assert.match(read("README.md"), new RegExp(`oldest browsers are those of ${YEAR}: Safari 15\\.4`));
});

test("every module of the pages is JavaScript of that year", () => {
  const all = readdirSync(new URL("static/", ROOT), { recursive: true }).map((file) => `static/${file}`);
  const files = all.filter((file) => file.endsWith(".js") && !file.endsWith("fallback.js"));
  assert.ok(files.length > 80);
  for (const file of files) assert.doesNotThrow(() => parse(read(file), { ecmaVersion: YEAR, sourceType: "module" }), file);
});

test("the script that speaks where modules fail is ECMAScript 5", () => {
  assert.doesNotThrow(() => parse(read("static/js/fallback.js"), { ecmaVersion: 5, sourceType: "script" }));
});

/** @param {string} file */
function read(file) {
  return readFileSync(new URL(file, ROOT), "utf8");
}
