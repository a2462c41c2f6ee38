// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { Clock } from "../../static/js/shared/clock.js";

test("before the first round trip the clock stands at 0 and no trip is known", () => {
  const clock = new Clock(() => 5);
  assert.equal(clock.now(), 0);
  assert.equal(clock.roundTrip, Infinity);
});

test("the server's clock is read at the middle of the trip", async () => {
  const page = new Page(1_000);
  const clock = new Clock(page.now);
  await clock.compare(page.trip(20, 20, 7_000));
  assert.equal(clock.roundTrip, 40);
  page.time += 100;
  assert.equal(clock.now(), 7_120);
  assert.equal(clock.at(page.time - 90), 7_030);
});

test("the quickest trip is believed, slow ones change nothing", async () => {
  const page = new Page(0);
  const clock = new Clock(page.now);
  await clock.compare(page.trip(2, 2, 500));
  await clock.compare(page.trip(400, 2, 902));
  assert.equal(clock.roundTrip, 4);
  assert.equal(clock.now(), 500 + 2 + 402);
});

test("a trip is forgotten after eight more, so a clock that drifts is followed", async () => {
  const page = new Page(0);
  const clock = new Clock(page.now);
  await clock.compare(page.trip(1, 1, 100));
  for (let i = 0; i < 8; i += 1) await clock.compare(page.trip(5, 5, page.time + 5 + 5_000));
  assert.equal(clock.roundTrip, 10);
  assert.equal(clock.now(), page.time + 5_000);
});

test("an answer that is no number is no answer", async () => {
  const clock = new Clock(() => 5);
  await clock.compare(async () => ({ error: "closed" }));
  assert.equal(clock.now(), 0);
});

test("a server that never answers is the caller's to hear of", async () => {
  const clock = new Clock(() => 5);
  await assert.rejects(clock.compare(() => Promise.reject(new Error("timeout"))), /timeout/);
  assert.equal(clock.roundTrip, Infinity);
});

test("what a hand feels is the middle one of the trips, not the quickest", async () => {
  const page = new Page(0);
  const clock = new Clock(page.now);
  assert.equal(clock.typicalTrip, Infinity);
  for (const way of [150, 5, 40]) await clock.compare(page.trip(way, way, 500));
  assert.equal(clock.typicalTrip, 80);
});

test("after starting over nothing is known: it may be another server", async () => {
  const page = new Page(0);
  const clock = new Clock(page.now);
  await clock.compare(page.trip(5, 5, 500));
  clock.startOver();
  assert.equal(clock.now(), 0);
  assert.equal(clock.roundTrip, Infinity);
});

/** A page whose time only moves when something takes time. */
class Page {
  /** @param {number} time milliseconds */
  constructor(time) {
    this.time = time;
  }

  now = () => this.time;

  /**
   * @param {number} there milliseconds
   * @param {number} back milliseconds
   * @param {number} server milliseconds on its clock when it answers
   */
  trip(there, back, server) {
    return async () => {
      this.time += there + back;
      return server;
    };
  }
}
