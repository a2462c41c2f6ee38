// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { PAINT } from "../../static/js/shared/marks.js";
import { seeded } from "../../static/js/display/stage/stage-api.js";
import { BEAT_MS, LATE_MS, LOOP_MS, STEP_MS, Steady, stepFor } from "../../static/visuals/chorus/beat.js";
import { ATTRACT_PARTS, playAttract } from "../../static/visuals/chorus/attract.js";
import { INSTRUMENTS } from "../../static/visuals/chorus/instruments.js";
import { lanesFor } from "../../static/visuals/chorus/lanes.js";
import { Staff } from "../../static/visuals/chorus/staff.js";
import { Polyphony } from "../../static/visuals/chorus/polyphony.js";
import { DEGREES, degreeFor, frequency, home } from "../../static/visuals/chorus/scale.js";
import { LEVELS, Score, degreeAt, strength } from "../../static/visuals/chorus/score.js";

/** @import { Sounding } from "../../static/visuals/chorus/polyphony.js" */

const MOST = 24;
const START = 1_000_000; // milliseconds on the server's clock

test("a note is on the beat within 30 ms, at 40 ms of age and at any other", () => {
  const random = seeded(3);
  for (const age of [0, 10, 30, 40, 80, 200, 900]) {
    for (let i = 0; i < 500; i += 1) {
      const taken = START + Math.floor(10_000 * random());
      const now = taken + age;
      const at = stepFor(taken, now);
      assert.equal(at % STEP_MS, 0, "it stands on a step");
      const heard = Math.max(at, now);
      assert.ok(heard - at <= LATE_MS && LATE_MS <= 30, `${heard - at} ms late at ${age} ms of age`);
      assert.ok(at - now <= STEP_MS, "nobody waits longer than a step");
    }
  }
});

test("who taps with the beat is heard on that very step", () => {
  const step = Math.ceil(START / BEAT_MS) * BEAT_MS;
  for (const early of [-60, -20, 0]) assert.equal(stepFor(step + early, step + early + 5), step);
  assert.equal(stepFor(step, step + 30), step);
  assert.equal(stepFor(step, step + 40), step + STEP_MS);
});

test("a phone whose clock is ahead plays no earlier than the next step", () => {
  assert.ok(stepFor(START + 5000, START) - START <= STEP_MS);
});

test("the beat goes evenly when the clock is mended, and jumps only to another clock", () => {
  const steady = new Steady();
  assert.ok(steady.tick(0, START) > 0);
  let before = steady.now;
  for (let frame = 1; frame < 300; frame += 1) {
    const clock = START + Math.round((1000 * frame) / 60) + (frame > 100 ? 12 : 0);
    assert.equal(steady.tick(1 / 60, clock), 0);
    assert.ok(steady.now > before && steady.now - before < 18.5, `${steady.now - before} ms in a frame`);
    before = steady.now;
  }
  assert.ok(Math.abs(steady.now - START - 12 - 299_000 / 60) < 2);
  assert.equal(Math.round(steady.tick(0, START + 500_000) / 1000), 495);
  assert.equal(steady.tick(0, 0), 0, "an unknown clock changes nothing");
});

test("whatever number, however it leans: the note is in the scale and on the paper", () => {
  const random = seeded(5);
  for (let number = 1; number <= 300; number += 1) {
    let degree = home(number);
    for (let i = 0; i < 50; i += 1) {
      degree = degreeFor(number, 2 * random() - 1, degree);
      assert.ok(Number.isInteger(degree) && degree >= 0 && degree < DEGREES);
      const semitones = 12 * Math.log2(frequency(degree) / frequency(0));
      assert.ok([0, 2, 4, 7, 9].includes(Math.round(semitones) % 12) && Math.abs(semitones - Math.round(semitones)) < 1e-9);
    }
  }
});

test("a hand that trembles between two pitches keeps one", () => {
  let degree = degreeFor(1, 0.5, home(1));
  const before = degree;
  for (const lean of [0.48, 0.52, 0.46, 0.54]) degree = degreeFor(1, lean, degree);
  assert.equal(degree, before);
  assert.ok(degreeFor(1, 1, degree) > before && degreeFor(1, -1, degree) < before);
});

test("people hear themselves: the first forty differ in instrument or range", () => {
  const shapes = /** @type {(keyof typeof INSTRUMENTS)[]} */ (["star", "circle", "triangle", "drop", "square", "hexagon", "crescent", "cross"]);
  const seen = Array.from({ length: 40 }, (_, i) => `${shapes[(i + Math.floor(i / 8)) % 8]} ${home(i + 1)}`);
  assert.equal(new Set(seen).size, 40);
  assert.deepEqual(Object.keys(INSTRUMENTS).sort(), [...shapes].sort());
});

test("a note comes round, fainter each time, and then no more", () => {
  const score = new Score();
  score.pin(1, START, 5, 800);
  const heard = score.due(START - 1, START + 10 * LOOP_MS);
  assert.deepEqual(heard.map(({ at }) => at), LEVELS.map((_, round) => START + round * LOOP_MS));
  const seen = [0, 1, 2, 3].map((round) => strength(score.notes[0], START + round * LOOP_MS));
  assert.deepEqual(seen, [...seen].sort((a, b) => b - a));
  score.forget(START + 5 * LOOP_MS);
  assert.equal(score.notes.length, 0);
});

test("nothing is heard twice, however frames fall", () => {
  const score = new Score();
  for (let i = 0; i < 40; i += 1) score.pin(1 + (i % 8), START + STEP_MS * i, 5, 800);
  const all = score.due(START - 1, START + LOOP_MS).length;
  let heard = 0;
  for (let at = START - 1; at < START + LOOP_MS; at += 37) heard += score.due(at, Math.min(at + 37, START + LOOP_MS)).length;
  assert.equal(heard, all);
});

test("nothing of a phone that is away sounds or comes round", () => {
  const score = new Score();
  const note = score.pin(1, START, 5, 800);
  score.pin(2, START, 7, 800);
  score.silence(1, START + 100);
  assert.deepEqual(score.due(START, START + 10 * LOOP_MS).map(({ note: { number } }) => number), [2, 2, 2]);
  assert.equal(score.bend(1, 6, START + 200), false);
  assert.equal(strength(note, START + 1000), 0);
  score.forget(START + 1000);
  assert.equal(score.notes.length, 1);
});

test("a lean bends the note that sounds, and the bend comes round with it", () => {
  const score = new Score();
  const note = score.pin(1, START, 5, 800);
  assert.ok(score.bend(1, 6, START + 200));
  assert.ok(!score.bend(1, 8, START + 900), "it has faded by then");
  assert.deepEqual([0, 199, 200, 5000].map((after) => degreeAt(note, after)), [5, 5, 6, 6]);
});

test("the same step again is the same pin, and nobody fills the drum alone", () => {
  const score = new Score();
  score.pin(1, START, 5, 800);
  score.pin(1, START + LOOP_MS, 6, 800);
  assert.deepEqual(score.notes.map(({ degree }) => degree), [6]);
  for (let i = 0; i < 100; i += 1) score.pin(1, START + 2 * LOOP_MS + STEP_MS * i, 5, 800);
  assert.equal(score.notes.length, 10);
});

test("never more voices than fit, and a hand has one", () => {
  const random = seeded(9);
  /** @type {Polyphony<Sounding & {at: number}>} */ const polyphony = new Polyphony(MOST);
  /** @type {(Sounding & {at: number})[]} */ const all = [];
  for (let now = START; now < START + 20_000; now += 7) {
    const number = 1 + Math.floor(40 * random());
    const isLive = random() < 0.5;
    for (const voice of polyphony.room(number, isLive, now)) voice.ends = now;
    const at = now + (isLive ? 0 : 200 * random());
    const voice = { number, isLive, at, ends: at + 500 + 1000 * random() };
    polyphony.add(voice);
    all.push(voice);
    const sounding = all.filter(({ at, ends }) => at <= now && ends > now);
    assert.ok(sounding.length <= MOST && polyphony.voices.length <= MOST);
    assert.ok(sounding.filter((one) => one.isLive && one.number === number).length <= 1);
  }
});

test("what comes round makes way before what a hand plays", () => {
  /** @type {Polyphony<Sounding>} */ const polyphony = new Polyphony(2);
  polyphony.add({ number: 1, isLive: true, ends: START + 100 });
  polyphony.add({ number: 2, isLive: false, ends: START + 900 });
  assert.deepEqual(polyphony.room(3, true, START).map(({ number }) => number), [2]);
});

test("no voice is left of a phone that is away", () => {
  /** @type {Polyphony<Sounding>} */ const polyphony = new Polyphony(MOST);
  for (const isLive of [true, false, false]) polyphony.add({ number: 4, isLive, ends: START + 900 });
  polyphony.add({ number: 5, isLive: true, ends: START + 900 });
  assert.equal(polyphony.silence(4).length, 3);
  assert.deepEqual(polyphony.voices.map(({ number }) => number), [5]);
});

test("with nobody in, parts play on the beat, in the scale, and in colours that there are", () => {
  const score = new Score();
  for (let at = START; at < START + LOOP_MS; at += 33) playAttract(score, at, at + 33);
  assert.ok(score.notes.length >= 12);
  for (const { at, degree } of score.notes) assert.ok(at % STEP_MS === 0 && degree >= 0 && degree < DEGREES);
  for (const { colour, shape } of ATTRACT_PARTS) assert.ok(PAINT.dark[colour] && INSTRUMENTS[shape]);
});

test("a note is on the line when it sounds, moves left, and every pitch lies clear of the words", () => {
  const words = [{ x: 40, y: 40, width: 1800, height: 60 }, { x: 40, y: 950, width: 600, height: 90 }];
  for (const [width, height] of [[1920, 1080], [1280, 720], [1080, 1920]]) {
    const staff = new Staff();
    staff.lay(width, height, width === 1920 ? words : [], false);
    assert.ok(Math.abs(staff.x(START, START) - staff.line) < 1e-6);
    assert.ok(Math.abs(staff.x(START, START + 1000) - staff.line + 1000 * staff.speed) < 1e-6);
    for (let degree = 0; degree < DEGREES; degree += 1) {
      assert.ok(staff.y(degree) > staff.top && staff.y(degree) < staff.bottom);
      assert.ok(degree === 0 || staff.y(degree) < staff.y(degree - 1));
    }
  }
});

test("players never hide each other, and whoever can stands on the line", () => {
  const random = seeded(11);
  const degrees = Array.from({ length: 40 }, () => Math.floor(DEGREES * random()));
  const lanes = lanesFor(degrees, 2);
  for (let i = 0; i < 40; i += 1) {
    for (let j = 0; j < i; j += 1) assert.ok(lanes[i] !== lanes[j] || Math.abs(degrees[i] - degrees[j]) >= 2);
  }
  assert.ok(Math.max(...lanes) < 12);
  assert.deepEqual(lanesFor([7, 3, 12], 2.6), [0, 0, 0]);
});

test("with reduced motion the score stands still", () => {
  const staff = new Staff();
  staff.lay(1920, 1080, [], true);
  assert.equal(staff.x(START, START), staff.x(START, START + 1234));
  assert.equal(staff.x(START, START), staff.x(START + LOOP_MS, START));
});
