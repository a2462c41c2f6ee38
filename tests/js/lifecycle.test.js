// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { followLifecycle, Lifecycle, NEXT } from "../../static/js/client/lifecycle.js";

/** @import { Life, LifecycleHandlers, Turn } from "../../static/js/client/lifecycle.js" */

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
    Object.entries(turns).map(([turn, [to, action]]) => `${from} --> ${to}: ${[turn, action].filter(Boolean).join(" / ")}`),
  );
  assert.deepEqual(drawn.map((line) => line.trim()).sort(), made.sort());
});

test("whatever happened, a page that is shown is seen, and has been woken since it last slept", () => {
  for (let walk = 0; walk < 4 ** 6; walk += 1) {
    /** @type {string[]} */ const actions = [];
    const lifecycle = new Lifecycle(noting(actions));
    const turns = [...walk.toString(4).padStart(6, "0")].map((digit) => TURNS[[0, 1, 2, 4][Number(digit)]]);
    for (const turn of [...turns, /** @type {Turn} */ ("show")]) lifecycle.take(turn);
    const sleeps = actions.filter((action) => action !== "retry");
    assert.equal(lifecycle.life, "seen");
    assert.ok(sleeps.length === 0 || sleeps.at(-1) === "wake", `${turns}: ${actions}`);
    assert.ok(sleeps.every((action, i) => i === 0 || action !== "wake" || sleeps[i - 1] !== "wake"), `${turns}: ${actions}`);
  }
});

test("a phone in a pocket sleeps once and wakes once", () => {
  const { told, actions } = page();
  told("visibilitychange", true);
  told("freeze", true);
  told("resume", true);
  assert.deepEqual(actions, ["sleep"]);
  told("visibilitychange", false);
  assert.deepEqual(actions, ["sleep", "wake"]);
});

test("a page that was frozen in front wakes by itself", () => {
  const { told, actions } = page();
  told("freeze", false);
  told("resume", false);
  assert.deepEqual(actions, ["sleep", "wake"]);
});

test("a page that the back button brings out of store wakes once", () => {
  const { told, actions } = page();
  for (const event of ["pagehide", "visibilitychange", "freeze"]) told(event, true);
  for (const event of ["resume", "pageshow", "visibilitychange"]) told(event, false);
  assert.deepEqual(actions, ["rest", "wake"]);
});

test("a page that opens is not woken; a network that comes makes it try", () => {
  const { told, actions } = page();
  told("pageshow", false);
  assert.deepEqual(actions, []);
  told("offline", false);
  told("online", false);
  assert.deepEqual(actions, ["retry"]);
});

/** @param {Life} life @param {Turn} turn @returns {string} the next state, and what the page does */
function after(life, turn) {
  /** @type {string[]} */ const actions = [];
  const lifecycle = new Lifecycle(noting(actions), life);
  lifecycle.take(turn);
  return [lifecycle.life, ...actions].join(" ");
}

function page() {
  /** @type {string[]} */ const actions = [];
  const document = Object.assign(new EventTarget(), { hidden: false });
  const scope = new EventTarget();
  followLifecycle(/** @type {Document} */ (/** @type {unknown} */ (document)), scope, noting(actions));
  const toWindow = ["pagehide", "pageshow", "online", "offline"];
  return {
    actions,
    /** @param {string} event @param {boolean} hidden the page, by then */
    told(event, hidden) {
      document.hidden = hidden;
      (toWindow.includes(event) ? scope : document).dispatchEvent(new Event(event));
    },
  };
}

/** @param {string[]} actions @returns {LifecycleHandlers} */
function noting(actions) {
  const note = (/** @type {string} */ action) => () => void actions.push(action);
  return { sleep: note("sleep"), rest: note("rest"), wake: note("wake"), retry: note("retry") };
}
