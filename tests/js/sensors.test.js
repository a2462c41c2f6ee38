// @ts-check
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { angleBetween, fromAngles, steepness } from "../../static/js/shared/motion.js";
import { askForMotion } from "../../static/js/client/permission.js";
import { pageTurned, Sensors } from "../../static/js/client/sensors.js";

/** @import { Quaternion } from "../../static/js/shared/motion.js" */
/** @import { Reading } from "../../static/js/client/sensors.js" */

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
});

test("where no browser wants to be asked, motion is granted", async () => {
  assert.equal(await askForMotion({}), "granted");
  assert.equal(await askForMotion({ DeviceOrientationEvent: class {} }), "granted");
});

test("both permissions are asked for before either answers, so that one tap is enough", () => {
  /** @type {string[]} */
  const asked = [];
  const asks = (/** @type {string} */ name) => ({
    requestPermission() {
      asked.push(name);
      return new Promise(() => {});
    },
  });
  askForMotion({ DeviceOrientationEvent: asks("orientation"), DeviceMotionEvent: asks("motion") });
  assert.deepEqual(asked, ["orientation", "motion"]);
});

test("orientation decides, whatever becomes of the other", async () => {
  const scope = (/** @type {string} */ answer) => ({
    DeviceOrientationEvent: { requestPermission: async () => answer },
    DeviceMotionEvent: { requestPermission: () => Promise.reject(new Error("not in a tap")) },
  });
  assert.equal(await askForMotion(scope("granted")), "granted");
  assert.equal(await askForMotion(scope("denied")), "denied");
});

test("a browser that wants a tap first rejects, or throws", async () => {
  const rejects = { requestPermission: () => Promise.reject(new Error("NotAllowedError")) };
  const throws = {
    requestPermission() {
      throw new Error("NotAllowedError");
    },
  };
  assert.equal(await askForMotion({ DeviceOrientationEvent: rejects }), "unasked");
  assert.equal(await askForMotion({ DeviceOrientationEvent: throws }), "unasked");
});

test("a real reading is told as a quaternion of the phone, however its page is turned", async () => {
  const { scope, felt, read } = phone();
  scope.screen.orientation.angle = 90;
  read(10, 60, 5);
  assert.ok(angleBetween(felt.held[0], fromAngles(10, 60, 5, 0)) < 1e-6);
});

test("a sensor that gives nothing real within a second is none", async () => {
  const { felt, read, settle, tick } = phone();
  await settle("granted");
  read(null, null, null);
  tick(999);
  assert.deepEqual(felt.silences, []);
  tick(1);
  assert.deepEqual(felt.silences, ["none"]);
});

test("a real reading in time leaves nothing to explain", async () => {
  const { felt, read, settle, tick } = phone();
  await settle("granted");
  read(1, 2, 3);
  tick(5000);
  assert.deepEqual(felt.silences, []);
});

test("zeros from the first reading on are no sensor, until one of them changes", async () => {
  const { felt, read, settle, tick } = phone();
  await settle("granted");
  for (let i = 0; i < 200; i += 1, tick(16)) read(0, 0, 0);
  assert.deepEqual([felt.held.length, felt.silences], [0, ["none"]]);
  read(0, 0.1, 0);
  assert.equal(felt.held.length, 1);
});

test("a sensor that falls silent is lost after two seconds, and back with its next reading", async () => {
  const { felt, read, settle, tick } = phone();
  await settle("granted");
  for (let i = 0; i < 50; i += 1, tick(16)) read(10, 40 + i / 5, 5);
  tick(1900);
  assert.equal(felt.lost, 0);
  tick(100);
  assert.equal(felt.lost, 1);
  tick(60_000);
  assert.deepEqual([felt.lost, felt.silences], [1, []], "that is said once");
  read(10, 70, 5);
  assert.equal(felt.held.length, 51);
  tick(2000);
  assert.equal(felt.lost, 2, "and judged again");
});

test("a sensor that repeats one value for ever is lost, and back once the value changes", async () => {
  const { felt, read, settle, tick } = phone();
  await settle("granted");
  for (let i = 0; i < 200; i += 1, tick(16)) read(10, 40, 5);
  assert.equal(felt.lost, 1);
  const felled = felt.held.length;
  read(10, 40, 5);
  assert.equal(felt.held.length, felled);
  read(10, 40.1, 5);
  assert.equal(felt.held.length, felled + 1);
});

test("a sensor of one reading a second is a sensor", async () => {
  const { felt, read, settle, tick } = phone();
  await settle("granted");
  for (let i = 0; i < 20; i += 1, tick(1000)) read(i, 40, 5);
  assert.deepEqual([felt.lost, felt.held.length], [0, 20]);
});

test("while its page is hidden a sensor may be silent", async () => {
  const { sensors, felt, read, settle, tick } = phone();
  await settle("granted");
  read(10, 40, 5);
  tick(500);
  sensors.sleep();
  tick(600_000);
  sensors.wake();
  tick(1400);
  assert.equal(felt.lost, 0);
  tick(200);
  assert.equal(felt.lost, 1);
});

for (const broken of [null, NaN, undefined, Infinity]) {
  test(`an alpha of ${broken} costs the heading, not the lean; ${broken} elsewhere is no reading`, async () => {
    const { felt, read, settle, tick } = phone();
    await settle("granted");
    read(broken, 30, 20);
    tick(999);
    read(10, broken, 20);
    read(10, 30, broken);
    assert.deepEqual([felt.frames, felt.silences], [[], []], "a heading may still come");
    tick(1);
    assert.deepEqual([felt.frames, felt.silences], [["lean"], []], "one reading is enough");
    read(broken, 30, 21);
    assert.deepEqual(felt.frames, ["lean", "lean"]);
  });
}

test("after a silence a heading is waited for where there was one, and a lean comes at once where there was none", async () => {
  const { felt, read, accelerate, settle, tick } = phone();
  await settle("granted");
  read(10, 40, 5);
  tick(3000);
  accelerate(0, 6, 8);
  read(10, 41, 5);
  assert.deepEqual([felt.lost, felt.frames], [1, ["relative", "relative"]]);
  tick(5000);
  accelerate(0, 6, 8.1);
  tick(1000);
  assert.deepEqual([felt.lost, felt.frames.pop()], [2, "gravity"]);
  tick(5000);
  accelerate(0, 6, 8.2);
  assert.deepEqual([felt.lost, felt.frames.pop()], [3, "gravity"]);
});

for (const [sign, which] of /** @type {const} */ ([[1, "up"], [-1, "down"]])) {
  test(`a phone that lies still, where orientation is silent and the accelerometer points ${which}, is no dead sensor`, async () => {
    const { felt, read, accelerate, settle, tick } = phone();
    const [y, z] = [sign * 9.8 * Math.sin(0.7), sign * 9.8 * Math.cos(0.7)];
    await settle("granted");
    read(10, (0.7 * 180) / Math.PI, 0);
    for (let i = 0; i < 1000; i += 1, tick(16)) accelerate(0, y, z, { alpha: (i % 3) / 10, beta: 0, gamma: 0 });
    assert.deepEqual([felt.lost, felt.frames], [0, ["relative"]]);
    read(10, 50, 0);
    assert.deepEqual(felt.frames, ["relative", "relative"], "and is heard the moment that it is lifted");
  });
}

test("where orientation stays as it was though the phone leans, gravity takes over in two seconds", async () => {
  const { felt, read, accelerate, settle, tick } = phone();
  await settle("granted");
  for (let i = 0; i < 400; i += 1, tick(16)) {
    read(10, 0, 0);
    const lean = i < 200 ? 0 : 0.6;
    accelerate(9.8 * Math.sin(lean), (i % 2) / 10, 9.8 * Math.cos(lean));
    if (i === 200) assert.ok(!felt.frames.includes("gravity"));
  }
  assert.equal(felt.lost, 0);
  assert.equal(felt.frames[felt.frames.length - 1], "gravity");
});

test("an accelerometer that never changes vouches for nothing", async () => {
  const { felt, read, accelerate, settle, tick } = phone();
  await settle("granted");
  for (let i = 0; i < 200; i += 1, tick(16)) {
    read(10, 0, 0);
    accelerate(0, 0, 9.8);
  }
  assert.equal(felt.lost, 1);
});

test("where only the absolute orientation comes, it is taken; a relative one goes before", async () => {
  const { felt, read, settle, tick } = phone();
  await settle("granted");
  read(1, 2, 3, "deviceorientationabsolute");
  read(4, 5, 6);
  read(7, 8, 9, "deviceorientationabsolute");
  tick(2000);
  read(10, 11, 12, "deviceorientationabsolute");
  assert.deepEqual(felt.frames, ["absolute", "relative", "absolute"]);
});

test("where only the accelerometer speaks, gravity says how the phone leans", async () => {
  const { felt, read, accelerate, settle, tick } = phone();
  await settle("granted");
  for (let i = 0; i < 100; i += 1, tick(16)) {
    read(null, null, null);
    accelerate(0, 9.81 * Math.sin(0.7), 9.81 * Math.cos(0.7) + (i % 2) / 100);
  }
  assert.equal(new Set(felt.frames).size, 1);
  assert.ok(Math.abs(steepness(felt.held[felt.held.length - 1]) - (0.7 * 180) / Math.PI) < 0.5);
});

test("an iPhone's accelerometer points the other way", async () => {
  const { felt, accelerate, settle, tick } = phone("iPhone");
  await settle("granted");
  accelerate(0, 0, -9.81);
  tick(1000);
  assert.ok(steepness(felt.held[0]) < 1e-6);
});

test("no acceleration, or a broken one, is no gravity", async () => {
  const { felt, accelerate, settle, tick } = phone();
  await settle("granted");
  tick(1000);
  accelerate(0, 0, 0);
  accelerate(0, NaN, 9.81);
  accelerate(null, null, null);
  assert.deepEqual(felt.frames, []);
});

test("the second begins once the person has answered", async () => {
  const { felt, settle, tick } = phone();
  tick(30_000);
  assert.deepEqual(felt.silences, []);
  await settle("denied");
  tick(1000);
  assert.deepEqual(felt.silences, ["denied"]);
});

test("on an insecure page that is the cause, though iPhones say denied there", async () => {
  const { scope, felt, settle, tick } = phone();
  scope.isSecureContext = false;
  await settle("denied");
  tick(1000);
  assert.deepEqual(felt.silences, ["insecure"]);
});

test("a sensor that wakes up late is heard all the same", async () => {
  const { felt, read, settle, tick } = phone();
  await settle("granted");
  tick(5000);
  read(1, 2, 3);
  assert.equal(felt.held.length, 1);
});

test("older iPhones say how the page is turned in another place", () => {
  assert.equal(pageTurned(/** @type {any} */ ({ screen: {}, orientation: -90 })), -90);
  assert.equal(pageTurned(/** @type {any} */ ({ screen: { orientation: { angle: 270 } }, orientation: -90 })), 270);
  assert.equal(pageTurned(/** @type {any} */ ({ screen: {} })), 0);
});

/** A started phone, with a hand to turn it. */
function phone(userAgent = "Android") {
  const scope = Object.assign(new EventTarget(), {
    isSecureContext: true,
    screen: { orientation: { angle: 0 } },
    navigator: { userAgent },
  });
  const felt = {
    held: /** @type {Quaternion[]} */ ([]),
    frames: /** @type {string[]} */ ([]),
    silences: /** @type {string[]} */ ([]),
    lost: 0,
  };
  let now = 5000;
  const handlers = {
    felt: (/** @type {Reading} */ { held, frame }) => void (felt.held.push(held), felt.frames.push(frame)),
    lost: () => void (felt.lost += 1),
    silent: (/** @type {string} */ why) => void felt.silences.push(why),
  };
  const sensors = new Sensors(/** @type {any} */ (scope), handlers, () => now);
  /** @type {(permission: any) => void} */ let answer = () => {};
  const started = sensors.start(new Promise((resolve) => (answer = resolve)));
  const tell = (/** @type {string} */ type, /** @type {object} */ what) => {
    const event = new Event(type);
    for (const [name, value] of Object.entries(what)) Object.defineProperty(event, name, { value });
    scope.dispatchEvent(event);
  };
  return {
    sensors,
    scope,
    felt,
    /** @type {(alpha: any, beta: any, gamma: any, type?: string) => void} */
    read: (alpha, beta, gamma, type = "deviceorientation") => tell(type, { alpha, beta, gamma }),
    /** @type {(x: any, y: any, z: any, rotationRate?: object) => void} */
    accelerate: (x, y, z, rotationRate) =>
      tell("devicemotion", { accelerationIncludingGravity: { x, y, z }, rotationRate }),
    settle: (/** @type {string} */ permission) => (answer(permission), started),
    tick: (/** @type {number} */ by) => {
      now += by;
      mock.timers.tick(by);
    },
  };
}
