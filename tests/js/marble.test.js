// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../../static/js/display/stage/stage-api.js";
import { AttractMode } from "../../static/visuals/marble/attract.js";
import { RADIUS } from "../../static/visuals/marble/marble.js";
import { Maze } from "../../static/visuals/marble/maze.js";
import { leanTo } from "../../static/visuals/marble/autopilot.js";
import { LAST_CALL_S, PODIUM_S, READY_S, Race } from "../../static/visuals/marble/race.js";
import { MazeWorld } from "../../static/visuals/marble/maze-world.js";
import { planOf, spaceOf, viewOf } from "../../static/visuals/marble/view.js";
import { wallsOf } from "../../static/visuals/marble/walls.js";

/** @import { Rect } from "../../static/js/display/stage/contract.js" */
/** @import { Happening } from "../../static/visuals/marble/race.js" */

const FRAME = 1 / 60;
const PLAN = { columns: 7, rows: 5, closed: [] };
const NOTCHED = { columns: 15, rows: 8, closed: [90, 91, 105, 106, 107, 118, 119] };

/** @param {number} [seed] */
function race(seed = 7) {
  const made = new Race(seeded(seed), () => PLAN);
  for (const number of [1, 2, 3, 4]) made.enter(number);
  return made;
}

/**
 * @param {Race} made
 * @param {number} seconds at most
 * @param {(number: number) => boolean} [isSteered] along the maze's own solution
 * @param {(happened: Happening[]) => boolean} [until]
 */
function play(made, seconds, isSteered = () => false, until = () => false) {
  /** @type {Happening[]} */ const happened = [];
  for (let at = 0; at < seconds && !until(happened); at += FRAME) {
    for (const marble of made.world.marbles.values()) {
      marble.lean = isSteered(marble.number) ? leanTo(made.world.maze, marble) : { x: 0, y: 0 };
    }
    happened.push(...made.play(FRAME));
  }
  return happened;
}

/** @param {Happening[]} happened @param {string} kind */
const has = (happened, kind) => happened.some((one) => one.kind === kind);

for (const [name, plan] of Object.entries({ PLAN, NOTCHED, TALL: { columns: 5, rows: 11, closed: [50, 51] } })) {
  test(`every maze hangs together: ${name}`, () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const maze = new Maze(plan, seeded(seed));
      const way = maze.solution;
      assert.equal(maze.cells.size, plan.columns * plan.rows - plan.closed.length);
      for (const cell of maze.cells) assert.ok(maze.far(cell) >= 0, "the goal can be reached from everywhere");
      assert.ok(maze.start.includes(way[0]) && way[way.length - 1] === maze.goal);
      way.slice(1).forEach((cell, i) => assert.ok(maze.isOpen(way[i], cell), "no step goes through a wall"));
      assert.ok(way.length > Math.min(plan.columns, plan.rows), "the goal is not next to the start");
    }
  });
}

test("the same seed gives the same maze, another one another", () => {
  const drawn = (/** @type {number} */ seed) => JSON.stringify(wallsOf(new Maze(PLAN, seeded(seed))));
  assert.equal(drawn(3), drawn(3));
  assert.notEqual(drawn(3), drawn(4));
});

test("what is cut off by words is no part of the maze", () => {
  const maze = new Maze({ columns: 5, rows: 2, closed: [1, 6] }, seeded(1));
  assert.deepEqual([...maze.cells].sort((a, b) => a - b), [2, 3, 4, 7, 8, 9]);
});

test("a marble that is steered along the solution reaches the goal, in every maze", () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const world = new MazeWorld(new Maze(NOTCHED, seeded(seed)));
    const marble = world.drop(1);
    let seconds = 0;
    for (; seconds < 90 && !world.isIn(marble); seconds += FRAME) world.roll(FRAME, () => (marble.lean = leanTo(world.maze, marble)));
    assert.ok(world.isIn(marble), `seed ${seed}`);
    assert.ok(seconds > 5, "it is a way, not a hop");
  }
});

test("nobody rolls through a wall, however hard they lean", () => {
  const world = new MazeWorld(new Maze(NOTCHED, seeded(5)));
  const marbles = Array.from({ length: 12 }, (_, i) => world.drop(i + 1));
  const random = seeded(9);
  let before = marbles.map(({ at }) => world.maze.cellAt(at));
  for (let at = 0; at < 20; at += FRAME) {
    for (const marble of marbles) if (random() < 0.05) marble.lean = { x: 2 * random() - 1, y: 2 * random() - 1 };
    world.roll(FRAME);
    const now = marbles.map(({ at: place }) => world.maze.cellAt(place));
    now.forEach((cell, i) => assert.ok(cell === before[i] || isAround(world.maze, before[i], cell), `${before[i]} to ${cell}`));
    before = now;
  }
});

test("twelve start beside each other, in the start", () => {
  const world = new MazeWorld(new Maze(NOTCHED, seeded(2)));
  const marbles = Array.from({ length: 12 }, (_, i) => world.drop(i + 1));
  for (const [i, a] of marbles.entries()) {
    assert.ok(world.maze.start.includes(world.maze.cellAt(a.at)));
    for (const b of marbles.slice(i + 1)) assert.ok(Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y) > 2 * RADIUS);
  }
});

test("it rolls the same, however often the screen is painted", () => {
  const end = (/** @type {number} */ frame) => {
    const world = new MazeWorld(new Maze(PLAN, seeded(4)));
    const marble = world.drop(1);
    marble.lean = { x: 0.4, y: 0.3 };
    for (let i = 0; i < Math.round(2 / frame); i += 1) world.roll(frame);
    return marble.at;
  };
  assert.ok(Math.hypot(end(1 / 30).x - end(1 / 60).x, end(1 / 30).y - end(1 / 60).y) < 0.05);
});

test("the first three are on the podium, then there is another maze", () => {
  const made = race();
  const before = made.world.maze;
  const happened = play(made, 120, () => true, (so) => has(so, "end"));
  assert.ok(has(happened, "start"));
  assert.equal(made.phase, "podium");
  assert.deepEqual(made.arrived.map(({ place }) => place), [1, 2, 3]);
  assert.equal(new Set(made.arrived.map(({ number }) => number)).size, 3);
  assert.ok(made.arrived.every(({ took }, i) => took >= (made.arrived[i - 1]?.took ?? 1)), "each later than the one before");
  assert.deepEqual([...made.wins], [[made.arrived[0].number, 1]]);

  play(made, PODIUM_S + 0.1);
  assert.equal(made.phase, "ready");
  assert.equal(made.round, 2);
  assert.notEqual(made.world.maze, before);
  assert.equal(made.world.marbles.size, 4);
  assert.ok([...made.world.marbles.values()].every(({ place }) => place === 0));
});

test("the maze grows with the players, for the next round", () => {
  const made = new Race(seeded(1), (players) => ({ columns: 5 + players, rows: 5, closed: [] }));
  made.enter(1);
  assert.equal(made.plan.columns, 6);
  made.enter(2);
  made.refit();
  assert.equal(made.plan.columns, 7);
  play(made, READY_S + 0.1);
  made.enter(3);
  made.refit();
  assert.equal(made.plan.columns, 7, "nobody loses their way");
  made.begin();
  assert.equal(made.plan.columns, 8);
});

test("nobody moves before the start", () => {
  const made = race();
  const before = JSON.stringify(made.saved.places);
  play(made, READY_S - 0.1, () => true);
  assert.equal(JSON.stringify(made.saved.places), before);
});

test("a late guest drops in at the start and can still win", () => {
  const made = race();
  play(made, READY_S + 2);
  const late = made.enter(9);
  assert.ok(late.size > 1, "it falls in");
  assert.ok(made.world.maze.start.includes(made.world.maze.cellAt(late.at)));
  play(made, 90, (number) => number === 9, (happened) => has(happened, "in"));
  assert.deepEqual(made.arrived.map(({ number }) => number), [9]);
});

test("who comes at the podium is in the next maze", () => {
  const made = race();
  play(made, 120, () => true, (happened) => has(happened, "end"));
  made.enter(9);
  play(made, PODIUM_S + READY_S + 0.2);
  assert.equal(made.phase, "roll");
  assert.equal(made.world.marbles.get(9)?.place, 0);
});

test("who is away rests and is in nobody's way", () => {
  const made = race();
  play(made, READY_S + 0.1);
  const { maze, marbles } = made.world;
  const [resting, rolling] = [made.world.marbles.get(1), made.world.marbles.get(2)];
  assert.ok(resting && rolling);
  for (const number of [3, 4]) made.leave(number);
  const way = maze.solution;
  resting.body.setPosition(maze.middle(way[2]));
  rolling.body.setPosition(maze.middle(way[0]));
  resting.away = true;
  resting.lean = { x: 1, y: 1 };
  play(made, 90, (number) => number === 2, (happened) => has(happened, "in"));

  assert.equal(rolling.place, 1);
  assert.deepEqual({ ...resting.at }, maze.middle(way[2]));
  assert.equal(marbles.size, 2);
  resting.away = false;
  play(made, 1, (number) => number === 1);
  assert.notDeepEqual({ ...resting.at }, maze.middle(way[2]));
});

test("a race ends without those who are away, and without those who never come", () => {
  const made = race();
  play(made, READY_S + 0.1);
  for (const number of [2, 3]) made.leave(number);
  const last = made.world.marbles.get(4);
  assert.ok(last);
  play(made, 90, (number) => number === 1, (happened) => has(happened, "in"));
  assert.equal(made.phase, "roll");
  assert.ok(made.left > LAST_CALL_S - 1 && made.left <= LAST_CALL_S);
  play(made, LAST_CALL_S + 1);
  assert.equal(made.phase, "podium");
  assert.deepEqual(made.arrived.map(({ number }) => number), [1]);

  made.begin();
  play(made, READY_S + 0.1);
  const [, second] = made.world.marbles.values();
  second.away = true;
  play(made, 90, (number) => number === 1, (happened) => has(happened, "end"));
  assert.equal(made.phase, "podium");
});

test("a race ends although the one who was in has left", () => {
  const made = race();
  for (const number of [2, 3, 4]) made.leave(number);
  made.enter(5);
  play(made, 90, (number) => number === 1, (happened) => has(happened, "in"));
  made.leave(1);
  play(made, 90, (number) => number === 5, (happened) => has(happened, "end"));
  assert.equal(made.phase, "podium");
  assert.deepEqual(made.arrived.map(({ number }) => number), [1, 5]);
});

test("walls are felt when they are hard, and seldom", () => {
  const made = race();
  made.leave(2);
  made.leave(3);
  made.leave(4);
  play(made, READY_S + 0.1);
  const [marble] = made.world.marbles.values();
  let knocks = 0;
  for (let at = 0; at < 20; at += FRAME) {
    marble.lean = Math.floor(at) % 2 ? { x: 1, y: 0 } : { x: -1, y: 0 };
    knocks += made.play(FRAME).filter(({ kind }) => kind === "knock").length;
  }
  assert.ok(knocks >= 2 && knocks <= 20 / 1.5, `${knocks} in 20 s`);
});

test("a reload goes on in the same maze, with everyone where they were", () => {
  const made = race();
  play(made, READY_S + 3, () => true);
  const saved = JSON.parse(JSON.stringify(made.saved));
  assert.ok(JSON.stringify(saved).length < 1000);
  const again = new Race(seeded(99), () => NOTCHED);
  again.resume(saved);
  for (const number of [1, 2, 3, 4]) again.enter(number);

  assert.equal(again.phase, "roll");
  assert.deepEqual(again.world.walls, made.world.walls);
  assert.deepEqual(again.saved, saved);
});

test("a seat that is given up takes its wins along", () => {
  const made = race();
  made.wins.set(1, 3);
  made.leave(1);
  made.enter(1);
  assert.equal(made.wins.get(1), undefined);
});

test("after the last one has left, the next one gets a new maze", () => {
  const made = race();
  play(made, READY_S + 1);
  for (const number of [1, 2, 3, 4]) made.leave(number);
  made.enter(5);
  assert.equal(made.phase, "ready");
});

test("in attract mode marbles find their way, and then another maze; calm ones keep still", () => {
  const attract = new AttractMode(seeded(3), PLAN);
  const before = attract.world;
  let fastest = 0;
  for (let at = 0; at < 240 && attract.world === before; at += FRAME) {
    attract.play(FRAME, false);
    for (const { speed } of attract.world.marbles.values()) fastest = Math.max(fastest, Math.hypot(speed.x, speed.y));
  }
  assert.notEqual(attract.world, before);
  assert.ok(fastest < 1.7, `slowly: ${fastest.toFixed(1)} cells a second`);

  attract.spread();
  const places = JSON.stringify([...attract.world.marbles.values()].map(({ at }) => at));
  for (let at = 0; at < 5; at += FRAME) attract.play(FRAME, true);
  assert.equal(JSON.stringify([...attract.world.marbles.values()].map(({ at }) => at)), places);
});

test("the maze fills the screen and makes room for words", () => {
  const code = { x: 1700, y: 900, width: 175, height: 135 };
  const seats = { x: 80, y: 45, width: 200, height: 40 };
  for (const [width, height] of [[1920, 1080], [1280, 720], [3840, 2160], [1080, 1920]]) {
    const space = spaceOf(width, height, [seats], safeOf(width, height));
    for (const players of [1, 4, 12, 40]) {
      const plan = planOf(space, [code], players);
      const view = viewOf(space, plan);
      assert.ok(plan.columns * view.unit > 0.85 * space.width || plan.rows * view.unit > 0.85 * space.height);
      assert.ok(view.x >= space.x - 1e-6 && view.y >= space.y - 1e-6 && view.y + plan.rows * view.unit <= height);
      const maze = new Maze(plan, seeded(1));
      for (const cell of maze.cells) {
        const { x, y } = maze.middle(cell);
        const [left, top] = [view.x + x * view.unit, view.y + y * view.unit];
        const isUnder = left > code.x && left < code.x + code.width && top > code.y && top < code.y + code.height;
        assert.ok(!isUnder, "no cell is under the code");
      }
    }
  }
  const [few, many] = [1, 12].map((players) => planOf(spaceOf(1920, 1080, [], safeOf(1920, 1080)), [], players));
  assert.ok(many.columns * many.rows > 2 * few.columns * few.rows);
});

/** @param {Maze} maze @param {number} from @param {number} to @returns {boolean} whether a marble may have gone there in a frame: straight, or round a corner */
function isAround(maze, from, to) {
  if (maze.isOpen(from, to)) return true;
  return [...maze.cells].some((between) => maze.isOpen(from, between) && maze.isOpen(between, to));
}

/** @param {number} width @param {number} height of the picture @returns {Rect} without the 5 % that a television may crop */
function safeOf(width, height) {
  return { x: width / 20, y: height / 20, width: 0.9 * width, height: 0.9 * height };
}
