// Rules for every folder in static/visuals, without a list of names or exceptions.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const STATIC = fileURLToPath(new URL("../../static", import.meta.url));
const VISUALS = resolve(STATIC, "visuals");
const KIT = "_kit"; // what visuals share
const SHARED = ["js/shared/marks.js", "js/shared/motion.js"]; // what a visual may import from the page
const KIT_SHARED = [...SHARED, "js/shared/graphemes.js"];
const CONTRACT = ["js/display/stage/contract.js", "js/phone/own/contract.js", "js/protocol.js"]; // types only
const TEXTS = { title: 80, sentence: 200, hint: 80, author: 80, licence: 40, description: 1000 }; // at most, in characters
const MOTIONS = ["tilt", "aim", "attitude", "shake", "none"];

const FORBIDDEN =
  /\bfetch\(|XMLHttpRequest|WebSocket|(local|session)Storage|\bimport\(|querySelector|getElementById|innerHTML|Math\.random/;

const FOLDERS = readdirSync(VISUALS, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

for (const folder of FOLDERS.filter((name) => name !== KIT)) {
  const own = resolve(VISUALS, folder);

  test(`${folder}: its name can stand in an address`, () => {
    assert.match(folder, /^[a-z0-9][a-z0-9-]{0,39}$/);
  });

  test(`${folder}: visual.json and locales/en.json say what it is, to everyone`, () => {
    const card = {
      ...JSON.parse(readFileSync(resolve(own, "visual.json"), "utf8")),
      ...JSON.parse(readFileSync(resolve(own, "locales/en.json"), "utf8")),
    };
    for (const [field, most] of Object.entries(TEXTS)) {
      assert.equal(typeof card[field], "string", `${field} is text`);
      assert.ok(card[field].trim().length > 0 && card[field].length <= most, `${field} has 1 to ${most} characters`);
    }
    assert.ok(Number.isInteger(card.players.least) && card.players.least >= 1, "players.least is 1 or more");
    assert.ok(Number.isInteger(card.players.most) && card.players.most >= card.players.least, "players.most is not below players.least");
    assert.ok(MOTIONS.includes(card.controls.motion), `controls.motion is one of ${MOTIONS}`);
    assert.ok(["boolean", "undefined"].includes(typeof card.controls.pad));
  });

  test(`${folder}: preview.svg is a small picture that fetches nothing`, () => {
    const picture = readFileSync(resolve(own, "preview.svg"), "utf8");
    assert.match(picture, /^<svg[^>]* viewBox="/);
    assert.ok(picture.length < 8_000, "under 8 kB");
    assert.doesNotMatch(picture.replaceAll("http://www.w3.org/2000/svg", ""), /https?:|<script|<image|href="(?!#)/);
  });

  test(`${folder}: visual.js gives a function that makes a visual`, async () => {
    const { default: create } = await import(pathToFileURL(resolve(own, "visual.js")).href);
    assert.equal(typeof create, "function");
    assert.equal(create.length, 1, "it takes the stage");
  });

  test(`${folder}: a phone page of its own is whole, and is markup without code`, async () => {
    const files = readdirSync(own).filter((name) => name.startsWith("phone."));
    if (files.length === 0) return;
    assert.ok(files.includes("phone.js") && files.includes("phone.html"), "phone.js and phone.html belong together");
    const { default: create } = await import(pathToFileURL(resolve(own, "phone.js")).href);
    assert.equal(create.length, 1, "it takes the phone");
    const markup = readFileSync(resolve(own, "phone.html"), "utf8");
    assert.doesNotMatch(markup, /<(script|style|link|a|form|iframe)\b|\s(on\w+|style|href|action)=/i);
  });
}

for (const folder of FOLDERS) {
  const own = resolve(VISUALS, folder);

  for (const file of readdirSync(own, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"))) {
    test(`${folder}/${file}: imports nothing but its folder, the kit, the vendored and what pages share`, () => {
      const at = resolve(own, file);
      const source = readFileSync(at, "utf8");
      for (const [, from] of source.matchAll(/^(?:import|export)\b[^;]*?\bfrom "([^"]+)"|^import "([^"]+)"/gm)) {
        assert.ok(mayImport(own, at, from), `${from} is not a visual's to import`);
      }
      for (const [, from] of source.matchAll(/@import \{[^}]+\} from "([^"]+)"/g)) {
        assert.ok(mayImport(own, at, from) || isContract(at, from), `${from} is not a visual's to know`);
      }
    });

    test(`${folder}/${file}: asks nothing of the page, the network or the storage`, () => {
      const source = readFileSync(resolve(own, file), "utf8");
      assert.doesNotMatch(source, FORBIDDEN);
    });
  }
}

/** @param {string} own @param {string} at @param {string} from */
function mayImport(own, at, from) {
  if (!from.startsWith(".")) return false;
  const target = resolve(dirname(at), from);
  const inStatic = relative(STATIC, target);
  const shared = own === resolve(VISUALS, KIT) ? KIT_SHARED : SHARED;
  return [own, resolve(VISUALS, KIT), resolve(STATIC, "vendor")].some((folder) => target.startsWith(`${folder}/`)) || shared.includes(inStatic);
}

/** @param {string} at @param {string} from */
function isContract(at, from) {
  return CONTRACT.includes(relative(STATIC, resolve(dirname(at), from)));
}
