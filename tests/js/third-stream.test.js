// Third stream: an entry in the table, and its samples go all the way in the browser.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { STREAMS } from "../../static/js/protocol.js";

// Before the modules that read the table. tests/integration/test_third_stream.py holds the entry to the protocol's writer.
const stick = JSON.parse(readFileSync(new URL("../data/stick.json", import.meta.url), "utf8"));
/** @type {unknown[]} */ (/** @type {unknown} */ (STREAMS)).push(stick);
const { hasMoved, sampleOf } = await import("../../static/js/client/samples.js");
const { Playback } = await import("../../static/js/display/gallery/playback.js");
const { Phones } = await import("../../static/js/display/phones/phones.js");

/** @param {InstanceType<typeof Phones>} phones @returns {unknown} what a visual reads */
function stickOf(phones) {
  return /** @type {any} */ (phones.at(1)).stick;
}

test("a phone encodes it, within its range, and knows a movement from a tremble", () => {
  const sample = sampleOf(stick.event, 65_537, 12, [0.25, 1.5, true]);
  assert.deepEqual(sample, [1, 12, 2500, 10_000, true]);
  assert.ok(hasMoved(stick.event, sample, sampleOf(stick.event, 2, 12, [0.25, 1.5, false])), "fires no more");
  assert.ok(!hasMoved(stick.event, sample, sampleOf(stick.event, 2, 12, [0.251, 1.5, true])));
});

test("on the display it is a field of the phone, and what fires ends when the phone goes", () => {
  const phones = new Phones();
  phones.join({ number: 1, name: "Swift Newt", colour: "mint", shape: "drop" });
  assert.equal(stickOf(phones), null);

  phones.take(/** @type {any} */ ([[], [], [[1, [1, 0, 2500, 7500, true]]]]));
  assert.deepEqual(stickOf(phones), { x: 0.25, y: 0.75, fires: true });

  phones.take(/** @type {any} */ ([[], [], [[1, [0, 0, 0, 0, true]]]]));
  assert.deepEqual(stickOf(phones), { x: 0.25, y: 0.75, fires: true }, "an older one changes nothing");

  phones.away(1);
  assert.deepEqual(stickOf(phones), { x: 0.25, y: 0.75, fires: false });
});

test("a recording plays it", () => {
  const notes = [["began", 0, 1, "lights", true], ["came", 0, 1], ["stick", 100, 1, 2500, 7500, true]];
  const phones = new Phones();
  const nothing = () => {};
  const stage = { joined: nothing, left: nothing, tap: nothing, press: nothing, choose: nothing };
  new Playback(notes.map((note) => JSON.stringify(note)).join("\n"), phones, stage).to(150);
  assert.deepEqual(stickOf(phones), { x: 0.25, y: 0.75, fires: true });
});
