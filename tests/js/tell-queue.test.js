// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { TellQueue } from "../../static/js/display/stage/tell-queue.js";

test("a few phones are told at once", () => {
  const { telling, told } = display();
  for (let number = 1; number <= 30; number += 1) telling.tell(number, { buzz: 40 });
  assert.equal(told.length, 30);
  telling.clear();
});

test("a crowd is told no faster than the server takes it, and everyone is told", () => {
  const { telling, told, at } = display();
  for (let number = 1; number <= 300; number += 1) telling.tell(number, { text: "Go" });
  assert.ok(told.length <= 60);
  let most = 0;
  for (at.now = 0; at.now < 10_000; at.now += 100) {
    const before = told.length;
    telling.flush();
    most = Math.max(most, told.length - before);
  }
  assert.ok(most <= 5, `${most} in 100 ms`);
  assert.deepEqual(new Set(told.map(([number]) => number)).size, 300);
  assert.equal(told.length, 300);
});

test("what waits is replaced by what is newer, and nothing else of it is lost", () => {
  const { telling, told, at } = display();
  for (let number = 1; number <= 60; number += 1) telling.tell(number, { text: "x" });
  telling.tell(99, { text: "old", buzz: 50 });
  telling.tell(99, { text: "new" });
  at.now = 1000;
  telling.flush();
  assert.deepEqual(told.at(-1), [99, { text: "new", buzz: 50 }]);
  assert.equal(told.length, 61);
});

test("another visual says nothing of the last one's", () => {
  const { telling, told, at } = display();
  for (let number = 1; number <= 100; number += 1) telling.tell(number, { text: "x" });
  const before = told.length;
  telling.clear();
  at.now = 5000;
  telling.flush();
  assert.equal(told.length, before);
});

function display() {
  const at = { now: 0 };
  /** @type {[number, object][]} */ const told = [];
  return { at, told, telling: new TellQueue((number, what) => void told.push([number, what]), () => at.now) };
}
