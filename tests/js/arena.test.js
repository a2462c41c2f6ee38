// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../../static/js/display/stage/stage-api.js";
import { Match, PODIUM_S, ROUND_S } from "../../static/visuals/arena/match.js";
import { viewOf } from "../../static/visuals/arena/view.js";

/** @import { Rect } from "../../static/js/display/stage/contract.js" */
/** @import { Happening } from "../../static/visuals/arena/match.js" */

const FRAME = 1 / 60;

/** @param {number} [seed] */
function duel(seed = 7) {
  const match = new Match(seeded(seed));
  const [a, b] = [match.enter(1), match.enter(2)];
  play(match, 1.5); // until both can be bumped
  return { match, a, b };
}

/** @param {Match} match @param {number} seconds @returns {Happening[]} */
function play(match, seconds) {
  const happened = [];
  for (let at = 0; at < seconds; at += FRAME) happened.push(...match.play(FRAME));
  return happened;
}

/** @param {{x: number, y: number, vx: number, vy: number}} ship @param {number} x @param {number} y */
function put(ship, x, y) {
  Object.assign(ship, { x, y, vx: 0, vy: 0 });
}

test("who bumps another one off gets the point", () => {
  const { match, a, b } = duel();
  put(a, 0.5, 0);
  put(b, 0.8, 0);
  a.heading = 0;
  a.boost();
  const falls = play(match, 1).filter(({ kind }) => kind === "fall");

  assert.equal(falls.length, 1);
  assert.equal(b.fallen > 0, true);
  assert.deepEqual([a.score, b.score], [1, 0]);
});

test("who drives off the plate gives nobody a point, and comes back", () => {
  const { match, a, b } = duel();
  put(a, 0.9, 0);
  put(b, -0.5, 0);
  a.steer = { x: 1, y: 0 };
  play(match, 1);
  assert.equal(a.fallen > 0, true);
  a.steer = { x: 0, y: 0 };
  play(match, 3);

  assert.equal(a.fallen, 0);
  assert.ok(Math.hypot(a.x, a.y) < match.radius);
  assert.deepEqual([a.score, b.score], [0, 0]);
});

test("ships that meet don't stay in each other", () => {
  const { match, a, b } = duel();
  put(a, -0.3, 0);
  put(b, 0.3, 0);
  a.steer = { x: 1, y: 0 };
  b.steer = { x: -1, y: 0 };
  play(match, 1.5);

  assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > 1.9 * match.size);
});

test("a boost needs its charge", () => {
  const { match, a } = duel();
  assert.equal(a.boost(), true);
  assert.equal(a.boost(), false);
  put(a, 0, 0);
  play(match, 1.3);
  assert.equal(a.boost(), true);
});

test("the plate shrinks, the round ends, the best stand on the podium, and it begins again", () => {
  const { match, a, b } = duel();
  a.score = 3;
  b.score = 5;
  put(a, 0.1, 0);
  put(b, -0.1, 0);
  /** @type {number[]} */ const small = [];
  while (match.phase === "round") {
    small.push(match.radius);
    for (const happening of match.play(FRAME)) {
      if (happening.kind === "end") assert.deepEqual(happening.winners.map(({ number }) => number), [2, 1]);
    }
  }
  assert.ok(small.every((radius, i) => i === 0 || radius <= small[i - 1]));
  assert.ok((small.at(-1) ?? 1) < 0.6);
  play(match, PODIUM_S + 0.1);

  assert.equal(match.phase, "round");
  assert.deepEqual([a.score, b.score], [0, 0]);
  assert.ok(match.left > ROUND_S - 1);
});

test("a ship whose phone is away is in nobody's way, cannot fall, and keeps its score", () => {
  const { match, a, b } = duel();
  b.score = 4;
  b.away = true;
  put(b, 0.99, 0);
  put(a, 0.7, 0);
  a.steer = { x: 1, y: 0 };
  const happened = play(match, 0.5);
  assert.equal(happened.filter(({ kind }) => kind === "bump").length, 0);
  play(match, 40);

  assert.equal(b.fallen, 0);
  assert.ok(Math.hypot(b.x, b.y) <= match.radius + 1e-9);
  assert.equal(match.enter(2), b);
  assert.equal(b.score, 4);
});

test("one who is alone has drones; they go when another one comes, and give no points", () => {
  const match = new Match(seeded(3));
  const a = match.enter(1);
  assert.equal([...match.ships].filter(({ isDrone }) => isDrone).length, 2);
  for (const ship of match.ships) if (ship.isDrone) Object.assign(ship, { spared: 0, x: 2, bumper: 1, bumped: 0 });
  play(match, 0.1);
  assert.equal(a.score, 0);

  match.enter(2);
  assert.equal([...match.ships].some(({ isDrone }) => isDrone), false);
  assert.equal(match.standings.length, 2);
});

test("drones stay on the plate by themselves", () => {
  const match = new Match(seeded(5));
  match.enter(1).away = true;
  const falls = play(match, ROUND_S - 1).filter(({ kind }) => kind === "fall");

  assert.ok(falls.length <= 3, `${falls.length} falls`);
});

test("a crowd of 24 fits on the plate and plays a whole round within numbers", () => {
  const random = seeded(11);
  const match = new Match(random);
  const ships = Array.from({ length: 24 }, (_, i) => match.enter(i + 1));
  for (let at = 0; at < ROUND_S; at += FRAME) {
    for (const ship of ships) if (random() < 0.02) ship.steer = { x: 2 * random() - 1, y: 2 * random() - 1 };
    for (const ship of ships) if (random() < 0.01) ship.boost();
    match.play(FRAME);
  }
  assert.ok(ships.every((ship) => [ship.x, ship.y, ship.vx, ship.vy, ship.heading].every(Number.isFinite)));
  assert.ok(ships.reduce((sum, { score }) => sum + score, 0) > 0);
});

test("the same seed and the same hands give the same round", () => {
  const ends = [1, 2].map(() => {
    const { match, a } = duel(21);
    a.steer = { x: 0.6, y: 0.2 };
    play(match, 10);
    return [...match.ships].map(({ x, y, score }) => [x, y, score]);
  });
  assert.deepEqual(ends[0], ends[1]);
});

test("a round goes on after a reload", () => {
  const match = new Match(seeded(2));
  match.resume(20);
  assert.ok(Math.abs(match.left - 20) < 0.01);
  assert.equal(match.enter(4, 6).score, 6);
});

test("the plate keeps clear of words, wide and tall", () => {
  for (const [width, height] of [[1920, 1080], [1280, 720], [1080, 1920]]) {
    const seats = { x: 50, y: 30, width: width - 100, height: 40 };
    const { x, y, unit, board } = viewOf(width, height, [seats], safeOf(width, height));
    assert.ok(y - unit > 70 && y + unit < height && x - unit > 0 && x + unit < width);
    assert.ok(unit > Math.min(width, height) / 4);
    assert.ok(board.x >= width / 20 && board.y >= height / 20, "no television crops the scores");
    assert.ok(board.x + 7 * (Math.min(width, height) / 45) < x - unit || board.y > y + unit);
  }
});

/** @param {number} width @param {number} height of the picture @returns {Rect} without the 5 % that a television may crop */
function safeOf(width, height) {
  return { x: width / 20, y: height / 20, width: 0.9 * width, height: 0.9 * height };
}
