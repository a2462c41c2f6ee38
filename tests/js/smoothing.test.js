// Smoothing against the true motion of a hand; run by itself it prints a table.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { Phones } from "../../static/js/display/phones/phones.js";
import { quantile } from "../../static/js/display/panels/stats.js";
import { about, angleBetween, conjugate, multiply, rotate } from "../../static/js/shared/motion.js";
import { cost } from "./growth.js";
import { delivered, flick, handAtPlay } from "./hand.js";

/** @import { Quaternion } from "../../static/js/shared/motion.js" */
/** @import { Recording } from "./hand.js" */
/** @import { SeatCard, Tilt } from "../../static/js/protocol.js" */

const FRAME = 1000 / 59.94; // milliseconds between two paints; it drifts through the samples
const JITTER = 4; // milliseconds
const RATES = [60, 30, 15]; // samples a second; below 60 in rooms that are paced
const SLOWEST = 10; // samples a second: too few to tell what is between them
const AGES = [20, 40, 80]; // milliseconds on the way
const HANDS = [101_111, 220_222, 333_033]; // seeds
const WAYS = Array.from({ length: 60 }, (_, place) => 7919 * (place + 3) + 13); // seeds
/** @type {readonly (readonly [degrees: number, milliseconds: number])[]} */
const FLICKS = [[20, 200], [30, 250], [60, 300], [90, 400]];

/** @type {SeatCard} */
const OTTER = { number: 1, colour: "orange", shape: "star", name: "Brave Otter" };

for (const perSecond of RATES) {
  for (const age of AGES) {
    test(`at ${perSecond} samples a second, ${age} ms old, what is shown is nearer to the hand than the samples are`, (t) => {
      const [raw, smooth] = [false, true].map((on) => summary(HANDS.flatMap((seed) => errors(seed, perSecond, age, on))));
      t.diagnostic(`RMS ${raw.rms.toFixed(2)}° → ${smooth.rms.toFixed(2)}°, p95 ${raw.p95.toFixed(2)}° → ${smooth.p95.toFixed(2)}°`);
      assert.ok(smooth.rms < raw.rms, "RMS");
      assert.ok(smooth.p95 < raw.p95, "p95");
    });

    test(`at ${perSecond} samples a second, ${age} ms old, a flick that stops is overshot by less than 2°`, (t) => {
      const most = Math.max(...FLICKS.flatMap((each) => WAYS.map((seed) => overshoot(flick(...each), perSecond, age, seed))));
      t.diagnostic(`${most.toFixed(2)}°`);
      assert.ok(most < 2, `${most}°`);
    });
  }
}

for (const age of AGES) {
  test(`at ${SLOWEST} samples a second, ${age} ms old, smoothing neither helps nor harms`, () => {
    const [raw, smooth] = [false, true].map((on) => summary(HANDS.flatMap((seed) => errors(seed, SLOWEST, age, on))));
    const most = Math.max(...FLICKS.flatMap((each) => WAYS.map((seed) => overshoot(flick(...each), SLOWEST, age, seed))));
    assert.ok(smooth.rms < 1.01 * raw.rms && smooth.p95 < 1.02 * raw.p95, `${smooth.rms}° of ${raw.rms}°`);
    assert.ok(most < 2, `${most}°`);
  });
}

test("at 60 samples a second, 20 ms old, more than a third of the error is gone", () => {
  const [raw, smooth] = [false, true].map((on) => summary(HANDS.flatMap((seed) => errors(seed, 60, 20, on))));
  assert.ok(smooth.rms < 0.65 * raw.rms && smooth.p95 < 0.65 * raw.p95);
});

test("a trembling hand is shown half as shaky", () => {
  const shake = (/** @type {boolean} */ on) => {
    const phones = room(on);
    const shown = [];
    for (let at = 1000; at < 3000; at += 16) {
      feed(phones, at, about("x", 0.3 * Math.sin((2 * Math.PI * 9 * at) / 1000)));
      phones.update(at + 20);
      shown.push(angleBetween(phones.list[0].attitude, about("x", 0)));
    }
    return Math.hypot(...shown);
  };
  assert.ok(shake(true) < shake(false) / 2, `${shake(true)} of ${shake(false)}`);
});

test("a steady turn is shown where it is, without lag", () => {
  const phones = room();
  for (let at = 1000; at <= 2000; at += 16) feed(phones, at, about("z", 0.09 * (at - 1000)));
  phones.update(1992 + 40);
  assert.ok(angleBetween(phones.list[0].attitude, about("z", 0.09 * 1032)) < 0.5);
});

test("100 ms after its last sample a phone is shown exactly as that said", () => {
  const phones = room();
  for (let at = 1000; at <= 1320; at += 16) feed(phones, at, about("z", 0.2 * (at - 1000)));
  phones.update(1340);
  assert.ok(angleBetween(phones.list[0].attitude, about("z", 64)) > 2, "predicted");
  phones.update(1440);
  assert.ok(angleBetween(phones.list[0].attitude, about("z", 64)) < 0.05);
  const { attitude, aim } = phones.list[0];
  phones.update(1500);
  assert.ok(phones.list[0].attitude === attitude && phones.list[0].aim === aim, "nothing is computed anew");
});

test("it never looks further ahead than 50 ms, nor than the sample is old", () => {
  const phones = room();
  for (let at = 1000; at <= 1320; at += 16) feed(phones, at, about("z", 0.05 * (at - 1000)));
  phones.update(1320);
  assert.ok(angleBetween(phones.list[0].attitude, about("z", 16)) < 0.1, "fresh");
  phones.update(1340);
  const late = room();
  for (let at = 1000; at <= 1320; at += 16) feed(late, at, about("z", 0.05 * (at - 1000)));
  late.update(1720);
  assert.ok(angleBetween(late.list[0].attitude, about("z", 16 + 50 * 0.05)) < 0.1, "400 ms old");
});

test("a recentred phone jumps and doesn't swing", () => {
  for (const [turn, rest] of [[26, 40], [3, 55]]) {
    const phones = room();
    for (let at = 1000; at <= 1320; at += 16) feed(phones, at, about("z", 0.1 * (at - 1320) + turn));
    feed(phones, 1336, about("z", 0), rest);
    phones.update(1376);
    assert.ok(angleBetween(phones.list[0].attitude, about("z", 0)) < 0.05, `${turn}°, rest ${rest}`);
  }
});

test("a thumb that lets go doesn't swing", () => {
  const phones = room();
  for (let at = 1000; at <= 1320; at += 16) feed(phones, at, about("x", 12 + 0.1 * Math.sin(at)));
  feed(phones, 1336, about("x", 0));
  phones.update(1376);
  assert.ok(angleBetween(phones.list[0].attitude, about("x", 0)) < 0.05);
});

test("a phone that comes back doesn't swing over from where it was", () => {
  const phones = room();
  for (let at = 1000; at <= 1320; at += 16) feed(phones, at, about("z", 0.1 * (at - 1000)));
  phones.away(1);
  phones.back(1);
  feed(phones, 1336, about("z", 28));
  phones.update(1376);
  assert.ok(angleBetween(phones.list[0].attitude, about("z", 28)) < 0.05);
});

test("where a moment isn't known, samples are shown as they come", () => {
  const blind = room();
  const deaf = room();
  for (let at = 1000; at <= 1320; at += 16) {
    feed(blind, 0, about("z", 0.1 * (at - 1000)));
    feed(deaf, at, about("z", 0.1 * (at - 1000)));
    blind.update(at);
    deaf.update(0);
    for (const { list } of [blind, deaf]) assert.ok(angleBetween(list[0].attitude, about("z", 0.1 * (at - 1000))) < 0.05);
  }
});

test("a quaternion that changes its sign is the same turn", () => {
  const phones = room();
  for (let at = 1000; at <= 1320; at += 16) {
    const [x, y, z, w] = about("z", 0.05 * (at - 1000));
    feed(phones, at, at % 32 === 0 ? [x, y, z, w] : [-x, -y, -z, -w]);
    phones.update(at + 20);
    assert.ok(phones.list[0].attitude[3] > 0.9, "one sign");
    assert.ok(angleBetween(phones.list[0].attitude, about("z", 0.05 * (at - 1000))) < 2);
  }
});

test("switched off, the newest sample is shown; switched on again, the moment", () => {
  const phones = room(false);
  for (let at = 1000; at <= 1320; at += 16) feed(phones, at, about("z", 0.1 * (at - 1000)));
  phones.update(1350);
  assert.ok(angleBetween(phones.list[0].attitude, about("z", 32)) < 0.05);
  phones.smooth = true;
  phones.update(1350);
  assert.ok(angleBetween(phones.list[0].attitude, about("z", 35)) < 0.3);
});

test("300 moving phones, painted 60 times a second, leave the display's time to the picture", () => {
  const phones = new Phones();
  const numbers = Array.from({ length: 300 }, (_, place) => place + 1);
  phones.reset(numbers.map((number) => ({ ...OTTER, number })));
  let frame = 0;
  const paintForASecond = () => {
    for (const end = frame + 60; frame < end; frame += 1) {
      const at = 1000 + 16 * frame;
      phones.take([numbers.map((number) => [number, tilt(frame, at, about("z", frame), 45)]), []]);
      phones.update(at + 30);
    }
  };
  const spent = cost(paintForASecond, undefined, 5);
  assert.ok(spent < 500, `a second took ${spent.toFixed(0)} ms of the processor`);
});

/** @param {number} seed @param {number} perSecond @param {number} age @param {boolean} smooth @returns {number[]} degrees, at each paint */
function errors(seed, perSecond, age, smooth) {
  const hand = handAtPlay(seed);
  return painted(hand, perSecond, age, smooth, seed + 1).map(({ at, attitude }) => angleBetween(attitude, hand.motion(at)));
}

/** @param {Recording} turn to the right @param {number} perSecond @param {number} age @param {number} seed @returns {number} degrees */
function overshoot(turn, perSecond, age, seed) {
  const end = turn.motion(turn.ends);
  const past = painted(turn, perSecond, age, true, seed).map(({ attitude }) => {
    const [x, y] = rotate(multiply(conjugate(end), attitude), [0, 1, 0]); // where it points, as seen from the end
    return (Math.atan2(x, y) * 180) / Math.PI;
  });
  return Math.max(...past);
}

/**
 * @param {Recording} recording
 * @param {number} perSecond
 * @param {number} age
 * @param {boolean} smooth
 * @param {number} seed
 * @returns {{at: number, attitude: Quaternion}[]} what is shown, paint by paint
 */
function painted(recording, perSecond, age, smooth, seed) {
  const phones = room(smooth);
  const deliveries = delivered(recording, { perSecond, age, jitter: JITTER, seed });
  const shown = [];
  let next = 0;
  for (let at = 1600; at < recording.ends; at += FRAME) {
    for (; deliveries[next]?.arrives <= at; next += 1) phones.take([[[1, deliveries[next].tilt]], []]);
    phones.update(Math.round(at));
    shown.push({ at, attitude: phones.list[0].attitude });
  }
  return shown;
}

/** @param {readonly number[]} errors */
function summary(errors) {
  return { rms: Math.hypot(...errors) / Math.sqrt(errors.length), p95: quantile(errors, 0.95) };
}

/** @param {boolean} [smooth] @returns {Phones} a room with one phone */
function room(smooth = true) {
  const phones = new Phones();
  phones.join(OTTER);
  phones.smooth = smooth;
  return phones;
}

/** @param {Phones} phones @param {number} at @param {Quaternion} attitude @param {number} [rest] degrees */
function feed(phones, at, attitude, rest = 40) {
  counted += 1;
  phones.take([[[1, tilt(counted % 65_536, at, attitude, rest)]], []]);
}

let counted = 0;

/** @param {number} seq @param {number} at @param {Quaternion} attitude @param {number} rest @returns {Tilt} */
function tilt(seq, at, [x, y, z, w], rest) {
  return [seq, at, Math.round(x * 1e4), Math.round(y * 1e4), Math.round(z * 1e4), Math.round(w * 1e4), rest];
}
