// The oldest browsers that README.md and the pages name can read the pages' modules.
// @ts-check
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { parse, tokenizer } from "acorn";
import { ENGLISH } from "./english.js";

const ROOT = new URL("../../", import.meta.url);
const PHONE = { year: 2022, browsers: ["iOS 15.4", "Chrome 108", "Firefox 104"], says: ENGLISH["pages.phone.too_old"] };
const DISPLAY = { year: 2023, browsers: ["110", "Firefox 115", "Safari 16.4"], says: ENGLISH["pages.display.too_old"] };
// What came after those browsers, by the name that a script calls it by. Syntax is the parser's to judge.
const AFTER_2023 = ["checkVisibility(", "canParse", "withResolvers", "groupBy", "startViewTransition", "isWellFormed", "isDisjointFrom"];
const AFTER_2022 = [...AFTER_2023, "toSorted", "toReversed", "toSpliced", "roundRect", "OffscreenCanvas"];

const all = readdirSync(new URL("static/", ROOT), { recursive: true }).map((file) => `static/${file}`);
const modules = all.filter((file) => file.endsWith(".js") && !file.endsWith("js/fallback.js"));
const ofPhones = importedBy(modules.filter((file) => /static\/(js\/(phone|client)\/[\w/-]+|visuals\/[\w-]+\/phone)\.js$/.test(file)));

for (const { browsers, year, says } of [PHONE, DISPLAY]) {
  test(`README.md and the page that needs them name the browsers of ${year}`, () => {
    for (const browser of browsers) {
      for (const text of [read("README.md"), says]) assert.ok(text.includes(browser), browser);
    }
    assert.match(read("README.md"), new RegExp(`those of ${year}`));
  });
}

test("every module of a phone's pages is JavaScript of 2022", () => {
  assert.ok(ofPhones.length > 50);
  for (const file of ofPhones) hold(file, PHONE.year, AFTER_2022);
});

test("every module of the display is JavaScript of 2023", () => {
  assert.ok(modules.length > 150);
  for (const file of modules) hold(file, DISPLAY.year, AFTER_2023);
});

test("the script that speaks where modules fail is ECMAScript 5", () => {
  assert.doesNotThrow(() => parse(read("static/js/fallback.js"), { ecmaVersion: 5, sourceType: "script" }));
});

test("a module that is too new is found", () => {
  for (const text of ["let a = /(?<=b)c/;", "class A { static { } }", "a.canParse(b);"]) {
    assert.throws(() => holdText(text, "a.js", PHONE.year, AFTER_2022), text);
  }
});

/** @param {string} file @param {number} year @param {readonly string[]} newer */
function hold(file, year, newer) {
  holdText(read(file), file, year, file.includes("/vendor/") ? [] : newer); // those ask before they use
}

/** @param {string} text @param {string} file @param {number} year @param {readonly string[]} newer */
function holdText(text, file, year, newer) {
  const options = { ecmaVersion: /** @type {2022 | 2023} */ (year), sourceType: /** @type {const} */ ("module") };
  assert.doesNotThrow(() => parse(text, options), file);
  const code = [...tokenizer(text, options)].map(({ start, end }) => text.slice(start, end));
  const called = code.join("");
  for (const name of newer) assert.ok(!called.includes(name), `${file}: ${name}`);
  if (year >= 2023) return;
  for (const token of code) assert.ok(!/^\/.*\(\?<[=!]/.test(token), `${file}: Safari reads no ${token} before 16.4`);
  assert.ok(!code.some((token, i) => token === "static" && code[i + 1] === "{"), `${file}: static block, Safari 16.4`);
}

/** @param {readonly string[]} files @returns {string[]} these, and every module that they import, near or far */
function importedBy(files) {
  const found = new Set(files);
  for (const file of found) {
    for (const [, path] of read(file).matchAll(/(?:from|import\()\s*"(\.[^"]+\.m?js)"/g)) {
      found.add(new URL(path, new URL(file, ROOT)).href.slice(ROOT.href.length));
    }
  }
  return [...found];
}

/** @param {string} file */
function read(file) {
  return readFileSync(new URL(file, ROOT), "utf8");
}
