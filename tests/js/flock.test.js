// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../../static/js/display/stage/stage-api.js";
import { FlowField } from "../../static/visuals/flock/flow-field.js";
import { Birds, WORDS } from "../../static/visuals/flock/birds.js";
import { home, leant } from "../../static/visuals/flock/phyllotaxis.js";
import { FlockKeepOut } from "../../static/visuals/flock/keep-out.js";
import { WILD, deal, fairShares } from "../../static/visuals/flock/allocation.js";

const BIRDS = 6000;
const OPEN = { bytes: new Uint8Array([255]), columns: 1, rows: 1 }; // no words anywhere
const [WIDTH, HEIGHT] = [80, 45]; // units
const SCREEN = { width: 1920, height: 1080 }; // CSS pixels: 24 are a unit

test("everyone has as many birds, with one phone and with three hundred", () => {
  for (const count of [0, 1, 2, 3, 7, 40, 299, 300]) {
    const owners = Array.from({ length: count }, (_, i) => i + WILD.length);
    const owner = dealt(new Int16Array(BIRDS), owners);
    const had = owners.map((one) => owner.filter((of) => of === one).length);
    assert.ok(count === 0 || Math.max(...had) - Math.min(...had) <= 1, `${count} phones have ${had}`);
    if (count > 0) assert.equal(had[0], Math.ceil(BIRDS / Math.max(3, count)));
  }
});

test("when somebody comes, others only give; when somebody goes, they only take", () => {
  const owners = Array.from({ length: 40 }, (_, i) => i + WILD.length);
  const before = dealt(new Int16Array(BIRDS), owners);
  const after = dealt(before.slice(), [...owners, 99]);
  const changed = after.filter((owner, bird) => owner !== before[bird]);
  assert.ok(changed.length <= BIRDS / 41 + 41, `${changed.length} birds changed hands`);
  const without = dealt(after.slice(), owners);
  assert.ok(without.every((owner, bird) => owner === after[bird] || after[bird] === 99 || owner > 0));
  assert.ok(!without.includes(99));
});

test("the first phone is in the middle, and a crowd is spread over the picture", () => {
  assert.deepEqual(home(1, 0, 1), { x: 0.5, y: 0.5 });
  const homes = Array.from({ length: 300 }, (_, i) => home(i + 1, i, 300));
  for (const quarter of [0, 1, 2, 3]) {
    const there = homes.filter(({ x, y }) => (x > 0.5 ? 1 : 0) + (y > 0.5 ? 2 : 0) === quarter).length;
    assert.ok(there > 65 && there < 85, `${there} of 300 in a quarter`);
  }
  const nearest = Math.min(...homes.flatMap((a, i) => homes.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y))));
  assert.ok(nearest > 0.02, `two are ${nearest} apart`);
});

test("leaning pulls as far as the edge, never over it, and a crowd that leans alike is no heap", () => {
  for (const x of [-1, -0.4, 0, 0.4, 1]) {
    const there = [0.1, 0.5, 0.9].map((from) => leant({ x: from, y: 0.5 }, { x, y: 0 }).x);
    assert.ok(there.every((place) => place >= 0 && place <= 1));
    assert.ok(there[1] - there[0] > 0.02 && there[2] - there[1] > 0.02);
  }
  assert.deepEqual(leant({ x: 0.3, y: 0.6 }, { x: 0, y: 0 }), { x: 0.3, y: 0.6 });
});

test("birds come to their mark and stay about it", () => {
  const { field, birds } = sky();
  dealt(birds.owner, [3]);
  for (const part of WILD) birds.place(part, 20, 10, 0, 1333, [90, 90, 90]);
  birds.place(3, 60, 30, 0, 2000, [255, 160, 40]);
  fly(birds, field, 5);
  const own = places(birds).filter((_, bird) => birds.owner[bird] === 3);
  const near = own.filter(({ x, y }) => Math.hypot(x - 60, y - 30) < 20).length;
  assert.ok(near > 0.95 * own.length, `${near} of ${own.length}`);
  const over = own.filter(({ x, y }) => Math.hypot(x - 60, y - 30) < 0.8).length;
  assert.ok(over < 0.02 * own.length, `${over} hide the mark`);
});

test("a tap scatters a phone's birds, and they come back", () => {
  const { field, birds } = sky();
  dealt(birds.owner, [3]);
  birds.place(3, 40, 22, 0, 2000, [255, 160, 40]);
  for (const part of WILD) birds.place(part, 70, 10, 0, 1333, [90, 90, 90]);
  fly(birds, field, 4);
  const spread = () => {
    const far = places(birds).filter((_, bird) => birds.owner[bird] === 3).map(({ x, y }) => Math.hypot(x - 40, y - 22));
    return far.sort((a, b) => a - b)[Math.floor(far.length / 2)];
  };
  const before = spread();
  birds.scatter(3, 1);
  fly(birds, field, 0.4);
  assert.ok(spread() > 1.3 * before, `from ${before} to ${spread()} units`);
  fly(birds, field, 4);
  assert.ok(spread() < 1.2 * before);
});

test("birds stay in the picture at any frame rate, whatever people do", () => {
  for (const seconds of [1 / 144, 1 / 60, 0.1]) {
    const { field, birds, random } = sky();
    dealt(birds.owner, [3, 4, 5, 6]);
    for (let frame = 0; frame < 120; frame += 1) {
      for (const mark of [0, 1, 2, 3, 4, 5, 6]) birds.place(mark, WIDTH * random(), HEIGHT * random(), seconds, 1500, [200, 90, 90]);
      if (frame % 10 === 0) birds.scatter(3 + (frame % 4), 1);
      fly(birds, field, seconds, seconds);
    }
    for (const { x, y } of places(birds)) assert.ok(x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT);
  }
});

test("the same seed flies the same way", () => {
  const [a, b] = [sky(), sky()].map(({ field, birds }) => (fly(birds, field, 1), birds.data));
  assert.deepEqual(a, b);
});

test("birds wear their owner's colour within three seconds", () => {
  const { field, birds } = sky();
  dealt(birds.owner, [3, 4, 5]);
  for (const mark of [3, 4, 5]) birds.place(mark, 40, 20, 0, 2000, [255, 160, 40]);
  fly(birds, field, 3);
  const [red, green, blue] = [0, 8, 16].map((bits) => (birds.colours[7] >> bits) & 255);
  assert.ok(red > 245 && green > 150 && green < 162 && blue > 35 && blue < 45, `${red} ${green} ${blue}`);
});

test("birds dim towards words, marks stay out, and the code is where people come from", () => {
  const keepOut = new FlockKeepOut();
  const code = { x: 1600, y: 840, width: 150, height: 150 };
  keepOut.update([{ x: 200, y: 400, width: 600, height: 200 }, code], SCREEN, 24, 0);
  assert.equal(keepOut.mask.at(20, 20), 0);
  assert.equal(keepOut.mask.at(60, 5), 1);
  assert.deepEqual(keepOut.code, { x: 1675 / 24, y: 915 / 24 });
  const { x, y } = keepOut.clear({ x: 20, y: 20 });
  assert.ok(y < 400 / 24 || y > 600 / 24 || x < 200 / 24 || x > 800 / 24);
  assert.deepEqual(keepOut.clear({ x: 60, y: 8 }), { x: 60, y: 8 });
  const [pushX, pushY] = keepOut.push(7, 25.5);
  assert.ok(pushX < 0 && pushY > 0, "left of the words, below their middle");
  assert.deepEqual(keepOut.push(60, 8), [0, 0]);
});

test("the row of people leaves the rest to the marks", () => {
  const keepOut = new FlockKeepOut();
  const row = Array.from({ length: 300 }, (_, i) => ({ x: 40 + 60 * (i % 30), y: 40 + 26 * Math.floor(i / 30), width: 50, height: 22 }));
  keepOut.update(row, SCREEN, 24, 0);
  assert.ok(keepOut.open.top > 296 / 24 && keepOut.open.top < 15);
});

/** @param {Int16Array} owner @param {number[]} owners */
function dealt(owner, owners) {
  deal(owner, fairShares(owners, BIRDS));
  return owner;
}

function sky() {
  const random = seeded(7);
  const field = new FlowField();
  field.resize(WIDTH, HEIGHT);
  field.stand(() => [0, 0]);
  return { field, random, birds: new Birds(BIRDS, random, field) };
}

/** @param {Birds} birds @param {FlowField} field @param {number} seconds @param {number} [step] */
function fly(birds, field, seconds, step = 1 / 60) {
  for (let time = 0; time < seconds - 1e-9; time += step) {
    field.blow(time);
    field.clear();
    birds.stir(field);
    birds.fly(step, field, 1);
    birds.dye(step, OPEN, field);
  }
}

/** @param {Birds} birds */
function places({ count, data }) {
  return Array.from({ length: count }, (_, bird) => ({ x: data[bird * WORDS], y: data[bird * WORDS + 1] }));
}
