// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  about, aimOf, angleBetween, conjugate, fromAngles, fromGravity, IDENTITY, inRoom, multiply, rotate, tiltOf,
} from "../../static/js/shared/motion.js";
import { Steering, STICK_REACH } from "../../static/js/client/steering.js";

/** @import { Quaternion } from "../../static/js/shared/motion.js" */
/** @import { Frame, Reading } from "../../static/js/client/sensors.js" */
/** @import { Pose } from "../../static/js/client/steering.js" */

const PAD = { width: 360, height: 480, margin: 30 };
/** @type {(pose: Quaternion, frame?: Frame) => Reading} */
const held = (pose, frame = "relative") => ({ held: pose, frame });
const turn = (/** @type {Pose} */ { attitude, rest }) => inRoom(attitude, rest);

test("without a real reading the thumb steers", () => {
  assert.equal(new Steering().source, "touch");
});

test("the first real reading takes over, and is straight ahead", () => {
  const steering = new Steering();
  steering.feel(held(fromAngles(77, 55, 3, 0)));
  assert.equal(steering.source, "motion");
  assert.ok(angleBetween(steering.pose.attitude, IDENTITY) < 1e-6);
  assert.ok(Math.abs(steering.pose.rest - 55) < 1, `${steering.pose.rest}`);
});

test("lifting the phone's top lifts the aim, turning it left moves the aim left", () => {
  const steering = new Steering();
  steering.feel(held(fromAngles(0, 50, 0, 0)));
  steering.feel(held(fromAngles(10, 60, 0, 0)));
  const { x, y } = aimOf(turn(steering.pose));
  assert.ok(x < 0.4 && y < 0.4, `${x}, ${y}`);
});

test("recentring makes the way it is held straight ahead", () => {
  const steering = new Steering();
  steering.feel(held(fromAngles(0, 10, 0, 0)));
  steering.feel(held(fromAngles(40, 80, 20, 0)));
  steering.recentre();
  assert.ok(angleBetween(steering.pose.attitude, IDENTITY) < 1e-6);
});

test("a person may choose the thumb although motion works, and change back", () => {
  const steering = new Steering();
  steering.feel(held(fromAngles(0, 40, 0, 0)));
  steering.choose("touch");
  steering.feel(held(fromAngles(30, 70, 0, 0)));
  assert.equal(steering.source, "touch");
  assert.deepEqual(steering.pose.rest, 0);
  steering.choose("motion");
  assert.ok(angleBetween(steering.pose.attitude, IDENTITY) < 1e-6, "straight ahead is where it is held now");
});

test("who chose the thumb before any reading keeps it", () => {
  const steering = new Steering();
  steering.choose("touch");
  steering.feel(held(fromAngles(0, 40, 0, 0)));
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
  steering.feel(held(about("x", 20)));
  assert.ok(steering.isTrue);
  steering.sleep();
  assert.ok(!steering.isTrue);
  steering.feel(held(about("x", 50)));
  assert.ok(steering.isTrue);
});

/** @param {{x: number, y: number}} point */
function round({ x, y }) {
  return { x: Math.round(x), y: Math.round(y) };
}

test("a visual's own phone page steers whatever motion says, until it gives back", () => {
  const steering = new Steering();
  steering.serve("tilt");
  steering.feel(held(about("x", 40)));
  steering.feel(held(multiply(about("x", 40), about("y", 20))));
  const before = steering.tilt;
  steering.sleep();
  assert.equal(steering.isTrue, false);

  steering.lead({ x: -1, y: 0 });
  assert.ok(Math.abs(steering.tilt.x + 1) < 1e-6 && Math.abs(steering.tilt.y) < 1e-6);
  assert.equal(steering.isTrue, true, "nobody has to feel anything for that");
  steering.lead({ x: 7, y: -7 });
  assert.ok(Math.hypot(steering.tilt.x, steering.tilt.y) <= 1 + 1e-6);
  steering.lead(null);
  assert.deepEqual(steering.tilt, before);

  steering.serve("aim");
  steering.lead({ x: 0.25, y: 2 });
  assert.ok(Math.abs(steering.aim.x - 0.25) < 1e-6 && Math.abs(steering.aim.y - 1) < 1e-6);
  steering.serve("tilt");
  assert.deepEqual(steering.tilt, before, "another visual begins without it");
});

for (const motion of /** @type {const} */ (["tilt", "aim", "attitude"])) {
  for (const angle of [90, 180, 270, -90]) {
    test(`a page that turns by ${angle}° moves nothing where ${motion} steers, now or later`, () => {
      let turned = 0;
      const [still, turning] = [new Steering(), new Steering(() => turned)];
      for (const steering of [still, turning]) {
        steering.serve(motion);
        steering.feel(held(fromAngles(20, 40, 3, 0)));
        steering.feel(held(fromAngles(28, 46, -25, 0)));
      }
      const before = turning.pose;
      turned = angle;
      assert.deepEqual(turning.pose, before, "before the next reading");
      for (const steering of [still, turning]) steering.feel(held(fromAngles(29, 46, -26, 0)));
      assert.deepEqual(turning.pose, still.pose, "and after it");
    });
  }
}

test("recentred on its side, a phone steers as upright: to the right of the page is right", () => {
  const steering = new Steering(() => 90);
  steering.serve("tilt");
  const across = multiply(about("x", 40), about("z", 90)); // leaning back by 40°, its page turned upright again
  steering.feel(held(across));
  assert.ok(Math.abs(steering.pose.rest - 40) < 1e-6, `${steering.pose.rest}`);
  steering.feel(held(multiply(about("y", 20), across)));
  assert.ok(steering.tilt.x > 0.5 && Math.abs(steering.tilt.y) < 1e-6, JSON.stringify(steering.tilt));
});

test("without a heading, lean steers tilt as with one; where aim is wanted, the thumb steers", () => {
  const steering = new Steering();
  steering.serve("tilt");
  steering.feel(held(fromAngles(0, 40, 0, 0), "lean"));
  steering.feel(held(multiply(about("y", 20), fromAngles(0, 40, 0, 0)), "lean"));
  assert.equal(steering.source, "motion");
  assert.ok(Math.abs(steering.tilt.x - Math.sin(Math.PI / 9) / Math.sin((40 * Math.PI) / 180)) < 1e-6);
  steering.serve("aim");
  assert.equal(steering.source, "touch");
  assert.equal(steering.trouble, "heading");
  assert.equal(steering.canMove, false, "no button offers it");
});

test("a heading that is made up turns no lean", () => {
  const steering = new Steering();
  steering.serve("tilt");
  steering.feel(held(fromAngles(0, 60, 0, 0), "lean"));
  steering.feel(held(fromAngles(0, 60, 20, 0), "lean"));
  const { tilt } = steering;
  steering.feel(held(multiply(about("z", 130), fromAngles(0, 60, 20, 0)), "lean"));
  assert.ok(Math.hypot(steering.tilt.x - tilt.x, steering.tilt.y - tilt.y) < 1e-6);
});

test("another source goes on where the one before was", () => {
  const steering = new Steering();
  steering.serve("tilt");
  const [start, now] = [about("x", 40), multiply(about("y", 20), about("x", 45))];
  steering.feel(held(start));
  steering.feel(held(now));
  const before = steering.tilt;
  const same = () => assert.ok(Math.hypot(steering.tilt.x - before.x, steering.tilt.y - before.y) < 0.02);
  steering.feel(held(fromGravity(rotate(conjugate(now), [0, 0, 1])), "gravity"));
  same();
  steering.feel(held(multiply(about("z", 200), now), "absolute"));
  same();
  steering.feel(held(now));
  same();
});

test("where a sensor falls silent the thumb steers on, and its next reading has the old centre", () => {
  const steering = new Steering();
  steering.feel(held(fromAngles(0, 40, 0, 0)));
  steering.feel(held(fromAngles(10, 45, 0, 0)));
  const { aim } = steering;
  steering.lose();
  assert.deepEqual([steering.source, steering.trouble], ["touch", "stopped"]);
  assert.deepEqual(steering.aim, aim, "the light stays where it is");
  steering.drag({ x: 0.2, y: 0 });
  assert.ok(steering.aim.x > aim.x + 0.1);
  steering.feel(held(fromAngles(10, 45, 0, 0)));
  assert.deepEqual([steering.source, steering.trouble, steering.aim], ["motion", "", aim]);
});

for (const motion of /** @type {const} */ (["tilt", "aim", "attitude"])) {
  test(`a phone that falls silent lies still: the pose stays for ${motion}, a tap leaves it, a drag takes it`, () => {
    const steering = new Steering();
    steering.serve(motion);
    steering.feel(held(fromAngles(0, 40, 0, 0)));
    steering.feel(held(fromAngles(8, 40, 15, 0)));
    const { pose } = steering;
    steering.lose();
    assert.deepEqual(steering.pose, pose);
    steering.pull({ x: 2, y: 1 });
    steering.release();
    assert.deepEqual([steering.pose, steering.isTrue], [pose, true]);
    steering.sleep();
    assert.equal(steering.isTrue, false, "nobody knows how it was laid down meanwhile");
    if (steering.isStick) steering.pull({ x: STICK_REACH, y: 0 });
    else steering.drag({ x: 0.5, y: 0 });
    assert.equal(steering.isTrue, true);
    assert.ok(steering.isStick ? Math.abs(steering.tilt.x - 1) < 1e-6 : steering.aim.x > 0.7);
    steering.release();
    assert.deepEqual(steering.tilt.x, steering.isStick ? 0 : steering.tilt.x, "a stick springs back");
    steering.feel(held(fromAngles(8, 40, 15, 0)));
    assert.deepEqual(steering.pose, pose);
  });
}

test("who points by thumb for want of a heading goes on so when the lean stops, too", () => {
  const steering = new Steering();
  steering.feel(held(fromAngles(0, 40, 0, 0), "lean"));
  steering.drag({ x: 0.2, y: 0.1 });
  const { pose } = steering;
  steering.lose();
  assert.deepEqual([steering.pose, steering.trouble], [pose, "stopped"]);
  steering.feel(held(fromAngles(0, 60, 20, 0), "lean"));
  assert.deepEqual([steering.pose, steering.trouble], [pose, "heading"]);
});

test("a heading that is lost leaves the light where it was", () => {
  const steering = new Steering();
  steering.feel(held(fromAngles(0, 40, 0, 0)));
  steering.feel(held(fromAngles(8, 45, 0, 0)));
  const { aim } = steering;
  steering.feel(held(fromAngles(0, 45, 0, 0), "lean"));
  assert.equal(steering.trouble, "heading");
  assert.ok(Math.hypot(steering.aim.x - aim.x, steering.aim.y - aim.y) < 1e-6);
});
