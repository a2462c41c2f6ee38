// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { PAINT } from "../../static/js/shared/marks.js";
import { Phones } from "../../static/js/display/phones/phones.js";
import { about, angleBetween, fromAim, fromStick, inRoom } from "../../static/js/shared/motion.js";

/** @import { SeatCard, Tilt } from "../../static/js/protocol.js" */
/** @import { Quaternion } from "../../static/js/shared/motion.js" */

/** @type {SeatCard} */
const OTTER = { number: 1, colour: "orange", shape: "star", name: "Brave Otter" };
/** @type {SeatCard} */
const HERON = { number: 2, colour: "sky", shape: "circle", name: "Calm Heron" };

test("a phone that has just joined points at the middle and has no age", () => {
  const phone = room(OTTER).list[0];
  assert.deepEqual(phone.aim, { x: 0.5, y: 0.5 });
  assert.equal(Math.abs(phone.tilt.x) + Math.abs(phone.tilt.y), 0);
  assert.equal(phone.age, Infinity);
  assert.equal(phone.pad, null);
  assert.equal(phone.paint, PAINT.dark.orange);
});

test("phones are listed by number, however they came", () => {
  assert.deepEqual(room(HERON, OTTER).list.map(({ number }) => number), [1, 2]);
});

test("a phone is the same object until it leaves", () => {
  const phones = room(OTTER, HERON);
  const [otter] = phones.list;
  phones.away(1);
  phones.back(1);
  phones.reset([HERON, OTTER]);
  assert.equal(phones.join(OTTER), otter);
  assert.equal(phones.list[0], otter);
  phones.leave(1);
  assert.notEqual(phones.join(OTTER), otter);
});

test("a display that comes back forgets who left meanwhile", () => {
  const phones = room(OTTER, HERON);
  phones.reset([{ ...HERON, away: true }]);
  assert.deepEqual(phones.list.map(({ name, away }) => ({ name, away })), [{ name: "Calm Heron", away: true }]);
});

test("another phone on the same number is another phone", () => {
  const phones = room(OTTER);
  const [otter] = phones.list;
  const lynx = phones.join({ ...OTTER, name: "Swift Lynx" });
  assert.notEqual(lynx, otter);
  assert.deepEqual(phones.list, [lynx]);
});

test("a tilt fills attitude, tilt and aim", () => {
  const phones = room(OTTER, HERON);
  const place = { x: 0.25, y: 0.8 };
  const stick = { x: -0.5, y: 0.25 };
  phones.take([[[1, tilt(1, inHand(fromAim(place), 60), 60)], [2, tilt(1, fromStick(stick), 0)]], []]);
  const [otter, heron] = phones.list;
  close(otter.aim, place);
  close(heron.tilt, stick);
  assert.ok(angleBetween(otter.attitude, inHand(fromAim(place), 60)) < 0.05, "within 0.05°");
  assert.ok(Math.abs(Math.hypot(...otter.attitude) - 1) < 1e-12, "of unit length");
});

test("an older tilt changes nothing, also across the wrap", () => {
  const phones = room(OTTER);
  const [otter] = phones.list;
  const left = about("z", 20);
  const right = about("z", -20);
  phones.take([[[1, tilt(65_535, left)]], []]);
  phones.take([[[1, tilt(2, right)]], []]);
  phones.take([[[1, tilt(65_535, left)], [1, tilt(2, left)]], []]);
  assert.ok(angleBetween(otter.attitude, right) < 0.05);
});

test("a phone whose page is new may count from anywhere", () => {
  const phones = room(OTTER);
  phones.take([[[1, tilt(30_000, about("z", 20))]], [[1, [30_000, 0, 0, 0, true]]]]);
  phones.back(1);
  phones.take([[[1, tilt(0, about("z", -20))]], [[1, [1, 0, 10_000, 5_000, true]]]]);
  assert.ok(angleBetween(phones.list[0].attitude, about("z", -20)) < 0.05);
  assert.deepEqual(phones.list[0].pad, { x: 1, y: 0.5, down: true });
});

test("the thumb of a phone that is away is lifted and stays lifted", () => {
  const phones = room(OTTER);
  phones.take([[], [[1, [1, 0, 2_500, 7_500, true]]]]);
  assert.deepEqual(phones.list[0].pad, { x: 0.25, y: 0.75, down: true });
  assert.equal(phones.away(1)?.away, true);
  phones.take([[], [[1, [2, 0, 2_500, 7_500, true]]]]);
  assert.deepEqual(phones.list[0].pad, { x: 0.25, y: 0.75, down: false });
});

test("what a phone holds down is released before a visual hears that it left", () => {
  const phones = room(OTTER);
  phones.take([[], [[1, [1, 0, 2_500, 7_500, true]]]]);
  assert.deepEqual(phones.leave(1)?.pad, { x: 0.25, y: 0.75, down: false });
});

test("a display that lost its connection, or found it again, sees nothing held down until it is heard anew", () => {
  const phones = room(OTTER, HERON);
  const [otter, heron] = phones.list;
  phones.take([[], [[1, [1, 0, 0, 0, true]], [2, [1, 0, 0, 0, true]]]]);
  phones.release();
  assert.deepEqual([otter.pad?.down, heron.pad?.down], [false, false]);
  phones.take([[], [[1, [2, 0, 0, 0, true]], [2, [2, 0, 0, 0, true]]]]);
  phones.reset([OTTER, HERON]);
  assert.deepEqual([otter.pad?.down, heron.pad?.down], [false, false]);
  phones.take([[], [[1, [3, 0, 0, 0, true]]]]);
  assert.equal(otter.pad?.down, true);
});

test("age counts from the newest sample of either kind, and never below 0", () => {
  const phones = room(OTTER);
  phones.take([[[1, tilt(1, about("z", 1), 0, 1_000)]], [[1, [1, 1_200, 0, 0, false]]]]);
  phones.update(1_250);
  assert.equal(phones.list[0].age, 50);
  phones.update(1_100);
  assert.equal(phones.list[0].age, 0);
});

test("strangers and junk change nothing", () => {
  const phones = room(OTTER);
  const before = structuredClone(phones.list[0]);
  phones.take([[[7, tilt(1, about("z", 20))], [1, [1, 0, NaN, 0, 0, 1, 0]]], [[7, [1, 0, 0, 0, true]], [1, [1, 0, NaN, 0, true]]]]);
  assert.deepEqual(phones.list[0], before);
  for (const gone of [phones.away(7), phones.back(7), phones.leave(7), phones.at(7)]) assert.equal(gone, undefined);
});

test("an all-zero quaternion is no turn at all", () => {
  const phones = room(OTTER);
  phones.take([[[1, [1, 0, 0, 0, 0, 0, 0]]], []]);
  assert.deepEqual(phones.list[0].attitude, [0, 0, 0, 1]);
});

test("another theme paints everyone anew", () => {
  const phones = room(OTTER, HERON);
  phones.theme = "bright";
  assert.deepEqual(phones.list.map(({ paint }) => paint), [PAINT.bright.orange, PAINT.bright.sky]);
  assert.equal(phones.join({ ...OTTER, number: 3 }).paint, PAINT.bright.orange);
});

test("300 phones at 60 samples a second leave the display's time to the picture", () => {
  const phones = new Phones();
  const numbers = Array.from({ length: 300 }, (_, place) => place + 1);
  phones.reset(numbers.map((number) => ({ ...OTTER, number })));
  const began = performance.now();
  for (let seq = 0; seq < 60; seq += 1) phones.take([numbers.map((number) => [number, tilt(seq, about("z", seq), 45)]), []]);
  const spent = performance.now() - began;
  assert.ok(spent < 500, `a second of samples took ${spent.toFixed(0)} ms`);
});

/** @param {SeatCard[]} cards */
function room(...cards) {
  const phones = new Phones();
  for (const card of cards) phones.join(card);
  return phones;
}

/**
 * @param {number} seq
 * @param {Quaternion} attitude
 * @param {number} [rest] degrees
 * @param {number} [at] milliseconds
 * @returns {Tilt}
 */
function tilt(seq, [x, y, z, w], rest = 0, at = 0) {
  return [seq, at, Math.round(x * 1e4), Math.round(y * 1e4), Math.round(z * 1e4), Math.round(w * 1e4), rest];
}

/**
 * @param {Quaternion} turn in the room's axes
 * @param {number} rest degrees
 */
function inHand(turn, rest) {
  return inRoom(turn, -rest);
}

/** @param {{x: number, y: number}} a @param {{x: number, y: number}} b */
function close(a, b) {
  assert.ok(Math.hypot(a.x - b.x, a.y - b.y) < 1e-3, `(${a.x}, ${a.y}) is not (${b.x}, ${b.y})`);
}
