// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { ending } from "../../static/js/phone/endings.js";
import { qualityOf } from "../../static/js/phone/quality.js";
import { noMotion, stepsPast } from "../../static/js/phone/secure.js";
import { figureOf } from "../../static/js/phone/view.js";
import { t } from "../../static/js/shared/translation.js";
import { ENGLISH } from "./english.js";

const SEAT = /** @type {const} */ ({ number: 3, colour: "orange", shape: "star", name: "Brave Otter" });
const REASONS = /** @type {const} */ ([
  "room_closed",
  "replaced",
  "full",
  "server_restarting",
  "not_found",
  "misbehaved",
  "left",
  "no_code",
]);

test("a person is told who they are", () => {
  const figure = figureOf(SEAT);
  assert.equal(figure, "the orange star");
  assert.equal(t("phone.joined", { figure, ...SEAT }), "Joined. You are the orange star, number 3, Brave Otter.");
});

test("each way of having no motion has its own words", () => {
  const said = /** @type {const} */ (["insecure", "denied", "none"]).map((why) => noMotion(why, "chrome"));
  assert.equal(new Set(said).size, 3);
  assert.match(said[0], /secure page/);
  assert.match(said[1], /Permissions/);
  assert.match(said[2], /no motion sensor/);
  assert.match(noMotion("denied", "safari"), /close this browser completely/);
  assert.equal(noMotion("denied", "chrome", true), noMotion("denied", "safari"), "WebKit decides on iPhones");
  assert.match(noMotion("none", "brave"), /Brave/);
});

test("every way past the warning begins with what stands on the browser's page", () => {
  assert.match(stepsPast("safari")[0], /Show Details/);
  for (const family of /** @type {const} */ (["chrome", "samsung", "firefox", "brave"])) {
    assert.match(stepsPast(family)[0], /Advanced/);
  }
});

test("every ending says what is and what to do, in its own words", () => {
  const endings = REASONS.map((reason) => ending(reason, "KRTP"));
  for (const { title, text, again, ask } of endings) {
    assert.match(title, /[.?]$/);
    assert.match(text, /\.$/);
    assert.ok(again || ask, `nothing can be done after "${title}"`);
  }
  assert.equal(ending("not_found", "KRTP").title, "Room KRTP is not open.");
  assert.equal(ending("replaced", "KRTP").again, "Use it here");
});

test("states are told apart in words", () => {
  const states = /** @type {const} */ (["reconnecting", "restarting", "display_away", "display_back"]);
  assert.equal(new Set(states.map((state) => t(`phone.${state}`))).size, 4);
});

test("nothing is anybody's fault", () => {
  const sentences = Object.entries(ENGLISH).filter(([key]) => /^(phone|shared)\./.test(key));
  assert.ok(sentences.length > 80);
  for (const [key, sentence] of sentences) assert.doesNotMatch(sentence, /oops|error|failed|invalid|wrong|!/i, key);
});

test("the dot follows the round trip", () => {
  assert.deepEqual([8, 200, 900, Infinity].map(qualityOf), ["good", "fair", "poor", "poor"]);
});

test("steps past a warning on an iPhone hold for every browser's page", () => {
  assert.deepEqual(stepsPast("firefox", true), stepsPast("chrome", true));
  assert.match(stepsPast("chrome", true)[0], /Advanced or Show Details/);
  assert.match(stepsPast("safari", true)[0], /^Tap Show Details/);
});
