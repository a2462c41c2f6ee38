// @ts-check
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { Pad } from "../../static/js/client/pad.js";

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
/** @type {boolean} */ let steers;
/** @type {number} */ let turned;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  element = new FakePad();
  heard = [];
  steers = true;
  turned = 0;
  const note = (/** @type {string} */ name) => (/** @type {any[]} */ ...what) => heard.push([name, ...what]);
  new Pad(/** @type {any} */ (element), {
    land: note("land"),
    thumb: note("thumb"),
    drag: note("drag"),
    release: note("release"),
    turned: () => turned,
    steers: () => steers,
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

test("a drag is no tap, though it comes back, and neither is a touch that the system took over", () => {
  pointer("down", 50, 100, 0);
  pointer("move", 80, 100, 50);
  pointer("move", 50, 100, 100);
  pointer("up", 50, 100, 120);
  pointer("down", 50, 100, 2000);
  pointer("cancel", 50, 100, 2050);
  assert.deepEqual(all("tap"), []);
});

for (const [held, shake] of [[400, 0], [900, 0], [2000, 0], [2000, 8], [100, 14], [400, 20]]) {
  for (const does of [true, false]) {
    test(`a touch of ${held} ms that shakes by ${shake} px is a tap, whether the thumb steers (${does})`, () => {
      steers = does;
      pointer("down", 50, 100, 0);
      pointer("move", 50 + shake, 100, held / 2);
      pointer("up", 50, 100, held);
      assert.equal(all("tap").length, 1);
      assert.equal(all("tap")[0][2], Math.min(held, 1000), "and is never older than a tap may be");
    });
  }
}

test("a small slow move of a thumb that steers is a lean; where motion steers it is a tap", () => {
  for (steers of [true, false]) {
    pointer("down", 50, 100, 0);
    pointer("move", 70, 100, 500);
    pointer("up", 70, 100, 1500);
  }
  assert.equal(all("tap").length, 1);
});

test("a page that turns under a thumb leaves its pull as it was", () => {
  pointer("down", 50, 100, 0);
  pointer("move", 90, 100, 50);
  turned = 90;
  pointer("move", 120, 20, 100);
  pointer("move", 120, 30, 150);
  assert.deepEqual(
    all("drag").map(([, step, pull]) => [step, pull]),
    [
      [{ x: 0.2, y: 0 }, { x: 40, y: 0 }],
      [{ x: 0, y: 0 }, { x: 40, y: 0 }],
      [{ x: 0, y: 0.025 }, { x: 40, y: 10 }],
    ],
  );
});

test("two fingers that both stay are two taps", () => {
  pointer("down", 50, 100, 0, 1);
  pointer("down", 150, 100, 10, 2);
  pointer("up", 50, 100, 90, 1);
  pointer("up", 150, 100, 95, 2);
  assert.equal(all("tap").length, 2);
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
