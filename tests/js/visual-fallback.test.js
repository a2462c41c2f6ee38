// @ts-check
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { Gallery } from "../../static/js/display/gallery/catalogue.js";
import { VisualFallback } from "../../static/js/display/gallery/visual-fallback.js";
import "./english.js";

/** @import { VisualCard } from "../../static/js/protocol.js" */

const WAIT = 30_000; // milliseconds

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setInterval"] });
});

test("the gallery says what happened, and after half a minute the next visual comes, once", () => {
  const { fallback, said, wished, pass } = room("rain", "snow", "sun");
  fallback.failed("rain", "Rain can't go on.");
  assert.match(said[0], /^Rain can't go on\. Choose another visual/);
  pass(WAIT - 1);
  assert.deepEqual(wished, []);
  pass(1);
  assert.deepEqual(wished, ["snow"]);
  assert.equal(said.at(-1), "closed");
  pass(10 * WAIT);
  assert.deepEqual(wished, ["snow"]);
});

test("whoever chooses isn't hurried, and what they choose stays", () => {
  const { fallback, hands, show, wished, pass } = room("rain", "snow", "sun");
  fallback.failed("rain", "");
  for (const sign of ["pointermove", "keydown", "pointermove"]) {
    pass(WAIT - 1);
    hands.dispatchEvent(new Event(sign));
  }
  show("sun");
  pass(2 * WAIT);
  assert.deepEqual(wished, []);
});

test("a hand at a picture that plays starts nothing", () => {
  const { hands, wished, pass } = room("rain", "snow");
  hands.dispatchEvent(new Event("pointermove"));
  pass(2 * WAIT);
  assert.deepEqual(wished, []);
});

test("what has failed doesn't come by itself while there is another", () => {
  const { fallback, wished, pass } = room("rain", "snow", "sun");
  fallback.failed("rain", "");
  pass(WAIT);
  fallback.failed("snow", "");
  pass(WAIT);
  fallback.failed("sun", "");
  pass(WAIT);
  assert.deepEqual(wished, ["snow", "sun", "rain"]); // all have failed: each gets another chance
});

test("a wish that was lost on the way is made again", () => {
  const { fallback, wished, link, pass } = room("rain", "snow");
  link.isDown = true;
  fallback.failed("rain", "");
  pass(2 * WAIT);
  link.isDown = false;
  pass(WAIT);
  assert.deepEqual(wished, ["snow", "snow", "snow"]);
  pass(2 * WAIT);
  assert.equal(wished.length, 3);
});

test("a visual that is mended may come back where another only stood in for it", () => {
  const { fallback, show, pass } = room("rain", "snow", "sun");
  fallback.failed("rain", "");
  assert.ok(!fallback.isFor("rain"), "it is still on");
  pass(WAIT);
  assert.ok(fallback.isFor("rain"));
  assert.ok(!fallback.isFor("snow"));
  fallback.failed("snow", "");
  pass(WAIT);
  assert.ok(fallback.isFor("rain"), "also after the stand-in has failed");
  show("snow");
  assert.ok(!fallback.isFor("rain"), "somebody chose");
});

test("who is chosen again has another chance", () => {
  const { fallback, show } = room("rain", "snow");
  fallback.failed("rain", "");
  assert.ok(fallback.hasFailed("rain"));
  show("rain");
  assert.ok(!fallback.hasFailed("rain"));
});

/** @param {string[]} names of its visuals; the first one is on */
function room(...names) {
  const cards = names.map((name) => /** @type {VisualCard} */ (/** @type {unknown} */ ({ name, title: name })));
  const gallery = new Gallery();
  gallery.reset(cards, cards[0]);
  const hands = new EventTarget();
  const link = { isDown: false };
  /** @type {string[]} */ const said = [];
  /** @type {string[]} */ const wished = [];
  const galleryDialog = { open: (/** @type {string} */ why) => void said.push(why), close: () => void said.push("closed") };
  const fallback = new VisualFallback(gallery, galleryDialog, (name) => void wished.push(name), hands);
  const show = (/** @type {string} */ name) => {
    gallery.turnTo(cards[names.indexOf(name)]);
    fallback.turned(name);
  };
  const pass = (/** @type {number} */ milliseconds) => {
    const before = wished.length;
    mock.timers.tick(milliseconds);
    if (wished.length > before && !link.isDown) show(wished[wished.length - 1]);
  };
  return { fallback, hands, said, wished, link, show, pass };
}
