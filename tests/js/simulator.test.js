// The hand of a pretend phone, what is remembered of it, and how that is repeated.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { SimulatedHand } from "../../static/js/display/simulator/simulated-hand.js";
import { ActionLoop } from "../../static/js/display/simulator/action-loop.js";
import { ActionHistory } from "../../static/js/display/simulator/action-history.js";
import { aimOf, inRoom, tiltOf } from "../../static/js/shared/motion.js";
import { unstored } from "../../static/js/client/passes.js";
import { sampleOf } from "../../static/js/client/samples.js";
import { QUATERNION_UNIT } from "../../static/js/protocol.js";

/** @import { Point } from "../../static/js/shared/motion.js" */
/** @import { Motion } from "../../static/js/protocol.js" */
/** @import { Action } from "../../static/js/display/simulator/action-history.js" */

/** @param {SimulatedHand} hand @returns {{aim: Point, tilt: Point}} what a display makes of its sample */
function seen(hand) {
  const [, , x, y, z, w, rest] = sampleOf("tilt", 0, 0, [...hand.pose.attitude, hand.pose.rest]).map(Number);
  const turn = inRoom([x / QUATERNION_UNIT, y / QUATERNION_UNIT, z / QUATERNION_UNIT, w / QUATERNION_UNIT], rest);
  return { aim: aimOf(turn), tilt: tiltOf(turn) };
}

/** @param {Motion} motion */
function handFor(motion) {
  const hand = new SimulatedHand();
  hand.serve(motion);
  return hand;
}

/** @param {SimulatedHand} hand @param {number} seconds @param {number} [hertz] frames a second */
function pass(hand, seconds, hertz = 60) {
  for (let frame = 0; frame < seconds * hertz; frame += 1) hand.step(1 / hertz);
}

/** @param {number} actual @param {number} wanted @param {number} [off] */
function near(actual, wanted, off = 0.002) {
  assert.ok(Math.abs(actual - wanted) <= off, `${actual} is not ${wanted}`);
}

/** @param {number} x @param {number} [y] @returns {Action} */
const point = (x, y = 0.5) => ({ what: "point", place: { x, y } });

test("a phone points where the pointer is, and at the edge where the pointer is beyond", () => {
  const hand = handFor("aim");
  hand.point({ x: 0.1, y: 0.9 });
  near(seen(hand).aim.x, 0.1);
  near(seen(hand).aim.y, 0.9);
  hand.point({ x: -0.5, y: 2 });
  assert.deepEqual(hand.place, { x: 0, y: 1 });
});

for (const motion of /** @type {const} */ (["tilt", "attitude", "shake"])) {
  test(`for ${motion} it leans from the middle towards the pointer, fully at the edge`, () => {
    const hand = handFor(motion);
    near(seen(hand).tilt.x, 0);
    hand.point({ x: 0.75, y: 0.25 });
    near(seen(hand).tilt.x, 0.5);
    near(seen(hand).tilt.y, -0.5);
    hand.point({ x: 0, y: 0.5 });
    near(seen(hand).tilt.x, -1);
  });
}

test("another visual finds the hand where it was", () => {
  const hand = handFor("aim");
  hand.point({ x: 0.75, y: 0.5 });
  hand.serve("tilt");
  near(seen(hand).tilt.x, 0.5);
});

test("an arrow leans it with some weight, and it springs back without swinging over", () => {
  const hand = handFor("tilt");
  hand.pull({ x: 1, y: 0 });
  hand.step(1 / 60);
  assert.ok(hand.place.x > 0.5 && hand.place.x < 0.55, `${hand.place.x} at once`);
  pass(hand, 1);
  near(seen(hand).tilt.x, 0.8);
  assert.equal(hand.step(1 / 60), false, "it rests, and asks for no more frames");

  hand.pull({ x: 0, y: 0 });
  for (let frame = 0; frame < 60; frame += 1) {
    hand.step(1 / 60);
    assert.ok(hand.place.x >= 0.5, `${hand.place.x} is on the other side`);
  }
  assert.deepEqual(hand.place, { x: 0.5, y: 0.5 });
});

test("where phones point an arrow sweeps, and the aim stays where it was let go", () => {
  const hand = handFor("aim");
  hand.point({ x: 0.2, y: 0.5 });
  hand.pull({ x: 1, y: -1 });
  pass(hand, 0.5);
  hand.pull({ x: 0, y: 0 });
  pass(hand, 1);
  const { x, y } = hand.place;
  near(x, 0.5, 0.02);
  near(y, 0.2, 0.02);
  hand.pull({ x: 1, y: 0 });
  pass(hand, 3);
  assert.deepEqual(hand.place, { x: 1, y });
});

test("the hand is the same at any frame rate", () => {
  for (const motion of /** @type {const} */ (["aim", "tilt"])) {
    const places = [10, 60, 240].map((hertz) => {
      const hand = handFor(motion);
      hand.pull({ x: -1, y: 0 });
      pass(hand, 0.2, hertz);
      return hand.place.x;
    });
    near(places[0], places[1]);
    near(places[1], places[2]);
  }
});

test("the pointer takes over from the arrows", () => {
  const hand = handFor("tilt");
  hand.pull({ x: 1, y: 0 });
  pass(hand, 0.1);
  hand.point({ x: 0.3, y: 0.3 });
  assert.equal(hand.step(1 / 60), false);
  assert.deepEqual(hand.place, { x: 0.3, y: 0.3 });
});

/** @param {ActionLoop} loop @param {number} milliseconds @param {number} [step] @returns {[at: number, action: Action][]} */
function actions(loop, milliseconds, step = 20) {
  /** @type {[number, Action][]} */ const done = [];
  for (let at = step; at <= milliseconds; at += step) for (const action of loop.pass(step)) done.push([at, action]);
  return done;
}

/** @param {[number, Action][]} done @param {Action["what"]} what @returns {number[]} when it was done */
const moments = (done, what) => done.filter(([, action]) => action.what === what).map(([at]) => at);

/** A hand that goes to the right for four seconds and taps after one. */
function track() {
  const track = new ActionHistory({ x: 0.1, y: 0.5 });
  for (let at = 0; at <= 4000; at += 100) {
    track.note(point(0.1 + at / 5000), at);
    if (at === 1000) track.note({ what: "tap", place: { x: 0.3, y: 0.5 } }, at);
  }
  return track;
}

test("a hand that goes on by itself does what it did, in its time, again and again", () => {
  const done = actions(track().loop(4000), 15_000);
  const [first, second, third] = moments(done, "tap");
  near(first, 1700, 20);
  near(second - first, 4700, 20);
  near(third - second, 4700, 20);
});

test("it goes back to where it began without a leap", () => {
  const done = actions(track().loop(4000), 10_000);
  let x = 0.9; // where it was when it was left alone
  for (const [, action] of done) {
    if (action.what !== "point") continue;
    assert.ok(Math.abs(action.place.x - x) < 0.05, `from ${x} to ${action.place.x}`);
    x = action.place.x;
  }
});

test("ten seconds are remembered, with the place where they begin", () => {
  const long = new ActionHistory();
  for (let at = 0; at <= 30_000; at += 100) long.note(point(at / 30_000), at);
  const places = actions(long.loop(30_000), 10_700).map(([, action]) => (action.what === "point" ? action.place.x : NaN));
  near(Math.min(...places), 2 / 3, 0.01);
  near(Math.max(...places), 1, 0.01);
});

test("a long pause is cut short, unless something is held", () => {
  const still = new ActionHistory();
  still.note(point(0.2), 0);
  still.note(point(0.8), 500);
  still.note({ what: "tap", place: { x: 0.5, y: 0.5 } }, 9000);
  const [first, second] = moments(actions(still.loop(60_000), 12_000), "tap");
  near(first, 700 + 500 + 1500, 20);
  near(second - first, 500 + 1500 + 1500 + 700, 20);

  const holding = new ActionHistory();
  holding.note({ what: "press", name: "boost", down: true }, 0);
  holding.note({ what: "press", name: "boost", down: false }, 5000);
  const [down, up] = moments(actions(holding.loop(5000), 8000), "press");
  near(up - down, 5000, 20);
});

test("what is held when the hand goes on by itself is let go at once, and at the end of each turn", () => {
  const held = new ActionHistory();
  held.note(point(0.5), 0);
  held.note({ what: "thumb", place: { x: 0.5, y: 0.5 }, down: true }, 1000);
  held.note({ what: "press", name: "boost", down: true }, 1500);
  const done = actions(held.loop(3000), 3000 + 3 * 700 - 100);
  const downs = done.filter(([, action]) => "down" in action).map(([at, action]) => [at, action.what, "down" in action && action.down]);
  assert.deepEqual(downs.map(([, what, down]) => `${what} ${down}`), [
    "thumb false", "press false", "thumb true", "press true", "thumb false", "press false",
  ]);
  assert.equal(downs[0][0], 20);
  near(Number(downs[2][0]), 1700, 20);
  near(Number(downs[4][0]), 3700, 20);
});

test("a hand that did one thing is no drum", () => {
  const once = new ActionHistory();
  once.note({ what: "tap", place: { x: 0.5, y: 0.5 } }, 0);
  const taps = moments(actions(once.loop(50), 10_000), "tap");
  assert.ok(taps.length > 1);
  assert.ok(taps.slice(1).every((at, i) => at - taps[i] >= 2000), `${taps}`);
});

test("however long a frame takes, a turn is done once and nothing is done twice", () => {
  const loop = track().loop(4000);
  assert.equal(loop.pass(60_000).filter(({ what }) => what === "tap").length, 1);
});

test("a pretend phone's pass is nobody else's, and ends with it", () => {
  const [one, other] = [unstored(), unstored()];
  one.keep("KRTP", "a pass");
  assert.equal(one.of("KRTP"), "a pass");
  assert.equal(other.of("KRTP"), null);
  one.retire("KRTP");
  assert.equal(one.of("KRTP"), null);
});
