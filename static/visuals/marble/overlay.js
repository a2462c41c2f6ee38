// Overlay of a race: count-down, arrivals, last call and podium.
// @ts-check
import { fillMark } from "../_kit/canvas.js";
import { font } from "../_kit/type.js";
import { MAX_WINNERS, PODIUM_S } from "./race.js";

/** @import { Phone } from "../../js/display/stage/contract.js" */
/** @import { Easel } from "./marble-painter.js" */
/** @import { Race } from "./race.js" */

/** @typedef {{phone: Phone, took: number}} Winner took: seconds */

const STEPS = [8.4, 6, 4.4]; // type units: how high first, second and third stand
const STEP_UNITS = 9; // type units: how wide
const FROM_LEFT = [1, 0, 2]; // first stands in the middle
const ARRIVAL_S = 2.4; // seconds that a place is shown at the goal
const MAX_LISTED = 6; // of all rounds, at most

/** @param {Easel} easel @param {Race} race */
export function drawCount(easel, race) {
  const { pen, stage, view: { type } } = easel;
  const { x, y } = middleOf(easel, race);
  drawCard(easel, x, y, 22 * type, 11.6 * type);
  pen.fillStyle = stage.palette.text;
  write(pen, stage.t("maze", { number: race.round }), x, y - 3.7 * type, 700, 1.7 * type);
  write(pen, String(Math.ceil(race.left) || 1), x, y + 0.3 * type, 750, 5 * type);
  pen.fillStyle = stage.palette.quiet;
  const isCrowd = race.world.marbles.size > MAX_WINNERS;
  write(pen, stage.t(isCrowd ? "first_three" : "roll"), x, y + 4 * type, 500, 1.15 * type);
}

/** @param {Easel} easel @param {Race} race @param {ReadonlyMap<number, Phone>} phones */
export function drawArrivals({ pen, stage, view: { x, y, unit, type } }, race, phones) {
  const { maze } = race.world;
  const goal = maze.middle(maze.goal);
  const above = goal.y > maze.rows / 2 ? -1 : 1;
  const left = Math.min(Math.max(x + goal.x * unit, x + 5 * type), x + maze.columns * unit - 5 * type);
  for (const marble of race.arrived) {
    const phone = phones.get(marble.number);
    if (!phone || marble.sunk > ARRIVAL_S) continue;
    const rise = stage.calm ? 0.5 : Math.min(1, marble.sunk / 0.3);
    pen.globalAlpha = Math.min(1, (ARRIVAL_S - marble.sunk) / 0.5);
    pen.lineWidth = 0.5 * type;
    pen.lineJoin = "round";
    pen.strokeStyle = stage.palette.ground;
    pen.fillStyle = phone.paint;
    const top = y + goal.y * unit + above * unit * (0.3 + 0.5 * rise);
    write(pen, stage.t(`arrived.${marble.place}`, { number: marble.number }), left, top, 750, 2.2 * type, true);
  }
  pen.globalAlpha = 1;
}

/** How long the others have. @param {Easel} easel @param {Race} race */
export function drawLastCall({ pen, stage, view: { x, y, unit, type } }, race) {
  if (!Number.isFinite(race.left) || race.phase !== "roll") return;
  const { maze } = race.world;
  const goal = maze.middle(maze.goal);
  pen.fillStyle = stage.palette.text;
  pen.lineWidth = 0.3 * type;
  pen.lineJoin = "round";
  pen.strokeStyle = "#000";
  pen.fillStyle = "#fff";
  write(pen, String(Math.ceil(race.left)), x + goal.x * unit, y + goal.y * unit, 750, Math.max(type, 0.24 * unit), true);
}

/**
 * @param {Easel} easel
 * @param {Race} race
 * @param {readonly Winner[]} winners best first, three at most
 * @param {ReadonlyMap<number, Phone>} phones
 */
export function drawPodium(easel, race, winners, phones) {
  const { pen, stage, view: { type } } = easel;
  const { x, y } = middleOf(easel, race);
  const risen = stage.calm ? 1 : Math.min(1, (PODIUM_S - race.left) / 0.8);
  const foot = y + 3.2 * type;
  drawCard(easel, x, y, 34 * type, 29 * type);
  pen.fillStyle = stage.palette.text;
  write(pen, stage.t(winners.length ? "solved" : "nobody_arrived", { number: race.round }), x, y - 12 * type, 750, 2 * type);
  winners.forEach(({ phone, took }, i) => {
    const middle = x + (FROM_LEFT[i] - 1) * (STEP_UNITS + 0.5) * type;
    const high = STEPS[i] * type * risen;
    pen.fillStyle = stage.theme === "dark" ? "#263042" : "#eceae4";
    pen.strokeStyle = phone.paint;
    pen.lineWidth = 0.22 * type;
    pen.beginPath();
    pen.roundRect(middle - (STEP_UNITS / 2) * type, foot - high, STEP_UNITS * type, high, 0.5 * type);
    pen.fill();
    pen.stroke();
    pen.fillStyle = phone.paint;
    fillMark(pen, stage.outline(phone.shape), middle, foot - high - 2 * type, 3 * type);
    pen.fillStyle = stage.palette.text;
    write(pen, `${phone.number} ${phone.name}`, middle, foot + 1.2 * type, 700, 1.15 * type, false, STEP_UNITS * type);
    pen.globalAlpha = risen;
    if (high > 2.4 * type) write(pen, String(i + 1), middle, foot - high + 1.7 * type, 750, 2.2 * type);
    if (high > 4 * type) write(pen, stage.t("took", { seconds: took.toFixed(1) }), middle, foot - high + 3.6 * type, 500, 1.15 * type);
    pen.globalAlpha = 1;
  });
  drawWins(easel, race, phones, x, foot + 5.6 * type);
  pen.fillStyle = stage.palette.quiet;
  write(pen, stage.t("next_maze", { count: Math.max(1, Math.ceil(race.left)) }), x, foot + 9 * type, 500, 1.15 * type);
}

/** @param {Easel} easel @param {Race} race @param {ReadonlyMap<number, Phone>} phones @param {number} x @param {number} y */
function drawWins(easel, race, phones, x, y) {
  const { pen, stage, view: { type } } = easel;
  const best = [...race.wins].sort(([a, won], [b, more]) => more - won || a - b).filter(([number]) => phones.has(number)).slice(0, MAX_LISTED);
  if (best.length === 0) return;
  const wide = 5.2 * type;
  pen.fillStyle = stage.palette.quiet;
  write(pen, stage.t("won"), x, y - 1.7 * type, 500, 1.1 * type);
  best.forEach(([number, won], i) => {
    const phone = /** @type {Phone} */ (phones.get(number));
    const left = x + (i - (best.length - 1) / 2) * wide;
    pen.globalAlpha = phone.away ? 0.5 : 1;
    pen.fillStyle = phone.paint;
    fillMark(pen, stage.outline(phone.shape), left - 1.5 * type, y, 1.4 * type);
    pen.fillStyle = stage.palette.text;
    write(pen, `${number}: ${won}`, left + 1 * type, y, 700, 1.2 * type);
    pen.globalAlpha = 1;
  });
}

/** @param {Easel} easel @param {number} x of its middle @param {number} y @param {number} width @param {number} height */
function drawCard({ pen, stage, view: { type } }, x, y, width, height) {
  pen.globalAlpha = 0.97;
  pen.fillStyle = stage.palette.raised;
  pen.beginPath();
  pen.roundRect(x - width / 2, y - height / 2, width, height, type);
  pen.fill();
  pen.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {string} text
 * @param {number} x of its middle
 * @param {number} y
 * @param {number} weight
 * @param {number} size CSS pixels
 * @param {boolean} [hasEdge]
 * @param {number} [most] CSS pixels wide
 */
function write(pen, text, x, y, weight, size, hasEdge = false, most) {
  pen.font = font(weight, size);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  if (hasEdge) pen.strokeText(text, x, y, most);
  pen.fillText(text, x, y, most);
}

/** @param {Easel} easel @param {Race} race */
function middleOf({ view: { x, y, unit } }, { world: { maze } }) {
  return { x: x + (maze.columns * unit) / 2, y: y + (maze.rows * unit) / 2 };
}
