// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { Transports, WITHIN } from "../../static/js/shared/transports.js";

const BOTH = /** @type {const} */ (["websocket", "polling"]);

test("a WebSocket that hangs has 4 s, then polling is tried", () => {
  const transports = new Transports(BOTH);
  assert.equal(transports.now, "websocket");
  assert.equal(WITHIN[transports.now], 4000);
  assert.equal(transports.failed(true), "hung");
  assert.equal(transports.now, "polling");
});

test("what worked comes first, also in another page", () => {
  const transports = new Transports(BOTH);
  transports.failed(true);
  assert.equal(transports.answered(), "polling");
  assert.equal(transports.now, "polling");
  assert.equal(new Transports(BOTH, "polling").now, "polling");
  assert.equal(new Transports(BOTH, "pigeon").now, "websocket");
});

test("no attempt is the same as the failed one before", () => {
  for (const hung of [true, false]) {
    const transports = new Transports(BOTH);
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const { now } = transports;
      assert.equal(transports.failed(hung), now === "polling" ? "away" : hung ? "hung" : null);
      assert.notEqual(transports.now, now);
    }
  }
});

test("a WebSocket that worked and is refused by a restart stays first", () => {
  const transports = new Transports(BOTH);
  transports.answered();
  transports.failed(false);
  assert.equal(transports.answered(), "websocket");
  assert.equal(transports.now, "websocket");
});

test("a WebSocket that worked and hangs now comes second", () => {
  const transports = new Transports(BOTH);
  transports.answered();
  transports.failed(true);
  assert.equal(transports.answered(), "polling");
  assert.equal(transports.now, "polling");
});

test("a browser without WebSockets polls, and says that the server is away", () => {
  const transports = new Transports(["polling"], "websocket");
  assert.equal(transports.failed(true), "away");
  assert.equal(transports.now, "polling");
});

test("what opens twice and falls silent comes second", () => {
  const transports = new Transports(BOTH);
  for (const next of ["websocket", "polling"]) {
    assert.equal(transports.answered(), "websocket");
    transports.lost(11_000);
    assert.equal(transports.now, next);
  }
  assert.equal(transports.answered(), "polling");
});

test("a long life between two short ones changes nothing", () => {
  const transports = new Transports(BOTH);
  for (const lived of [11_000, 60_000, 11_000]) {
    transports.answered();
    transports.lost(lived);
  }
  assert.equal(transports.now, "websocket");
});

test("a browser with one transport keeps it", () => {
  const transports = new Transports(["polling"]);
  for (let life = 0; life < 3; life += 1) {
    transports.answered();
    transports.lost(0);
    assert.equal(transports.now, "polling");
  }
});
