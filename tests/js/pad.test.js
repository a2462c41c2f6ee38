// @ts-check
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { Pad } from "../../static/js/phone/pad.js";

const LEFT = 10;
const TOP = 100;

class FakePad extends EventTarget {
  getBoundingClientRect() {
    return { left: LEFT, top: TOP, width: 200, height: 400 };
  }

  setPointerCapture() {}
}

/** @type {FakePad} */ let element;
/** @type {any[][]} */ let heard;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  element = new FakePad();
  heard = [];
  const note = (/** @type {string} */ name) => (/** @type {any[]} */ ...what) => heard.push([name, ...what]);
  new Pad(/** @type {any} */ (element), {
    land: note("land"),
    thumb: note("thumb"),
    drag: note("drag"),
    release: note("release"),
    tap: note("tap"),
    doubleTap: note("doubleTap"),
  });
});

/** @param {string} kind @param {number} x CSS pixels in the pad @param {number} y @param {number} at @param {number} [id] */
function pointer(kind, x, y, at, id = 1) {
  const event = new Event(`pointer${kind}`);
  const values = { pointerId: id, clientX: LEFT + x, clientY: TOP + y, button: 0, timeStamp: at };
  for (const [name, value] of Object.entries(values)) Object.defineProperty(event, name, { value });
  element.dispatchEvent(event);
}

/** @param {number} x @param {number} y @param {number} at @param {number} [id] */
function tap(x, y, at, id) {
  pointer("down", x, y, at, id);
  pointer("up", x, y, at + 80, id);
}

const all = (/** @type {string} */ name) => heard.filter(([what]) => what === name);

test("a short touch is a tap, told in fractions of the pad", () => {
  tap(50, 100, 0);
  assert.deepEqual(all("tap"), [["tap", { x: 0.25, y: 0.25 }, 80]], "and for how long the thumb was down");
});

test("a touch that moves or lingers is none", () => {
  pointer("down", 50, 100, 0);
  pointer("move", 63, 100, 50);
  pointer("move", 50, 100, 100);
  pointer("up", 50, 100, 120);
  pointer("down", 50, 100, 1000);
  pointer("up", 50, 100, 1300);
  pointer("down", 50, 100, 2000);
  pointer("cancel", 50, 100, 2050);
  assert.deepEqual(all("tap"), []);
});

test("the tap is told after the thumb has let go, so that it comes after the newest pose", () => {
  tap(50, 100, 0);
  assert.deepEqual(
    heard.map(([what]) => what),
    ["land", "thumb", "release", "thumb", "tap"],
  );
});

test("a drag tells its step in fractions and its pull in pixels", () => {
  pointer("down", 50, 100, 0);
  pointer("move", 70, 100, 20);
  pointer("move", 90, 140, 40);
  assert.deepEqual(all("drag"), [
    ["drag", { x: 0.1, y: 0 }, { x: 20, y: 0 }],
    ["drag", { x: 0.1, y: 0.1 }, { x: 40, y: 40 }],
  ]);
});

test("the raw thumb is told from landing to letting go", () => {
  pointer("down", 50, 100, 0);
  pointer("move", 100, 100, 20);
  pointer("up", 100, 100, 400);
  assert.deepEqual(
    all("thumb").map(([, { x }, down]) => [x, down]),
    [[0.25, true], [0.5, true], [0.5, false]],
  );
});

test("a second finger taps while the first one steers", () => {
  pointer("down", 50, 100, 0, 1);
  pointer("move", 90, 100, 30, 1);
  tap(180, 300, 60, 2);
  pointer("move", 95, 100, 200, 1);
  assert.equal(all("tap").length, 1);
  assert.equal(all("drag").length, 2);
  assert.equal(all("land").length, 1);
});

test("two taps with calm before and after are a double tap", () => {
  tap(50, 100, 0);
  mock.timers.tick(150);
  tap(52, 100, 150);
  assert.deepEqual(all("doubleTap"), []);
  mock.timers.tick(350);
  assert.equal(all("doubleTap").length, 1);
  assert.equal(all("tap").length, 2);
});

test("quick tapping, as in a game, is no double tap", () => {
  for (let i = 0; i < 6; i += 1) {
    tap(50, 100, i * 150);
    mock.timers.tick(150);
  }
  mock.timers.tick(1000);
  assert.deepEqual(all("doubleTap"), []);
  assert.equal(all("tap").length, 6);
});

test("two calm taps are no double tap either", () => {
  tap(50, 100, 0);
  mock.timers.tick(600);
  tap(50, 100, 600);
  mock.timers.tick(600);
  assert.deepEqual(all("doubleTap"), []);
});

test("a screen reader's click taps the middle", () => {
  const click = new Event("click");
  Object.defineProperty(click, "detail", { value: 0 });
  element.dispatchEvent(click);
  assert.deepEqual(all("tap"), [["tap", { x: 0.5, y: 0.5 }, 0]]);
});
