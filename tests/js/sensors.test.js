// @ts-check
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { angleBetween, fromAngles, IDENTITY } from "../../static/js/motion.js";
import { askForMotion } from "../../static/js/phone/permission.js";
import { pageTurned, Sensors } from "../../static/js/phone/sensors.js";

/** @import { Quaternion } from "../../static/js/motion.js" */

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

test("a real reading is told as a quaternion of the page", async () => {
  const { scope, felt, read } = phone();
  scope.screen.orientation.angle = 90;
  read(10, 60, 5);
  assert.ok(angleBetween(felt.held[0], fromAngles(10, 60, 5, 90)) < 1e-6);
});

test("a sensor that gives nothing real within a second is none", async () => {
  const { felt, read, settle } = phone();
  await settle("granted");
  read(null, null, null);
  mock.timers.tick(999);
  assert.deepEqual(felt.silences, []);
  mock.timers.tick(1);
  assert.deepEqual(felt.silences, ["none"]);
});

test("a real reading in time leaves nothing to explain", async () => {
  const { felt, read, settle } = phone();
  await settle("granted");
  read(1, 2, 3);
  mock.timers.tick(5000);
  assert.deepEqual(felt.silences, []);
});

test("a reading is real even when all its angles are zero", () => {
  const { felt, read } = phone();
  read(0, 0, 0);
  assert.ok(angleBetween(felt.held[0], IDENTITY) < 1e-6);
});

test("the second begins once the person has answered", async () => {
  const { felt, settle } = phone();
  mock.timers.tick(30_000);
  assert.deepEqual(felt.silences, []);
  await settle("denied");
  mock.timers.tick(1000);
  assert.deepEqual(felt.silences, ["denied"]);
});

test("on an insecure page that is the cause, though iPhones say denied there", async () => {
  const { scope, felt, settle } = phone();
  scope.isSecureContext = false;
  await settle("denied");
  mock.timers.tick(1000);
  assert.deepEqual(felt.silences, ["insecure"]);
});

test("a sensor that wakes up late is heard all the same", async () => {
  const { felt, read, settle } = phone();
  await settle("granted");
  mock.timers.tick(5000);
  read(1, 2, 3);
  assert.equal(felt.held.length, 1);
});

test("older iPhones say how the page is turned in another place", () => {
  assert.equal(pageTurned(/** @type {any} */ ({ screen: {}, orientation: -90 })), -90);
  assert.equal(pageTurned(/** @type {any} */ ({ screen: { orientation: { angle: 270 } }, orientation: -90 })), 270);
  assert.equal(pageTurned(/** @type {any} */ ({ screen: {} })), 0);
});

/** A started phone, with a hand to turn it. */
function phone() {
  const scope = Object.assign(new EventTarget(), { isSecureContext: true, screen: { orientation: { angle: 0 } } });
  const felt = { held: /** @type {Quaternion[]} */ ([]), silences: /** @type {string[]} */ ([]) };
  const sensors = new Sensors(
    /** @type {any} */ (scope),
    (held) => felt.held.push(held),
    (why) => felt.silences.push(why),
  );
  /** @type {(permission: any) => void} */ let answer = () => {};
  const started = sensors.start(new Promise((resolve) => (answer = resolve)));
  return {
    scope,
    felt,
    /** @type {(alpha: number | null, beta: number | null, gamma: number | null) => void} */
    read: (alpha, beta, gamma) =>
      scope.dispatchEvent(Object.assign(new Event("deviceorientation"), { alpha, beta, gamma })),
    settle: (/** @type {string} */ permission) => (answer(permission), started),
  };
}
