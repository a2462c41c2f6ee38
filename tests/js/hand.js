// A hand that holds a phone, as far as a filter can tell, and the way its samples travel.
// @ts-check
import { seeded } from "../../static/js/display/stage/stage-api.js";
import { about, multiply } from "../../static/js/shared/motion.js";
import { hasMoved, sampleOf } from "../../static/js/client/samples.js";

/** @import { Tilt } from "../../static/js/protocol.js" */
/** @import { Point, Quaternion } from "../../static/js/shared/motion.js" */

const START = 1000; // milliseconds on the server's clock
const SETTLE = 200; // milliseconds after which the phone sends the small rest of a movement
const TREMOR = 0.3; // degrees; of a hand held out, at 8 to 10 Hz
const CLOCK_ERROR = 3; // milliseconds that the phone's idea of the server's clock is off, as over Wi-Fi
const LATE = 1.5; // milliseconds from a reading to its time stamp, usually
const STEP = 0.1; // degrees between two values that browsers give, so that sensors can't tell who holds them

/** @typedef {(at: number) => Quaternion} Motion how the phone is held at a moment, in milliseconds on the server's clock */
/** @typedef {{at: number, to: Point, lasts: number}} Reach a movement to a place: degrees across and up, milliseconds */
/** @typedef {{arrives: number, tilt: Tilt}} Delivery a sample and the moment at which the display has it */
/** @typedef {{motion: Motion, ends: number}} Recording */

/**
 * A hand that aims, flicks, stops, rests and paints circles, and trembles all the while.
 * @param {number} seed
 * @returns {Recording} about half a minute
 */
export function handAtPlay(seed) {
  const random = seeded(seed);
  const between = (/** @type {number} */ least, /** @type {number} */ most) => least + (most - least) * random();
  const anywhere = () => ({ x: between(-25, 25), y: between(-15, 15) });
  /** @type {Reach[]} */ const reaches = [];
  let at = START;
  const reach = (/** @type {Point} */ to, /** @type {number} */ lasts, /** @type {number} */ rests) => {
    reaches.push({ at, to, lasts });
    at += lasts + rests;
  };
  for (let round = 0; round < 5; round += 1) {
    reach(anywhere(), between(900, 1800), between(300, 800)); // aims slowly
    reach(anywhere(), between(350, 600), between(100, 400)); // points elsewhere
    const side = random() < 0.5 ? -1 : 1;
    reach({ x: side * between(22, 35), y: between(-8, 8) }, between(350, 500), between(100, 300));
    reach({ x: -side * between(22, 35), y: between(-8, 8) }, between(250, 350), between(300, 900)); // flicks, stops
  }
  const circles = { from: at, radius: between(6, 10), turn: between(800, 1400) };
  const shake = tremor(random);
  return { ends: at + 4 * circles.turn, motion: (moment) => posed(sum(sum(reached(reaches, moment), circled(circles, moment)), shake(moment))) };
}

/**
 * One quick turn to the right that stops, without tremor.
 * @param {number} degrees
 * @param {number} lasts milliseconds
 * @returns {Recording & {stops: number}}
 */
export function flick(degrees, lasts) {
  const reach = { at: START + 500, to: { x: degrees, y: 0 }, lasts };
  const stops = reach.at + lasts;
  return { stops, ends: stops + 600, motion: (moment) => posed(reached([reach], moment)) };
}

/**
 * What the phone sends of a motion, as the display gets it: whole milliseconds, whole units, nothing from a still phone.
 * @param {Recording} recording
 * @param {{perSecond: number, age: number, jitter: number, seed: number}} way samples a second; milliseconds on the way,
 *   and how much longer it usually takes (rarely a multiple of it)
 * @returns {Delivery[]} in the order of arrival
 */
export function delivered({ motion, ends }, { perSecond, age, jitter, seed }) {
  const random = seeded(seed);
  /** @type {Delivery[]} */ const deliveries = [];
  /** @type {Tilt | undefined} */ let sent;
  let sentAt = 0;
  let before = 0; // arrival of the last one: a stream keeps its order
  for (let count = 0; ; count += 1) {
    const moment = START + (count * 1000) / perSecond + 2 * random();
    if (moment > ends) return deliveries;
    const off = () => STEP * (random() - 0.5);
    const attitude = multiply(motion(moment), multiply(about("z", off()), about("x", off())));
    const tilt = sampleOf("tilt", count, Math.round(moment + CLOCK_ERROR - LATE * Math.log(1 - random())), [...attitude, 40]);
    if (sent && !hasMoved("tilt", sent, tilt) && moment - sentAt < SETTLE) continue;
    [sent, sentAt] = [tilt, moment];
    before = Math.max(before, moment + age - jitter * Math.log(1 - random()));
    deliveries.push({ arrives: before, tilt });
  }
}

/** @param {Point} place degrees across and up @returns {Quaternion} that a wrist rolls a little on the way */
function posed({ x, y }) {
  return multiply(multiply(about("z", -x), about("x", y)), about("y", 0.3 * x));
}

/** @param {readonly Reach[]} reaches @param {number} moment @returns {Point} */
function reached(reaches, moment) {
  let place = { x: 0, y: 0 };
  for (const { at, to, lasts } of reaches) {
    const part = Math.min(1, Math.max(0, (moment - at) / lasts));
    const eased = part ** 3 * (10 - 15 * part + 6 * part ** 2); // minimum jerk. Source: Flash and Hogan (1985)
    place = { x: place.x + (to.x - place.x) * eased, y: place.y + (to.y - place.y) * eased };
  }
  return place;
}

/** @param {{from: number, radius: number, turn: number}} circles degrees, milliseconds @param {number} moment @returns {Point} */
function circled({ from, radius, turn }, moment) {
  if (moment < from) return { x: 0, y: 0 };
  const round = (2 * Math.PI * (moment - from)) / turn;
  const wide = radius * Math.min(1, (moment - from) / turn);
  return { x: wide * Math.sin(round), y: wide * (1 - Math.cos(round)) };
}

/** @param {() => number} random @returns {(moment: number) => Point} degrees */
function tremor(random) {
  const waves = [0, 1, 2, 3].map(() => ({ pace: (2 * Math.PI * (8 + 2 * random())) / 1000, phase: 2 * Math.PI * random() }));
  const wave = (/** @type {number} */ which, /** @type {number} */ moment) => Math.sin(waves[which].pace * moment + waves[which].phase);
  return (moment) => ({ x: (TREMOR / 2) * (wave(0, moment) + wave(1, moment)), y: (TREMOR / 2) * (wave(2, moment) + wave(3, moment)) });
}

/** @param {Point} a @param {Point} b @returns {Point} */
function sum(a, b) {
  return { x: a.x + b.x, y: a.y + b.y };
}
