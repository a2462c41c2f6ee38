// Drawing of the score: lines of pitches and beats, the playing line, and the notes.
// @ts-check
import { BAR_MS, BEAT_MS, LOOP_MS, phase } from "./beat.js";
import { DEGREES, isRoot } from "./scale.js";
import { degreeAt, strength } from "./score.js";

/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { Shape } from "../../js/protocol.js" */
/** @import { CanvasPainter } from "./canvas-painter.js" */
/** @import { Note } from "./score.js" */
/** @import { Staff } from "./staff.js" */

const BEAD_UNITS = 1.5;
const TAIL = [[0.5, 0.5], [0.16, 1]]; // units wide, and how strong: a soft line with a heart
const RING_MS = 700; // milliseconds that a ring lasts
const REACH_UNITS = 3.4; // units that it grows
const TURN_MS = 60; // milliseconds in which a tail turns to another pitch

/** @typedef {{shape: Shape, paint: string}} Look */

/**
 * @param {CanvasPainter} painter
 * @param {Staff} staff
 * @param {Stage} stage
 * @param {number} now
 */
export function drawLines(painter, staff, { palette, theme, calm }, now) {
  const { pen } = painter;
  const { unit, left, right } = staff;
  const [high, low] = [staff.y(DEGREES - 0.5), staff.y(-0.5)];
  const quiet = theme === "dark" ? 0.13 : 0.2;
  pen.strokeStyle = palette.quiet;
  for (let degree = 0; degree < DEGREES; degree += 1) {
    pen.globalAlpha = isRoot(degree) ? 1.7 * quiet : 0.8 * quiet;
    pen.lineWidth = 0.07 * unit;
    pen.beginPath();
    pen.moveTo(left, staff.y(degree));
    pen.lineTo(right, staff.y(degree));
    pen.stroke();
  }
  for (let at = 0; at < LOOP_MS; at += BEAT_MS) {
    const x = staff.x(at, now);
    const sounds = calm ? 1 - Math.min(1, phase(now - at, LOOP_MS) * (LOOP_MS / BEAT_MS)) : 0;
    pen.globalAlpha = staff.light(x) * (at % BAR_MS === 0 ? 2.6 : 1.3) * quiet + 0.5 * sounds;
    pen.lineWidth = (at % BAR_MS === 0 ? 0.14 : 0.08) * unit;
    pen.beginPath();
    pen.moveTo(x, high);
    pen.lineTo(x, low);
    pen.stroke();
  }
  if (calm) return;
  const pulse = (1 - phase(now, BEAT_MS)) ** 2;
  const bar = phase(now, BAR_MS) < BEAT_MS / BAR_MS ? 1 : 0.6;
  for (const [wide, alpha] of [[1.5, 0.05], [0.7, 0.1], [0.22, 0.5]]) {
    pen.strokeStyle = palette.text;
    pen.globalAlpha = alpha * (0.5 + 0.8 * pulse * bar);
    pen.lineWidth = wide * unit * (1 + 0.35 * pulse * bar);
    pen.beginPath();
    pen.moveTo(staff.line, high);
    pen.lineTo(staff.line, low);
    pen.stroke();
  }
}

/**
 * @param {CanvasPainter} painter
 * @param {Staff} staff
 * @param {Stage} stage
 * @param {Note} note
 * @param {Look} look
 * @param {number} now
 */
export function drawNote(painter, staff, { calm }, note, { shape, paint }, now) {
  const { unit } = staff;
  const x = staff.x(note.at, now);
  const since = phase(now - note.at, LOOP_MS) * LOOP_MS; // milliseconds since it last sounded
  if (now < note.at) return; // it falls on the next step
  const shown = strength(note, now) * staff.light(x);
  if (shown < 0.01) return;
  const sounds = since < note.lasts && note.gone === Infinity ? 1 - since / note.lasts : 0;
  drawTail(painter, staff, note, paint, x, now, shown * (0.35 + 0.65 * sounds));
  const y = staff.y(note.degree);
  painter.glow(x, y, 3.2 * unit, paint, shown * (0.16 + 0.7 * sounds ** 2));
  painter.mark(shape, x, y, BEAD_UNITS * unit * (calm ? 1 : 1 + 0.5 * sounds ** 4), paint, shown);
  if (since < RING_MS && note.gone === Infinity) drawRing(painter, unit, calm ? x : staff.line, y, paint, shown, since / RING_MS, calm);
}

/**
 * As long as it sounds, bent as it was played.
 * @param {CanvasPainter} painter
 * @param {Staff} staff
 * @param {Note} note
 * @param {string} paint
 * @param {number} x of its bead
 * @param {number} now
 * @param {number} shown
 */
function drawTail(painter, staff, note, paint, x, now, shown) {
  const { pen } = painter;
  const lasts = Math.min(note.lasts, now - note.at);
  pen.strokeStyle = paint;
  pen.beginPath();
  pen.moveTo(x, staff.y(note.degree));
  for (const { after } of note.bends) {
    if (after > lasts) break;
    pen.lineTo(x + after * staff.speed, staff.y(degreeAt(note, after - 1)));
    pen.lineTo(x + Math.min(lasts, after + TURN_MS) * staff.speed, staff.y(degreeAt(note, after)));
  }
  pen.lineTo(x + lasts * staff.speed, staff.y(degreeAt(note, lasts)));
  for (const [wide, alpha] of TAIL) {
    pen.globalAlpha = alpha * shown;
    pen.lineWidth = wide * staff.unit;
    pen.stroke();
  }
}

/** @param {CanvasPainter} painter @param {number} unit @param {number} x @param {number} y @param {string} paint @param {number} shown @param {number} part @param {boolean} calm */
function drawRing(painter, unit, x, y, paint, shown, part, calm) {
  const { pen } = painter;
  pen.strokeStyle = paint;
  pen.globalAlpha = 0.8 * shown * (1 - part) ** 1.5;
  pen.lineWidth = 0.28 * unit * (1 - part) + 0.04 * unit;
  pen.beginPath();
  pen.arc(x, y, unit * (1 + (calm ? 0.5 : 1 - (1 - part) ** 3) * REACH_UNITS), 0, 2 * Math.PI);
  pen.stroke();
}
