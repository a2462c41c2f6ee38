// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { packed } from "../../static/visuals/_kit/colour.js";
import { Burst } from "../../static/visuals/lights/burst.js";
import { separate } from "../../static/visuals/lights/separation.js";
import { Light } from "../../static/visuals/lights/light.js";
import { TriangleStrip } from "../../static/visuals/lights/triangle-strip.js";
import { addRibbon } from "../../static/visuals/lights/ribbon.js";
import { Trail } from "../../static/visuals/lights/trail.js";

test("a light comes to its place without passing it", () => {
  const light = new Light({ x: 0, y: 0 }, 3);
  for (let now = 0; now < 1; now += 1 / 60) {
    light.follow({ x: 600, y: 0 }, 0.05, 1 / 60, now);
    assert.ok(light.x <= 600 + 1e-6 && light.x >= 0);
  }
  assert.ok(Math.abs(light.x - 600) < 0.1);
});

test("a light is at most 60 ms behind a light that moves steadily", () => {
  for (const rate of [30, 60, 120]) {
    const light = new Light({ x: 0, y: 0 }, 3);
    let now = 0;
    while (now < 1) light.follow({ x: 1000 * (now += 1 / rate), y: 0 }, 0.05, 1 / rate, now);
    assert.ok(1000 * now - light.x <= 60, `${(1000 * now - light.x).toFixed()} ms at ${rate} frames a second`);
  }
});

test("a line is as smooth at ten frames a second as at sixty", () => {
  for (const rate of [10, 60]) {
    const light = new Light({ x: 500, y: 0 }, 3);
    for (let now = 0; now < 2; now += 1 / rate) {
      light.follow({ x: 500 * Math.cos(3 * now), y: 500 * Math.sin(3 * now) }, 0.05, 1 / rate, now);
    }
    const { trail } = light;
    for (let i = trail.first + 1; i < trail.end; i += 1) {
      assert.ok(Math.hypot(trail.x[i] - trail.x[i - 1], trail.y[i] - trail.y[i - 1]) < 30);
    }
  }
});

test("a trail forgets, and never runs out of room", () => {
  const trail = new Trail(2);
  for (let i = 0; i < 10_000; i += 1) trail.add(5 * i, 0, i / 1000, 3, 1);
  assert.equal(trail.x[trail.end - 1], 5 * 9_999);
  trail.forget(9.999 + 2);
  assert.equal(trail.first, trail.end);
});

test("lights that rest in one place make room; lights that pass hardly move", () => {
  const lights = Array.from({ length: 6 }, () => ({ goal: { x: 900, y: 500 }, aside: { x: 0, y: 0 } }));
  separate(lights, 80, 1 / 60);
  for (const { aside } of lights) assert.ok(Math.hypot(aside.x, aside.y) < 25);
  for (let i = 0; i < 180; i += 1) separate(lights, 80, 1 / 60);
  for (const [i, { aside: a }] of lights.entries()) {
    for (const { aside: b } of lights.slice(i + 1)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > 30);
  }
});

test("a burst ends", () => {
  const burst = new Burst({ x: 1, y: 2 }, "star", [1, 2, 3], 10, () => 0.5);
  assert.equal(burst.isOver(10.5), false);
  assert.equal(burst.isOver(12), true);
});

test("a strip grows and keeps what it holds", () => {
  const strip = new TriangleStrip();
  for (let i = 0; i < 3_000; i += 1) strip.disc(i, 2 * i, 1, packed([1, 2, 3], 1));
  assert.equal(strip.data.length, 5 * strip.corners);
  assert.deepEqual([...strip.data.slice(0, 4)], [-1, -1, -1, -1]);
  assert.ok(strip.data.every((value, i) => i % 5 === 4 || Number.isFinite(value)));
});

test("a light that goes back and forth leaves a line without holes or spikes", () => {
  const light = new Light({ x: 500, y: 500 }, 3);
  const strip = new TriangleStrip();
  for (let now = 0; now < 3; now += 1 / 60) light.follow({ x: 500 + 300 * Math.sign(Math.sin(9 * now)), y: 500 }, 0.05, 1 / 60, now);
  addRibbon(strip, light, 20, [255, 166, 43], 1, 3);
  const { data } = strip;
  for (let i = 0; i < data.length; i += 5) {
    assert.ok(data[i] > 150 && data[i] < 850 && data[i + 1] > 465 && data[i + 1] < 535, `${data[i]}, ${data[i + 1]}`);
  }
});
