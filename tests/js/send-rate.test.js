// @ts-check
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { SendRate } from "../../static/js/client/send-rate.js";

/** @import { Sample, Stream } from "../../static/js/client/send-rate.js" */

let now = 0;
/** @type {{event: string, sample: Sample, at: number}[]} */
let left = [];
let free = true;

const far = (/** @type {Sample} */ from, /** @type {Sample} */ to) => Math.abs(Number(from[2]) - Number(to[2])) >= 10;

function pace() {
  /** @type {Stream[]} */ const streams = [
    { event: "tilt", least: 0, moved: far },
    { event: "pad", least: 66, moved: far },
  ];
  return new SendRate(
    streams,
    (event, sample) => {
      if (free) left.push({ event, sample, at: now });
      return free;
    },
    () => now,
  );
}

/** @param {number} milliseconds @param {(now: number) => void} [each] */
function pass(milliseconds, each = () => {}) {
  for (const end = now + milliseconds; now < end; ) {
    now += 1;
    mock.timers.tick(1);
    each(now);
  }
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  [now, left, free] = [1000, [], true];
});

test("the first sample leaves at once", () => {
  pace().offer("tilt", [0, 0, 0]);
  assert.equal(left.length, 1);
});

test("no more than sixty samples leave in a second, however many come", () => {
  const p = pace();
  let value = 0;
  pass(1000, () => p.offer("tilt", [value, 0, (value += 50)]));
  assert.ok(left.length >= 58 && left.length <= 61, `${left.length} left`);
});

test("a sensor of sixty hertz loses nothing to a little jitter", () => {
  const p = pace();
  let value = 0;
  for (let i = 0; i < 120; i += 1) {
    pass(i % 3 ? 17 : 16);
    p.offer("tilt", [i, 0, (value += 50)]);
  }
  pass(20);
  assert.ok(left.length >= 119, `${left.length} of 120 left`);
});

test("a server may ask for fewer", () => {
  const p = pace();
  p.limit = 10;
  let value = 0;
  pass(1000, () => p.offer("tilt", [value, 0, (value += 50)]));
  assert.ok(left.length >= 9 && left.length <= 11, `${left.length} left`);
});

test("what can't leave is replaced by the newest, never queued", () => {
  const p = pace();
  free = false;
  for (let i = 0; i < 20; i += 1) {
    p.offer("tilt", [i, 0, i * 50]);
    pass(16);
  }
  assert.equal(left.length, 0);
  free = true;
  pass(20);
  assert.deepEqual(left.map(({ sample }) => sample[0]), [19]);
});

test("a phone that keeps still sends nothing", () => {
  const p = pace();
  p.offer("tilt", [0, 0, 500]);
  pass(2000, () => p.offer("tilt", [1, 0, 500]));
  assert.equal(left.length, 1);
});

test("a small step to rest is sent once, later; trembling after that isn't", () => {
  const p = pace();
  p.offer("tilt", [0, 0, 0]);
  pass(50);
  p.offer("tilt", [1, 0, 100]);
  pass(20);
  p.offer("tilt", [2, 0, 104]);
  pass(100);
  assert.equal(left.length, 2);
  pass(200);
  assert.deepEqual(left.at(-1)?.sample, [2, 0, 104]);
  pass(2000, (at) => p.offer("tilt", [at, 0, 104 + (at % 3)]));
  assert.equal(left.length, 3);
});

test("tilt and pad share the pace, and neither starves", () => {
  const p = pace();
  let value = 0;
  pass(1000, () => {
    value += 50;
    p.offer("tilt", [value, 0, value]);
    p.offer("pad", [value, 0, value]);
  });
  const pads = left.filter(({ event }) => event === "pad").length;
  assert.ok(left.length <= 61);
  assert.ok(pads >= 13 && pads <= 16, `${pads} of the pad`);
});

test("a sample that waits can be taken out, to go before a tap; then it doesn't go twice", () => {
  const p = pace();
  p.offer("tilt", [0, 0, 0]);
  p.offer("tilt", [1, 0, 100]);
  assert.deepEqual(p.take("tilt"), [1, 0, 100]);
  assert.equal(p.take("tilt"), null);
  pass(500);
  assert.equal(left.length, 1);
});

test("a hidden phone sends nothing, and what was taken until it is seen again never leaves", () => {
  const p = pace();
  p.offer("tilt", [0, 0, 0]);
  p.offer("tilt", [1, 0, 100]);
  p.pause();
  p.offer("tilt", [2, 0, 200]);
  pass(500);
  p.resume();
  pass(500);
  assert.deepEqual(left.map(({ sample }) => sample[0]), [0]);
  p.offer("tilt", [3, 0, 300]);
  assert.deepEqual(left.map(({ sample }) => sample[0]), [0, 3]);
});

test("after starting over even a pose that was sent before goes out", () => {
  const p = pace();
  p.offer("tilt", [0, 0, 7]);
  p.startOver();
  pass(20);
  p.offer("tilt", [1, 0, 7]);
  assert.equal(left.length, 2);
});

test("an unknown stream is a mistake in the program", () => {
  // @ts-expect-error: tsc finds it, too
  assert.throws(() => pace().offer("tile", [0, 0, 0]), RangeError);
});

/** Stream a moving hand for so long. @param {SendRate} sent @param {number} milliseconds @returns {number} samples a second */
function streamed(sent, milliseconds) {
  left = [];
  pass(milliseconds, (at) => sent.offer("tilt", [at, at, at * 10]));
  return (left.length * 1000) / milliseconds;
}

test("once samples arrive late nothing leaves until they have arrived, then half as many", () => {
  const sent = pace();
  assert.ok(streamed(sent, 1000) > 55);
  sent.slowDown();
  sent.slowDown(); // of the same samples
  assert.equal(streamed(sent, 400), 0);
  sent.goOn();
  const perSecond = streamed(sent, 1000);
  assert.ok(perSecond > 28 && perSecond < 33, `${perSecond}`);
});

test("a line that carries next to nothing still gets two samples a second", () => {
  const sent = pace();
  for (let i = 0; i < 20; i += 1) {
    sent.slowDown();
    sent.goOn();
  }
  const perSecond = streamed(sent, 2000);
  assert.ok(perSecond >= 2 && perSecond <= 3, `${perSecond}`);
});

test("without late samples it finds its way back, and no further than the room allows", () => {
  const sent = pace();
  sent.slowDown();
  sent.goOn();
  sent.limit = 40;
  streamed(sent, 10_000);
  const perSecond = streamed(sent, 1000);
  assert.ok(perSecond > 37 && perSecond < 43, `${perSecond}`);
});
