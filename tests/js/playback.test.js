// A recording, done once more to a picture.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { Phones } from "../../static/js/display/phones/phones.js";
import { Playback } from "../../static/js/display/gallery/playback.js";

/** @import { Phone } from "../../static/js/display/stage/contract.js" */

const NOTES = [
  ["began", 0, 1, "lights", true],
  ["came", 0, 1],
  ["tilt", 100, 1, 0, 1000, 0, 9950, 48],
  ["tap", 100, 1, 5000, 5000],
  ["press", 200, 1, "boost", true],
  ["away", 300, 1],
  ["came", 400, 1],
  ["choose", 500, 1, "yes"],
  ["left", 600, 1],
];

/** A picture that remembers what it heard, and phones. @param {unknown[][]} notes @param {{name: string}[]} [choices] */
function played(notes, choices) {
  /** @type {string[]} */ const heard = [];
  const stage = {
    joined: (/** @type {Phone} */ phone) => void heard.push(`joined ${phone.number} ${phone.colour} ${phone.shape}`),
    left: (/** @type {Phone} */ phone) => void heard.push(`left ${phone.number}`),
    tap: (/** @type {Phone} */ phone) => void heard.push(`tap at ${phone.attitude[1].toFixed(2)}`),
    press: (/** @type {Phone} */ _, /** @type {string} */ name, /** @type {boolean} */ down) => void heard.push(`${name} ${down}`),
    choose: (/** @type {Phone} */ _, /** @type {string} */ name) => void heard.push(`chose ${name}`),
  };
  const phones = new Phones();
  const playback = new Playback(notes.map((note) => `${JSON.stringify(note)}\n`).join(""), phones, stage, choices);
  return { heard, phones, playback };
}

test("everything happens in its order, a tap after its tilt, and what is held is let go", () => {
  const { heard, playback } = played(NOTES);
  playback.to(700);
  assert.deepEqual(heard, ["joined 1 orange star", "tap at 0.10", "boost true", "boost false", "chose yes", "left 1"]);
});

test("nothing happens before its time", () => {
  const { heard, phones, playback } = played(NOTES);
  playback.to(99);
  assert.deepEqual(heard, ["joined 1 orange star"]);
  playback.to(350);
  assert.equal(phones.at(1)?.away, true);
  playback.to(450);
  assert.equal(phones.at(1)?.away, false);
});

test("when it is over it begins again, and hears new samples as new", () => {
  const { heard, phones, playback } = played(NOTES);
  playback.to(700);
  heard.length = 0;
  playback.to(600 + 1500 + 100);
  assert.deepEqual(heard, ["joined 1 orange star", "tap at 0.10"]);
  assert.equal(phones.list.length, 1);
});

test("where a visual has choices, each tap of a recording chooses the next", () => {
  const { heard, playback } = played([["began", 0, 1, "vote", true], ["came", 0, 1], ...[1, 2, 3].map((at) => ["tap", at, 1, 5000, 5000])], [{ name: "cat" }, { name: "dog" }]);
  playback.to(10);
  assert.deepEqual(heard.slice(1), ["chose cat", "chose dog", "chose cat"]);
});
