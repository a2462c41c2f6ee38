// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  IDENTITY, about, aimOf, angleBetween, conjugate, fromAim, fromAngles, fromGravity, fromStick, inRoom, leanSince,
  multiply, normalize, rotate, since, steepness, tiltOf,
} from "../../static/js/shared/motion.js";

/** @import { Quaternion, Vector } from "../../static/js/shared/motion.js" */

const MANY = 2_000;
const random = repeatable(7);

test("every triple of angles gives a unit quaternion", () => {
  for (let i = 0; i < MANY; i += 1) {
    const held = fromAngles(...anyAngles(), 90 * Math.floor(random() * 4));
    assert.ok(Math.abs(Math.hypot(...held) - 1) < 1e-12);
  }
});

test("angles follow the specification's rotation matrix", () => {
  for (let i = 0; i < MANY; i += 1) {
    const angles = anyAngles();
    same(rotate(fromAngles(...angles, 0), [0, 0, 1]), glassByMatrix(...angles));
  }
});

test("where the browser's angles jump at beta = ±90°, the quaternion does not", () => {
  for (let i = 0; i < MANY; i += 1) {
    const [alpha, , gamma] = anyAngles();
    const upright = 90 * Math.sign(random() - 0.5);
    const step = (random() - 0.5) * 0.2;
    const [before, after] = [upright - step, upright + step].map((beta) => fromAngles(alpha, beta, gamma, 0));
    assert.ok(angleBetween(before, after) <= Math.abs(2 * step) + 1e-9);
  }
});

test("the two names that browsers have for one pose are one quaternion", () => {
  for (let i = 0; i < MANY; i += 1) {
    const [alpha, beta, gamma] = anyAngles();
    near(fromAngles(alpha, beta, gamma, 0), fromAngles(alpha + 180, 180 - beta, gamma + 180, 0), 1e-5);
  }
});

test("alpha may wrap from 360° to 0°", () => {
  for (let i = 0; i < MANY; i += 1) {
    const [, beta, gamma] = anyAngles();
    assert.ok(angleBetween(fromAngles(359.95, beta, gamma, 0), fromAngles(0.05, beta, gamma, 0)) < 0.1 + 1e-6);
  }
});

test("nothing has moved since now", () => {
  for (let i = 0; i < MANY; i += 1) {
    const held = anyTurn();
    near(since(held, held), IDENTITY, 1e-5);
  }
});

test("gravity alone says how steeply the phone is held, whatever its length", () => {
  for (let i = 0; i < MANY; i += 1) {
    const held = anyTurn();
    const [x, y, z] = rotate(conjugate(held), [0, 0, 9.81]);
    same(rotate(fromGravity([x, y, z]), normal([x, y, z])), [0, 0, 1]);
  }
  assert.ok(Math.abs(Math.hypot(...fromGravity([0, 0, -9.81])) - 1) < 1e-9, "lying on its glass");
});

test("a lean explains where gravity went, and no heading changes it", () => {
  for (let i = 0; i < MANY; i += 1) {
    const [from, held] = [anyTurn(), anyTurn()];
    const lean = leanSince(from, held);
    same(rotate(lean, rotate(conjugate(held), [0, 0, 1])), rotate(conjugate(from), [0, 0, 1]));
    near(leanSince(multiply(about("z", random() * 360), from), multiply(about("z", random() * 360), held)), lean, 1e-4);
    near(leanSince(held, held), IDENTITY, 1e-4);
  }
});

test("a turning is the same whichever way the person faces", () => {
  for (let i = 0; i < MANY; i += 1) {
    const [from, held, facing] = [anyTurn(), anyTurn(), about("z", random() * 360)];
    near(since(multiply(facing, from), multiply(facing, held)), since(from, held), 1e-5);
  }
});

test("a page turned in the phone is the phone turned under the page", () => {
  for (const turned of [90, 180, 270]) {
    for (let i = 0; i < MANY / 10; i += 1) {
      const angles = anyAngles();
      const upright = fromAngles(...angles, 0);
      const rolled = multiply(upright, about("z", turned)); // the phone itself, anticlockwise in its own plane
      near(multiply(rolled, about("z", -turned)), upright, 1e-5);
      near(multiply(fromAngles(...angles, turned), about("z", turned)), upright, 1e-5);
    }
  }
});

test("held across with the page at 90°, the page's top is the phone's right side", () => {
  // Upright and turned anticlockwise: the phone's right side is up, gamma −90.
  const held = fromAngles(0, 0, -90, 90);
  same(rotate(held, [0, 1, 0]), [0, 0, 1]);
  same(rotate(fromAngles(0, 0, -90, 0), [1, 0, 0]), [0, 0, 1]);
  assert.ok(Math.abs(steepness(held) - 90) < 1e-9);
});

test("steepness: flat is 0°, upright 90°, on its glass 180°", () => {
  for (const beta of [0, 30, 60, 90, 120, 180]) assert.ok(Math.abs(steepness(fromAngles(40, beta, 0, 0)) - beta) < 1e-9);
});

test("turning left moves the aim left, flat and upright and in between", () => {
  for (const rest of [0, 30, 60, 90]) {
    const from = fromAngles(120, rest, 0, 0);
    const left = aimOf(inRoom(since(from, multiply(about("z", 10), from)), rest));
    const right = aimOf(inRoom(since(from, multiply(about("z", -10), from)), rest));
    assert.ok(left.x < 0.3 && right.x > 0.7, `at ${rest}°: ${left.x}, ${right.x}`);
    assert.ok(Math.abs(left.y - 0.5) < 1e-9);
  }
});

test("lifting the top moves the aim up, flat and upright and in between", () => {
  for (const rest of [0, 30, 60, 90]) {
    const { x, y } = aimOf(inRoom(since(fromAngles(120, rest, 0, 0), fromAngles(120, rest + 7, 0, 0)), rest));
    assert.ok(Math.abs(x - 0.5) < 1e-9 && Math.abs(y - 0.25) < 1e-9, `at ${rest}°: ${x}, ${y}`);
  }
});

test("leaning right tilts right, leaning towards the person tilts down", () => {
  for (const rest of [0, 40, 80]) {
    const from = fromAngles(200, rest, 0, 0);
    const right = tiltOf(inRoom(since(from, multiply(from, inRoom(about("y", 20), -rest))), rest));
    const towards = tiltOf(inRoom(since(from, multiply(from, about("x", 20))), rest));
    assert.ok(right.x > 0.5 && Math.abs(right.y) < 1e-9, `at ${rest}°: ${right.x}, ${right.y}`);
    assert.ok(towards.y > 0.5 && Math.abs(towards.x) < 1e-9, `at ${rest}°: ${towards.x}, ${towards.y}`);
  }
});

test("a stick comes back as the tilt it stands for", () => {
  for (let i = 0; i < MANY; i += 1) {
    const [angle, reach] = [random() * 2 * Math.PI, random()];
    const stick = { x: reach * Math.cos(angle), y: reach * Math.sin(angle) };
    const { x, y } = tiltOf(fromStick(stick));
    assert.ok(Math.hypot(x - stick.x, y - stick.y) < 1e-9);
  }
});

test("a place comes back as the aim it stands for", () => {
  for (let i = 0; i < MANY; i += 1) {
    const place = { x: random(), y: random() };
    const { x, y } = aimOf(fromAim(place));
    assert.ok(Math.hypot(x - place.x, y - place.y) < 1e-9);
  }
});

test("tilt and aim stay in their ranges for every turn there is", () => {
  for (let i = 0; i < MANY; i += 1) {
    const turn = inRoom(anyTurn(), random() * 360 - 180);
    const [tilt, aim] = [tiltOf(turn), aimOf(turn)];
    assert.ok([tilt.x, tilt.y].every((value) => value >= -1 && value <= 1));
    assert.ok([aim.x, aim.y].every((value) => value >= 0 && value <= 1));
  }
});

test("what has no length is no turn", () => {
  assert.equal(normalize([0, 0, 0, 0]), IDENTITY);
});

test("the rotation back undoes the rotation", () => {
  for (let i = 0; i < MANY; i += 1) {
    const turn = anyTurn();
    near(multiply(turn, conjugate(turn)), IDENTITY, 1e-5);
  }
});

/** @returns {[alpha: number, beta: number, gamma: number]} degrees */
function anyAngles() {
  return [random() * 360, random() * 360 - 180, random() * 180 - 90];
}

/** @returns {Quaternion} */
function anyTurn() {
  return normalize([random() - 0.5, random() - 0.5, random() - 0.5, random() - 0.5]);
}

/**
 * The third column of the matrix in W3C, Device Orientation and Motion, "Worked example".
 * @param {number} alpha degrees
 * @param {number} beta degrees
 * @param {number} gamma degrees
 * @returns {Vector}
 */
function glassByMatrix(alpha, beta, gamma) {
  const [z, x, y] = [alpha, beta, gamma].map((degrees) => (degrees * Math.PI) / 180);
  return [
    Math.cos(y) * Math.sin(z) * Math.sin(x) + Math.cos(z) * Math.sin(y),
    Math.sin(z) * Math.sin(y) - Math.cos(z) * Math.cos(y) * Math.sin(x),
    Math.cos(x) * Math.cos(y),
  ];
}

/**
 * @param {Quaternion} a
 * @param {Quaternion} b
 * @param {number} degrees
 */
function near(a, b, degrees) {
  assert.ok(angleBetween(a, b) < degrees, `${a} is ${angleBetween(a, b)}° from ${b}`);
}

/** @param {Vector} vector @returns {Vector} of length 1 */
function normal([x, y, z]) {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

/** @param {Vector} a @param {Vector} b */
function same(a, b) {
  assert.ok(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) < 1e-9, `${a} is not ${b}`);
}

/** @param {number} seed @returns {() => number} 0 to 1, the same at every run */
function repeatable(seed) {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}
