// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { followLife, Lifecycle, NEXT } from "../../static/js/client/lifecycle.js";

/** @import { Life, LifeHears, Turn } from "../../static/js/client/lifecycle.js" */

const TURNS = /** @type {const} */ (["hide", "show", "freeze", "resume", "store", "restore", "offline", "online"]);
const LIVES = /** @type {const} */ (["seen", "cut", "hidden", "frozen", "stored"]);

test("what comes of every turn in every state", () => {
  const table = LIVES.map((life) => [life, ...TURNS.map((turn) => after(life, turn))]);
  assert.deepEqual(table, [
    //         hide            show         freeze          resume    store          restore   offline   online
    ["seen", "hidden sleep", "seen", "frozen sleep", "seen", "stored rest", "seen", "cut", "seen retry"],
    ["cut", "hidden sleep", "cut", "frozen sleep", "cut", "stored rest", "cut", "cut", "seen retry"],
    ["hidden", "hidden", "seen wake", "frozen", "hidden", "stored rest", "hidden", "hidden", "hidden"],
    ["frozen", "frozen", "seen wake", "frozen", "hidden", "stored rest", "frozen", "frozen", "frozen"],
    ["stored", "stored", "seen wake", "stored", "stored", "stored", "hidden", "stored", "stored"],
  ]);
});

test("PROTOCOL.md draws the very same machine", () => {
  const [, drawing] = readFileSync(new URL("../../PROTOCOL.md", import.meta.url), "utf8").split("stateDiagram-v2")[1].match(/\n([^`]*)```/) ?? [];
  const drawn = drawing.split("\n").filter((line) => line.includes(": "));
  const made = Object.entries(NEXT).flatMap(([from, turns]) =>
    Object.entries(turns).map(([turn, [to, deed]]) => `${from} --> ${to}: ${[turn, deed].filter(Boolean).join(" / ")}`),
  );
  assert.deepEqual(drawn.map((line) => line.trim()).sort(), made.sort());
});

test("whatever happened, a page that is shown is seen, and has been woken since it last slept", () => {
  for (let walk = 0; walk < 4 ** 6; walk += 1) {
    /** @type {string[]} */ const deeds = [];
    const lifecycle = new Lifecycle(noting(deeds));
    const turns = [...walk.toString(4).padStart(6, "0")].map((digit) => TURNS[[0, 1, 2, 4][Number(digit)]]);
    for (const turn of [...turns, /** @type {Turn} */ ("show")]) lifecycle.take(turn);
    const sleeps = deeds.filter((deed) => deed !== "retry");
    assert.equal(lifecycle.life, "seen");
    assert.ok(sleeps.length === 0 || sleeps.at(-1) === "wake", `${turns}: ${deeds}`);
    assert.ok(sleeps.every((deed, i) => i === 0 || deed !== "wake" || sleeps[i - 1] !== "wake"), `${turns}: ${deeds}`);
  }
});

test("a phone in a pocket sleeps once and wakes once", () => {
  const { told, deeds } = page();
  told("visibilitychange", true);
  told("freeze", true);
  told("resume", true);
  assert.deepEqual(deeds, ["sleep"]);
  told("visibilitychange", false);
  assert.deepEqual(deeds, ["sleep", "wake"]);
});

test("a page that was frozen in front wakes by itself", () => {
  const { told, deeds } = page();
  told("freeze", false);
  told("resume", false);
  assert.deepEqual(deeds, ["sleep", "wake"]);
});

test("a page that the back button brings out of store wakes once", () => {
  const { told, deeds } = page();
  for (const event of ["pagehide", "visibilitychange", "freeze"]) told(event, true);
  for (const event of ["resume", "pageshow", "visibilitychange"]) told(event, false);
  assert.deepEqual(deeds, ["rest", "wake"]);
});

test("a page that opens is not woken; a network that comes makes it try", () => {
  const { told, deeds } = page();
  told("pageshow", false);
  assert.deepEqual(deeds, []);
  told("offline", false);
  told("online", false);
  assert.deepEqual(deeds, ["retry"]);
});

/** @param {Life} life @param {Turn} turn @returns {string} the next state, and what the page does */
function after(life, turn) {
  /** @type {string[]} */ const deeds = [];
  const lifecycle = new Lifecycle(noting(deeds), life);
  lifecycle.take(turn);
  return [lifecycle.life, ...deeds].join(" ");
}

function page() {
  /** @type {string[]} */ const deeds = [];
  const document = Object.assign(new EventTarget(), { hidden: false });
  const scope = new EventTarget();
  followLife(/** @type {Document} */ (/** @type {unknown} */ (document)), scope, noting(deeds));
  const toWindow = ["pagehide", "pageshow", "online", "offline"];
  return {
    deeds,
    /** @param {string} event @param {boolean} hidden the page, by then */
    told(event, hidden) {
      document.hidden = hidden;
      (toWindow.includes(event) ? scope : document).dispatchEvent(new Event(event));
    },
  };
}

/** @param {string[]} deeds @returns {LifeHears} */
function noting(deeds) {
  const note = (/** @type {string} */ deed) => () => void deeds.push(deed);
  return { sleep: note("sleep"), rest: note("rest"), wake: note("wake"), retry: note("retry") };
}
