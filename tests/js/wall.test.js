// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { MESSAGE_BYTES, REMEMBERED_LETTERS } from "../../static/js/protocol.js";
import { ModerationQueue, MAX_SHOWN, MAX_LETTERS, MAX_CODE_UNITS, MAX_WAITING } from "../../static/visuals/wall/moderation-queue.js";
import { saveQueue, restoreQueue } from "../../static/visuals/wall/queue-storage.js";
import { ROWS, hangs, places } from "../../static/visuals/wall/card-rows.js";
import { PHRASES, PICTURES } from "../../static/visuals/wall/presets.js";
import { sentencesOf } from "./english.js";

/** @import { Sender } from "../../static/visuals/wall/moderation-queue.js" */

const MINUTE = 60_000;

test("nobody writes before the host lets them", () => {
  const queue = new ModerationQueue();
  assert.equal(queue.write(person(1), "Hello", 0), "off");
  assert.deepEqual([queue.shown, queue.waiting], [[], []]);
});

test("what is written waits until the host shows it", () => {
  const queue = writing();
  assert.equal(queue.write(person(1), "First", 0), "waits");
  assert.equal(queue.write(person(2), "Second", 0), "waits");
  assert.equal(queue.shown.length, 0);
  assert.equal(queue.approve()?.text, "First");
  assert.deepEqual(queue.shown.map(({ text }) => text), ["First"]);
  assert.equal(queue.waiting.length, 1);
});

test("what is hidden is never seen", () => {
  const queue = writing();
  queue.write(person(1), "Rude", 0);
  assert.equal(queue.hide()?.text, "Rude");
  assert.equal(queue.approve(), undefined);
  assert.deepEqual([queue.shown, queue.waiting], [[], []]);
});

test("the message that the host reads stays the next one while others come", () => {
  const queue = writing();
  queue.write(person(1), "Read by the host", 0);
  const read = queue.next;
  for (let number = 2; number < 9; number += 1) queue.write(person(number), "Later", 0);
  assert.equal(queue.next, read);
  assert.equal(queue.approve(), read);
});

test("without the host's look new words show at once, and those that wait go on waiting", () => {
  const queue = writing();
  queue.write(person(1), "Waits", 0);
  queue.isLooking = false;
  assert.equal(queue.write(person(2), "Shows", 0), "shown");
  assert.deepEqual(queue.shown.map(({ text }) => text), ["Shows"]);
  assert.deepEqual(queue.waiting.map(({ text }) => text), ["Waits"]);
});

test("phrases and pictures show at once, and one phone does not flood the wall", () => {
  const queue = new ModerationQueue();
  assert.equal(queue.pick(person(1), { picture: "heart" }, 0), "shown");
  assert.equal(queue.pick(person(1), { text: "Hello!" }, 1000), "soon");
  assert.equal(queue.pick(person(2), { text: "Hello!" }, 1000), "shown");
  assert.equal(queue.pick(person(1), { text: "Hello!" }, 3000), "shown");
  queue.isWriting = true;
  assert.equal(queue.write(person(1), "I picked just now", 3000), "waits");
  assert.equal(queue.write(person(1), "And again", 4000), "soon");
});

test("only so many wait, and words are only so long", () => {
  const queue = writing();
  for (let number = 1; number <= MAX_WAITING; number += 1) assert.equal(queue.write(person(number), "x".repeat(300), 0), "waits");
  assert.equal(queue.write(person(99), "One more", 0), "many");
  assert.ok(queue.waiting.every(({ text }) => text.length === MAX_LETTERS));
});

test("the newest card can be taken down, and the wall cleared", () => {
  const queue = new ModerationQueue();
  queue.pick(person(1), { text: "One" }, 0);
  queue.pick(person(2), { text: "Two" }, 0);
  assert.equal(queue.takeDown()?.text, "Two");
  queue.clear();
  assert.deepEqual(queue.shown, []);
});

test("a card says which seat it came from, and never a name", () => {
  const queue = new ModerationQueue();
  queue.pick(person(7), { picture: "sun" }, 0);
  assert.deepEqual(queue.shown[0], { id: 1, text: "", picture: "sun", number: 7, colour: "mint", shape: "drop" });
});

test("at a hundred messages a minute each stays readable for ten seconds", () => {
  const queue = new ModerationQueue();
  /** @type {Map<number, number>} */ const seen = new Map();
  for (let i = 0; i < 200; i += 1) {
    queue.pick(person(1 + (i % 60)), { text: `No ${i}` }, (i * MINUTE) / 100);
    for (const { id } of queue.shown) if (hangs(id, queue.count)) seen.set(id, (seen.get(id) ?? 0) + MINUTE / 100);
  }
  for (let id = 20; id < 150; id += 1) assert.ok((seen.get(id) ?? 0) >= 10_000, `${seen.get(id)} ms`);
});

test("no two cards hang in one place, and with a new one at most one of each row moves", () => {
  for (let newest = 1; newest < 100; newest += 1) {
    const taken = new Set();
    let moved = 0;
    for (let id = Math.max(1, newest - MAX_SHOWN + 1); id <= newest; id += 1) {
      const place = hangs(id, newest);
      assert.ok(place);
      taken.add(`${place.row} ${place.slot}`);
      const before = id < newest ? hangs(id, newest - 1) : undefined;
      if (before && before.row !== place.row) moved += 1;
      else if (before) assert.deepEqual(before, place);
    }
    assert.equal(taken.size, Math.min(newest, MAX_SHOWN));
    assert.ok(moved < ROWS.length);
  }
  assert.equal(hangs(1, 1 + MAX_SHOWN), undefined);
});

test("cards overlap nowhere and have room for the smallest type, on every screen", () => {
  for (const [width, height] of [[1920, 1080], [1280, 720], [1024, 768], [1080, 1920], [3840, 2160]]) {
    const unit = Math.min(width, height) / 45;
    const box = { x: 2 * unit, y: 0.13 * height, width: width - 4 * unit, height: 0.66 * height };
    for (let used = 1; used <= 3; used += 1) {
      const all = places(box, unit, used).slice(0, used).flat();
      for (const [at, a] of all.entries()) {
        assert.ok(a.x >= box.x - 0.1 && a.x + a.width <= box.x + box.width + 0.1 && a.y >= box.y - 0.1 && a.y + a.height <= box.y + box.height + 0.1);
        assert.ok(a.width >= 8 * unit && a.height >= 3.2 * unit, `${width}×${height}: ${a.width / unit} × ${a.height / unit} units`);
        for (const b of all.slice(at + 1)) assert.ok(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y);
      }
    }
  }
});

test("a display that reloads finds the wall as it was, and nothing that waits was told to phones", () => {
  const before = writing();
  for (let number = 1; number <= MAX_WAITING; number += 1) before.write(person(number), '"🎈'.repeat(36), 0);
  for (let number = 50; number < 70; number += 1) before.pick(person(number), { picture: "boat" }, 0);
  const state = memory();
  saveQueue(state, before, { number: 3, name: "Calm Otter" });
  const after = new ModerationQueue();
  assert.deepEqual(restoreQueue(state, after), { number: 3, name: "Calm Otter" });
  assert.deepEqual([after.shown, after.waiting, after.count, after.isWriting], [before.shown, before.waiting, before.count, true]);
  assert.ok(state.names.every((name) => name.startsWith("own-")));
});

test("letters of many code points stay whole on a card, and the wall keeps as many of them as any others", () => {
  for (const letter of ["👩‍🚀", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", '"', "語", "क्षि"]) {
    const before = writing();
    for (let number = 1; number <= MAX_WAITING; number += 1) before.write(person(number), letter.repeat(80), 0);
    before.isLooking = false;
    for (let number = 50; number < 50 + MAX_SHOWN; number += 1) before.write(person(number), letter.repeat(80), 0);
    const most = Math.min(MAX_LETTERS, Math.floor(MAX_CODE_UNITS / letter.length));
    assert.equal(before.waiting[0].text, letter.repeat(most));
    const state = memory();
    saveQueue(state, before, null);
    const after = new ModerationQueue();
    restoreQueue(state, after);
    assert.deepEqual(after.waiting, before.waiting);
    assert.deepEqual(after.shown, before.shown.slice(-after.shown.length), "the newest");
    assert.ok(after.shown.length >= 11, letter);
  }
});

test("every phrase and picture that a phone offers can hang on the wall, and has its words", () => {
  const file = new URL("../../static/visuals/wall/visual.json", import.meta.url);
  const { choices } = JSON.parse(readFileSync(file, "utf8")).controls;
  assert.deepEqual(choices, [...PHRASES, ...PICTURES]);
  const sentences = sentencesOf("wall");
  for (const name of choices) assert.ok(sentences[`labels.${name}`], name);
});

function writing() {
  const queue = new ModerationQueue();
  queue.isWriting = true;
  return queue;
}

/** @param {number} number @returns {Sender} */
function person(number) {
  return { number, id: `${number}`, colour: "mint", shape: "drop" };
}

/** A state that holds what the server's does. */
function memory() {
  /** @type {Map<string, string>} */ const kept = new Map();
  return {
    get names() {
      return [...kept.keys()];
    },
    get: (/** @type {string} */ name) => (kept.has(name) ? JSON.parse(kept.get(name) ?? "") : undefined),
    set(/** @type {string} */ name, /** @type {unknown} */ value) {
      const text = value === undefined ? "" : JSON.stringify(value);
      assert.ok(text.length <= REMEMBERED_LETTERS, `${name}: ${text.length}`);
      const message = JSON.stringify(["remember", { name, value: text }]);
      assert.ok(new TextEncoder().encode(message).length < MESSAGE_BYTES - 20, name);
      if (text) kept.set(name, text);
      else kept.delete(name);
      assert.ok(kept.size <= 32);
    },
  };
}
