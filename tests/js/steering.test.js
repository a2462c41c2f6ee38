// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { about, aimOf, angleBetween, fromAngles, IDENTITY, inRoom, multiply, tiltOf } from "../../static/js/motion.js";
import { Steering, STICK_REACH } from "../../static/js/phone/steering.js";

/** @import { Pose } from "../../static/js/phone/steering.js" */

const PAD = { width: 360, height: 480, margin: 30 };
const turn = (/** @type {Pose} */ { attitude, rest }) => inRoom(attitude, rest);

test("without a real reading the thumb steers", () => {
  assert.equal(new Steering().source, "touch");
});

test("the first real reading takes over, and is straight ahead", () => {
  const steering = new Steering();
  steering.feel(fromAngles(77, 55, 3, 0));
  assert.equal(steering.source, "motion");
  assert.ok(angleBetween(steering.pose.attitude, IDENTITY) < 1e-6);
  assert.ok(Math.abs(steering.pose.rest - 55) < 1, `${steering.pose.rest}`);
});

test("lifting the phone's top lifts the aim, turning it left moves the aim left", () => {
  const steering = new Steering();
  steering.feel(fromAngles(0, 50, 0, 0));
  steering.feel(fromAngles(10, 60, 0, 0));
  const { x, y } = aimOf(turn(steering.pose));
  assert.ok(x < 0.4 && y < 0.4, `${x}, ${y}`);
});

test("recentring makes the way it is held straight ahead", () => {
  const steering = new Steering();
  steering.feel(fromAngles(0, 10, 0, 0));
  steering.feel(fromAngles(40, 80, 20, 0));
  steering.recentre();
  assert.ok(angleBetween(steering.pose.attitude, IDENTITY) < 1e-6);
});

test("a person may choose the thumb although motion works, and change back", () => {
  const steering = new Steering();
  steering.feel(fromAngles(0, 40, 0, 0));
  steering.choose("touch");
  steering.feel(fromAngles(30, 70, 0, 0));
  assert.equal(steering.source, "touch");
  assert.deepEqual(steering.pose.rest, 0);
  steering.choose("motion");
  assert.ok(angleBetween(steering.pose.attitude, IDENTITY) < 1e-6, "straight ahead is where it is held now");
});

test("who chose the thumb before any reading keeps it", () => {
  const steering = new Steering();
  steering.choose("touch");
  steering.feel(fromAngles(0, 40, 0, 0));
  assert.equal(steering.source, "touch");
});

for (const motion of /** @type {const} */ (["tilt", "attitude"])) {
  test(`for ${motion} the thumb is a stick: full at its reach, not more beyond, and it springs back`, () => {
    const steering = new Steering();
    steering.serve(motion);
    steering.pull({ x: STICK_REACH, y: 0 });
    assert.ok(Math.abs(tiltOf(turn(steering.pose)).x - 1) < 1e-6);
    steering.pull({ x: 0, y: 3 * STICK_REACH });
    assert.ok(Math.abs(tiltOf(turn(steering.pose)).y - 1) < 1e-6);
    steering.release();
    assert.deepEqual(steering.pose, { attitude: IDENTITY, rest: 0 });
  });
}

test("a thumb that only trembles does not move the stick", () => {
  const steering = new Steering();
  steering.serve("tilt");
  steering.pull({ x: 2, y: -3 });
  assert.deepEqual(steering.pose.attitude, IDENTITY);
});

test("for aim the thumb is a trackpad: it stays, and ends at the screen's edge", () => {
  const steering = new Steering();
  steering.serve("aim");
  steering.drag({ x: 0.2, y: -0.1 });
  steering.release();
  const aim = aimOf(turn(steering.pose));
  assert.ok(Math.abs(aim.x - 0.75) < 0.01 && Math.abs(aim.y - 0.375) < 0.01, `${aim.x}, ${aim.y}`);
  steering.drag({ x: 9, y: 9 });
  steering.drag({ x: -0.08, y: 0 });
  assert.ok(Math.abs(aimOf(turn(steering.pose)).x - 0.9) < 0.01, "it comes back from the edge at once");
});

test("another visual begins in the middle", () => {
  const steering = new Steering();
  steering.drag({ x: 0.3, y: 0.3 });
  steering.serve("tilt");
  assert.deepEqual(steering.pose.attitude, IDENTITY);
});

test("the light stands in the middle of the pad at first, and never leaves it", () => {
  const steering = new Steering();
  for (const motion of /** @type {const} */ (["aim", "tilt"])) {
    steering.serve(motion);
    assert.deepEqual(round(steering.light(PAD)), { x: 180, y: 240 });
  }
  steering.serve("aim");
  steering.drag({ x: 5, y: -5 });
  assert.deepEqual(round(steering.light(PAD)), { x: 330, y: 30 });
  steering.serve("tilt");
  steering.pull({ x: 0, y: 500 });
  assert.deepEqual(round(steering.light(PAD)), { x: 180, y: 384 });
});

test("how a phone was held before its page slept is no longer true; where the thumb put it is", () => {
  const steering = new Steering();
  steering.sleep();
  assert.ok(steering.isTrue, "by touch");
  steering.feel(about("x", 20));
  assert.ok(steering.isTrue);
  steering.sleep();
  assert.ok(!steering.isTrue);
  steering.feel(about("x", 50));
  assert.ok(steering.isTrue);
});

/** @param {{x: number, y: number}} point */
function round({ x, y }) {
  return { x: Math.round(x), y: Math.round(y) };
}

test("a visual's own phone page steers whatever motion says, until it gives back", () => {
  const steering = new Steering();
  steering.serve("tilt");
  steering.feel(about("x", 40));
  steering.feel(multiply(about("x", 40), about("y", 20)));
  const held = steering.tilt;
  steering.sleep();
  assert.equal(steering.isTrue, false);

  steering.lead({ x: -1, y: 0 });
  assert.ok(Math.abs(steering.tilt.x + 1) < 1e-6 && Math.abs(steering.tilt.y) < 1e-6);
  assert.equal(steering.isTrue, true, "nobody has to feel anything for that");
  steering.lead({ x: 7, y: -7 });
  assert.ok(Math.hypot(steering.tilt.x, steering.tilt.y) <= 1 + 1e-6);
  steering.lead(null);
  assert.deepEqual(steering.tilt, held);

  steering.serve("aim");
  steering.lead({ x: 0.25, y: 2 });
  assert.ok(Math.abs(steering.aim.x - 0.25) < 1e-6 && Math.abs(steering.aim.y - 1) < 1e-6);
  steering.serve("tilt");
  assert.deepEqual(steering.tilt, held, "another visual begins without it");
});
