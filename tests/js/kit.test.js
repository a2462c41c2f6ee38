// The kit for visuals: geometry, colours, type and text, without a browser.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { ATTRACT_SEATS, wander } from "../../static/visuals/_kit/attract.js";
import { boxOf, merged, nearestFree, widened } from "../../static/visuals/_kit/boxes.js";
import { beginFrame, fillMark } from "../../static/visuals/_kit/canvas.js";
import { codePlace } from "../../static/visuals/_kit/code-place.js";
import { css, mix, packed, rgb } from "../../static/visuals/_kit/colour.js";
import { FreeBand, freeBand } from "../../static/visuals/_kit/free-band.js";
import { firstLetters } from "../../static/visuals/_kit/graphemes.js";
import { KeepOut } from "../../static/visuals/_kit/keep-out.js";
import { contents, digitPatch, markPatch, sparkPatch } from "../../static/visuals/_kit/mark-sheet.js";
import { approach, clamp, smoothstep } from "../../static/visuals/_kit/numbers.js";
import { Spring, stiffnessFor } from "../../static/visuals/_kit/spring.js";
import { LEADING, TextFit } from "../../static/visuals/_kit/text-fit.js";
import { font, unitOf } from "../../static/visuals/_kit/type.js";

const SCREEN = { width: 1920, height: 1080 };
const SAFE = { x: 96, y: 54, width: 1728, height: 972 };
const TITLE = { x: 100, y: 300, width: 800, height: 500 };
const CODE = { x: 1300, y: 260, width: 560, height: 560 };
const FAMILY = "👨‍👩‍👧‍👦";

test("there is no light on words and full light away from them", () => {
  const { mask } = lobby();
  assert.equal(mask.at(500, 500), 0);
  assert.equal(mask.at(1580, 540), 0);
  assert.equal(mask.at(105, 305), 0);
  assert.equal(mask.at(1100, 100), 1);
});

test("light dims and returns smoothly when words come and go", () => {
  const keepOut = lobby();
  assert.equal(keepOut.update([], SCREEN, 1, 1 / 60), true);
  const first = keepOut.mask.at(500, 500);
  assert.ok(first > 0 && first < 60 / 255, `${first} after one frame`);
  for (let i = 0; i < 120; i += 1) assert.equal(keepOut.update([], SCREEN, 1, 1 / 60), false);
  assert.equal(keepOut.mask.at(500, 500), 1);
});

test("a mask that shows what it should is not uploaded again", () => {
  const { mask } = lobby();
  mask.changed = false;
  mask.step(1 / 60);
  assert.equal(mask.changed, false);
});

test("a mark that would be on words is beside them", () => {
  const keepOut = lobby();
  const { x, y } = keepOut.clear({ x: 880, y: 500 }, 60);
  assert.ok(x > 900 && y === 500);
  assert.deepEqual(keepOut.clear({ x: 1100, y: 100 }, 60), { x: 1100, y: 100 });
});

test("a mark is never pushed off the picture", () => {
  const keepOut = keepOutOf([{ x: 40, y: 900, width: 500, height: 140 }]);
  for (const [x, y] of [[50, 1070], [0, 1080], [45, 905], [300, 1060]]) {
    const place = keepOut.clear({ x, y }, 60);
    assert.ok(place.x >= 60 && place.x <= 1860 && place.y >= 60 && place.y <= 1020, `${place.x}, ${place.y}`);
    assert.ok(keepOut.mask.at(place.x, place.y) > 200 / 255);
  }
});

test("words that stand close together are gone round as one", () => {
  const keepOut = keepOutOf([{ x: 600, y: 400, width: 400, height: 60 }, { x: 600, y: 490, width: 300, height: 60 }]);
  const { x, y } = keepOut.clear({ x: 700, y: 465 }, 60);
  assert.ok(y < 400 || y > 550 || x < 600 || x > 1000);
});

test("the same words in another unit keep the same places out", () => {
  const keepOut = new KeepOut({ cell: 0.5, bare: 0.5, fade: 2.4, beside: 2.3, above: 5 });
  keepOut.update([TITLE, CODE], SCREEN, 24, 0);
  const { x, y } = keepOut.clear({ x: 880 / 24, y: 500 / 24 }, 2.5);
  const inPixels = lobby().clear({ x: 880, y: 500 }, 60);
  assert.ok(Math.abs(24 * x - inPixels.x) < 1e-6 && Math.abs(24 * y - inPixels.y) < 1e-6);
});

test("the code is the largest square; without one it is the lower right corner", () => {
  assert.deepEqual(codePlace([TITLE, CODE, { x: 0, y: 0, width: 120, height: 120 }], SCREEN), { x: 1580, y: 540 });
  assert.deepEqual(lobby().code, { x: 1580, y: 540 });
  assert.deepEqual(codePlace([TITLE, { x: 0, y: 0, width: 40, height: 40 }], SCREEN), { x: 1920, y: 1080 });
});

test("boxes that touch become one, also where only a third joins them", () => {
  const row = [0, 20, 10].map((left) => ({ left, top: 0, right: left + 10, bottom: 5 }));
  assert.deepEqual(merged(row), [{ left: 0, top: 0, right: 30, bottom: 5 }]);
  assert.equal(merged([row[0], { left: 11, top: 0, right: 12, bottom: 5 }]).length, 2);
});

test("a box of a rectangle has a margin where it is asked for", () => {
  assert.deepEqual(boxOf({ x: 48, y: 24, width: 240, height: 24 }, 24), { left: 2, top: 1, right: 12, bottom: 2 });
  assert.deepEqual(widened({ left: 2, top: 1, right: 12, bottom: 2 }, 1, 3), { left: 1, top: -2, right: 13, bottom: 3 });
});

test("a box without a way out within the bounds keeps what is in it", () => {
  const all = { left: 0, top: 0, right: 10, bottom: 10 };
  assert.deepEqual(nearestFree({ x: 4, y: 5 }, [{ left: -1, top: -1, right: 11, bottom: 11 }], all), { x: 4, y: 5 });
});

test("the free band is between the words at the top and at the bottom, where no television crops it", () => {
  const words = [{ x: 45, y: 40, width: 900, height: 30 }, { x: 45, y: 900, width: 500, height: 120 }, { x: 1700, y: 870, width: 150, height: 150 }];
  const { x, y, width, height } = freeBand(words, SAFE, 24);
  assert.ok(y > 70 && y + height < 870 && height > 700);
  assert.deepEqual([x, width], [96, 1728]);
  assert.deepEqual(freeBand([], SAFE, 24), SAFE);
});

test("the free band makes room for words smoothly, and at once where motion should be less", () => {
  /** @type {import("../../static/js/display/stage/contract.js").Rect[]} */ let words = [];
  const stage = /** @type {any} */ ({ ...SCREEN, calm: false, words: () => words, safe: () => SAFE });
  const band = new FreeBand(stage);
  assert.deepEqual(band.step(1 / 60), SAFE);
  words = [{ x: 96, y: 54, width: 900, height: 100 }];
  const { y } = band.step(1 / 60);
  assert.ok(y > SAFE.y && y < 100, `${y} after one frame`);
  stage.calm = true;
  assert.equal(band.step(1 / 60).y, freeBand(words, SAFE, 24).y);
});

test("a spring comes to rest where it should, without passing it, at any frame rate", () => {
  for (const rate of [10, 60, 240]) {
    const spring = new Spring(0, stiffnessFor(0.45));
    spring.goal = 100;
    for (let i = 0; i < 0.5 * rate; i += 1) {
      spring.step(1 / rate);
      assert.ok(spring.value <= 100 + 1e-9);
    }
    assert.ok(spring.value > 95, `${spring.value} at ${rate} frames a second`);
  }
});

test("a spring that is kicked comes back", () => {
  const spring = new Spring(5, 10);
  spring.kick(-40);
  spring.step(0.05);
  assert.ok(spring.value < 5 && spring.speed < 0);
  spring.step(2);
  assert.ok(Math.abs(spring.value - 5) < 1e-3);
});

test("easing does the same in one long frame and in many short ones", () => {
  let value = 0;
  for (let i = 0; i < 10; i += 1) value = approach(value, 1, 0.03, 0.12);
  assert.ok(Math.abs(value - approach(0, 1, 0.3, 0.12)) < 1e-9);
  assert.equal(approach(3, 8, Infinity, 0.12), 8);
  assert.deepEqual([clamp(-1, 0, 1), clamp(2, 0, 1), smoothstep(0), smoothstep(0.5), smoothstep(1)], [0, 1, 0, 0.5, 1]);
});

test("colours are read, mixed, written and packed", () => {
  assert.deepEqual(rgb("#FFA62B"), [255, 166, 43]);
  assert.deepEqual(mix([0, 100, 200], [100, 200, 0], 0.5), [50, 150, 100]);
  assert.equal(css([50.4, 150, 100], 0.5), "rgb(50 150 100 / 0.500)");
  assert.equal(packed([1, 2, 3], 1), 0xff030201);
  assert.equal(packed([255, 255, 255], 7), 0xffffffff);
});

test("no cut falls within a letter, and none is longer than may be told", () => {
  assert.equal(firstLetters(FAMILY.repeat(3), 2, 1000), FAMILY.repeat(2));
  assert.equal(firstLetters(FAMILY.repeat(3), 3, 2 * FAMILY.length + 5), FAMILY.repeat(2));
  assert.equal(firstLetters("short", 72, 1000), "short");
});

test("text is as large as its room allows, by lines or by height", () => {
  const text = new TextFit(ruler());
  const words = "one two three four";
  assert.deepEqual(text.fit("one", { width: 1000, lines: 1, most: 40, least: 10 }), { size: 40, lines: ["one"] });
  const two = text.fit(words, { width: 150, lines: 2, most: 40, least: 10 });
  assert.ok(two.lines.length === 2 && two.size < 40 && two.size > 10);
  const low = text.fit(words, { width: 200, height: 30, most: 40, least: 5 });
  assert.ok(low.lines.length * low.size * LEADING <= 30);
});

test("text that is too long for the smallest size is cut within its room", () => {
  const { size, lines } = new TextFit(ruler()).fit("nine lives and nine more", { width: 100, lines: 1, most: 30, least: 20 });
  assert.ok(size >= 20 && lines.length === 1 && lines[0].endsWith("…"));
  assert.ok(0.5 * size * lines[0].length <= 100);
});

test("a word that is wider than its room is broken between letters", () => {
  const { lines } = new TextFit(ruler()).fit(FAMILY.repeat(4), { width: 2 * FAMILY.length * 10, lines: 4, most: 20, least: 20 });
  assert.equal(lines.join(""), FAMILY.repeat(4));
  assert.ok(lines.length > 1 && lines.every((line) => line.length % FAMILY.length === 0));
});

test("a text is measured once for each room", () => {
  const pen = ruler();
  const text = new TextFit(pen);
  const room = { width: 300, lines: 2, most: 40, least: 10 };
  const first = text.fit("one two three four", room);
  const measured = pen.measured;
  assert.equal(text.fit("one two three four", room), first);
  assert.equal(pen.measured, measured);
  text.forget();
  text.fit("one two three four", room);
  assert.ok(pen.measured > measured);
});

test("a unit is 1/45 of the shorter side, and a font names the page's typeface", () => {
  assert.equal(unitOf({ width: 1080, height: 1920 }), 24);
  assert.match(font(700, 12.5), /^700 12\.5px Hyperlegible, /);
});

test("every patch of the sheet says what is on it", () => {
  assert.deepEqual(contents(markPatch("cross")), { shape: "cross" });
  assert.deepEqual(contents(sparkPatch("star")), { shape: "star" });
  for (let digit = 0; digit < 10; digit += 1) assert.deepEqual(contents(digitPatch(digit)), { digit });
});

test("in attract mode three different seats wander over the whole picture, apart from each other", () => {
  assert.equal(new Set(ATTRACT_SEATS.map(({ colour, shape }) => `${colour} ${shape}`)).size, 3);
  let [left, right] = [1, -1];
  let apart = 0;
  for (let turn = 0; turn < 60; turn += 0.1) {
    const places = ATTRACT_SEATS.map((_, seat) => wander(seat, turn));
    for (const { x, y } of places) {
      assert.ok(Math.abs(x) <= 1 && Math.abs(y) <= 1);
      [left, right] = [Math.min(left, x), Math.max(right, x)];
    }
    apart += Math.hypot(places[0].x - places[1].x, places[0].y - places[1].y) / 600;
  }
  assert.ok(left < -0.95 && right > 0.95 && apart > 0.8);
});

test("a frame begins with the ground in CSS pixels, and a mark leaves the pen as it was", () => {
  const done = /** @type {string[]} */ ([]);
  const pen = recorder(done);
  beginFrame(pen, /** @type {any} */ ({ width: 100, height: 50, ratio: 2, palette: { ground: "#000000" } }));
  fillMark(pen, /** @type {any} */ ("outline"), 30, 20, 12);
  assert.deepEqual(done, [
    "setTransform 2,0,0,2,0,0", "fillRect 0,0,100,50",
    "save ", "translate 30,20", "rotate 0", "scale 0.5,0.5", "translate -12,-12", "fill outline", "restore ",
  ]);
});

/** @param {import("../../static/js/display/stage/contract.js").Rect[]} words @returns {KeepOut} in CSS pixels */
function keepOutOf(words) {
  const keepOut = new KeepOut({ cell: 0.5, bare: 0.5, fade: 2.4, beside: 2.3, above: 5 });
  keepOut.update(words, SCREEN, 1, 0);
  return keepOut;
}

function lobby() {
  return keepOutOf([TITLE, CODE]);
}

/** A pen in whose typeface every UTF-16 unit is half as wide as the font is high. */
function ruler() {
  const pen = {
    font: "",
    measured: 0,
    measureText(/** @type {string} */ text) {
      pen.measured += 1;
      return { width: 0.5 * Number(/ ([\d.]+)px/.exec(pen.font)?.[1]) * text.length };
    },
  };
  return /** @type {CanvasRenderingContext2D & {measured: number}} */ (/** @type {unknown} */ (pen));
}

/** A pen that writes down what it is asked to do. @param {string[]} done */
function recorder(done) {
  const act = (/** @type {string} */ name) => (/** @type {unknown[]} */ ...values) => done.push(`${name} ${values}`);
  const names = ["setTransform", "fillRect", "save", "translate", "rotate", "scale", "fill", "restore"];
  return /** @type {CanvasRenderingContext2D} */ (/** @type {unknown} */ (Object.fromEntries(names.map((name) => [name, act(name)]))));
}
