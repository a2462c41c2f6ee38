// No pattern and no loop of the pages takes more than linear time, whatever text reaches it.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { parse } from "acorn";
import { inWords } from "../../static/js/display/stage/faults.js";
import { Phones } from "../../static/js/display/phones/phones.js";
import { Playback } from "../../static/js/display/gallery/playback.js";
import { TapFilter } from "../../static/js/display/phones/tap-filter.js";
import { TellQueue } from "../../static/js/display/stage/tell-queue.js";
import { locationOf, sentenceOf } from "../../static/js/shared/page-errors.js";
import { cut } from "../../static/js/shared/graphemes.js";
import { refusal } from "../../static/js/phone/own/fragment.js";
import { passInAddress } from "../../static/js/client/passes.js";
import { COLOURS, SHAPES } from "../../static/js/protocol.js";
import { answersIn } from "../../static/visuals/vote/questions.js";
import { ModerationQueue } from "../../static/visuals/wall/moderation-queue.js";
import { TOO_STEEP, cost, growth, pumped, pumps } from "./growth.js";

const STATIC = new URL("../../static/", import.meta.url);
const LETTERS = 2 ** 13; // of the texts that a pattern is tried with
const SUSPICIOUS = 1; // milliseconds that make one worth a closer look; linear ones take some 0.02
const MOST_LETTERS = 8 * LETTERS; // then
const MANY = 2 ** 10; // from then on a loop has filled what it remembers
const MOST = 2 ** 12; // beyond, it is memory that takes longer

const patterns = files().flatMap((file) => patternsIn(file).map((pattern) => ({ file, pattern })));

for (const { file, pattern } of patterns) {
  test(`${file} takes linear time for ${pattern}`, () => assertLinear(pattern));
}

test("patterns are found wherever they stand", () => {
  assert.ok(patterns.some(({ pattern }) => pattern.source.startsWith("(https?:")), "a constant");
  assert.ok(patterns.some(({ pattern }) => String(pattern) === "/\\.$/"), "an argument");
});

test("a quadratic pattern would be found", () => {
  assert.throws(() => assertLinear(/(https?:\/\/[^\s()]+?):(\d+)(?::\d+)?\)?$/gm), "was in errors.js");
  assert.throws(() => assertLinear(/\s+$/));
});

test("no pattern is made of a text, where none of these tests would see it", () => {
  for (const file of files()) assert.doesNotMatch(textOf(file), /\bRegExp\(/, file);
});

/** @type {Record<string, [call: (text: string) => unknown, tokens: string[]]>} */
const readers = {
  "where an error was thrown": [(text) => locationOf(failed(text)), ["http://", "/visuals/", ":1", "(", ")", "\n", "?"]],
  "what the display says of an error": [(text) => inWords(failed(text), 2), ["https://", "/visuals/", ":1", "?", "\n"]],
  "what the phone says of an error": [(text) => sentenceOf(text), ["http://", "."]],
  "the address's fragment": [(text) => passInAddress({ hash: text, pathname: "/", search: "" }, history()), ["#", "pass=", "&", "%41"]],
  "an author's markup": [(text) => refusal({ localName: "img", attributes: [{ name: "src", value: text }] }), ["a/", "..", "-"]],
  "the host's answers": [answersIn, [",", ";", "b", " "]],
  "a text that was pasted": [(text) => cut(text, 200, 1000), ["é", "\u0301", "👩", "\u200d"]],
  "a message for the wall": [(text) => writing().write(person(1), text, 0), ["é", " ", "😀"]],
};

for (const [name, [call, tokens]] of Object.entries(readers)) {
  test(`reading ${name} takes linear time`, () => {
    for (const parts of pumps(tokens).filter((_, at) => at % 10 === 0)) {
      assert.ok(growth(call, pumped(parts), 2 ** 15) < TOO_STEEP, JSON.stringify(parts));
    }
  });
}

/** @type {Record<string, (count: number) => unknown>} */
const loops = {
  "a room's seats after a reload": (count) => new Phones().reset(Array.from({ length: count }, (_, at) => person(at + 1))),
  "a recording": (count) => new Playback(recorded(count), new Phones(), stage()).to(count),
  "taps": (count) => taps(new TapFilter(), count),
  "what a visual tells phones": (count) => tell(new TellQueue(() => {}, () => 0), count),
  "messages for the wall": (count) => pick(new ModerationQueue(), count),
};

for (const [name, call] of Object.entries(loops)) {
  test(`${name}: time in proportion to how many there are`, () => {
    for (let at = 0; at < 5; at += 1) call(MOST); // so that it is compiled
    const isFlat = () => growth((times) => repeat(() => call(times)), (count) => count, MOST, MANY) < TOO_STEEP;
    assert.ok(isFlat() || isFlat() || isFlat(), "a busy machine is slow now and then, a steep loop always");
  });
}

/** @param {RegExp} pattern */
function assertLinear(pattern) {
  const call = (/** @type {string} */ text) => text.replace(pattern, "");
  const tokens = pattern.source.replaceAll("\\/", "/").match(/[A-Za-z:/]{2,}|[^\\()|?*+{}^$]/g) ?? [];
  for (const parts of pumps(tokens)) {
    const make = pumped(parts);
    if (cost(call, make(LETTERS)) < SUSPICIOUS) continue;
    assert.ok(growth(call, make, MOST_LETTERS) < TOO_STEEP, JSON.stringify(parts));
  }
}

/** @returns {string[]} our modules; vendor/ is not ours */
function files() {
  const all = /** @type {string[]} */ (readdirSync(STATIC, { recursive: true }));
  return all.filter((file) => file.endsWith(".js") && /^(js|visuals)\b/.test(file)).sort();
}

/** @param {string} file */
function textOf(file) {
  return readFileSync(new URL(file, STATIC), "utf8");
}

/** @param {string} file @returns {RegExp[]} every pattern in it */
function patternsIn(file) {
  /** @type {RegExp[]} */ const found = [];
  parse(textOf(file), {
    ecmaVersion: "latest",
    sourceType: "module",
    onToken: (token) => {
      if (token.type.label === "regexp") found.push(/** @type {any} */ (token).value.value);
    },
  });
  return found;
}

/** @param {string} text @returns {Error} whose stack it is, as a browser writes it: with the message in it */
function failed(text) {
  return Object.assign(new Error(text), { stack: `Error: ${text}\n    at draw (http://10.0.0.2/static/js/a.js:1:1)` });
}

function history() {
  return { replaceState() {} };
}

function writing() {
  return Object.assign(new ModerationQueue(), { isWriting: true });
}

/** @param {number} number */
function person(number) {
  return { id: `${number}`, number, name: `Phone ${number}`, colour: COLOURS[number % COLOURS.length], shape: SHAPES[number % SHAPES.length] };
}

/** @param {number} count @returns {string} a recording in which so many phones come */
function recorded(count) {
  const came = Array.from({ length: 8 }, (_, at) => `["came",0,${at + 1}]`);
  return [...came, ...Array.from({ length: count }, (_, at) => `["tilt",${at},${1 + (at % 8)},0,0,0,10000,0]`)].join("\n");
}

function stage() {
  return { joined() {}, left() {}, tap() {}, press() {}, choose() {} };
}

/** @param {() => unknown} call a few times, so that it takes long enough to be measured */
function repeat(call) {
  for (let at = 0; at < 10; at += 1) call();
}

/** @param {TapFilter} visualState @param {number} count */
function taps(visualState, count) {
  for (let id = 0; id < count; id += 1) visualState.admits(id % 30, [id, 0, 0, 0], 0);
}

/** @param {TellQueue} telling @param {number} count */
function tell(telling, count) {
  for (let at = 0; at < count; at += 1) telling.tell(at, { text: "Hello" });
  telling.clear();
  telling.flush();
}

/** @param {ModerationQueue} queue @param {number} count */
function pick(queue, count) {
  for (let at = 0; at < count; at += 1) queue.pick(person(at), { picture: "heart" }, 100 * at);
}
