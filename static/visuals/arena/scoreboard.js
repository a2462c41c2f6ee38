// Scoreboard of a round: clock, standings, and at the end a podium.
// @ts-check
import { fillMark } from "../_kit/canvas.js";
import { font } from "../_kit/type.js";

/** @import { Phone, Stage } from "../../js/display/stage/contract.js" */
/** @import { Match } from "./match.js" */
/** @import { Ship } from "./ship.js" */
/** @import { View } from "./view.js" */

const STEPS = [8.4, 5.6, 4]; // type units: how high first, second and third stand
const STEP_UNITS = 9; // type units: how wide
const FROM_LEFT = [1, 0, 2]; // first stands in the middle

/** @typedef {{pen: CanvasRenderingContext2D, stage: Stage, view: View}} Easel */

/**
 * The clock and the best, in a column beside the plate.
 * @param {Easel} easel
 * @param {Match} match
 * @param {ReadonlyMap<number, Phone>} phones
 */
export function drawBoard({ pen, stage, view }, match, phones) {
  const { type, board } = view;
  const left = Math.ceil(match.left);
  pen.textAlign = "left";
  pen.textBaseline = "top";
  pen.fillStyle = stage.palette.text;
  pen.font = font(700, 2.6 * type);
  pen.fillText(`${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`, board.x, board.y);
  let y = board.y + 4 * type;
  for (const ship of match.standings.slice(0, board.lines)) {
    const phone = phones.get(ship.number);
    if (!phone) continue;
    pen.globalAlpha = phone.away ? 0.5 : 1;
    pen.fillStyle = phone.paint;
    fillMark(pen, stage.outline(phone.shape), board.x + 0.8 * type, y + 0.65 * type, 1.5 * type);
    pen.fillStyle = stage.palette.text;
    pen.textAlign = "left";
    pen.font = font(600, 1.25 * type);
    pen.fillText(String(phone.number), board.x + 2.2 * type, y);
    pen.textAlign = "right";
    pen.font = font(750, 1.25 * type);
    pen.fillText(String(ship.score), board.x + 6.4 * type, y);
    y += 1.95 * type;
  }
  pen.globalAlpha = 1;
}

/**
 * @param {Easel} easel
 * @param {readonly Ship[]} winners best first, three at most
 * @param {ReadonlyMap<number, Phone>} phones
 * @param {number} risen 0 to 1
 */
export function drawPodium({ pen, stage, view }, winners, phones, risen) {
  const { x, y, type } = view;
  const foot = y + 6 * type;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = stage.palette.text;
  pen.font = font(750, 2.6 * type);
  pen.fillText(stage.t(winners.length ? "podium" : "nobody_fell"), x, y - 10.5 * type);
  winners.forEach((ship, i) => {
    const phone = phones.get(ship.number);
    if (!phone) return;
    const middle = x + (FROM_LEFT[i] - 1) * (STEP_UNITS + 0.5) * type;
    const high = STEPS[i] * type * risen;
    pen.fillStyle = stage.palette.raised;
    pen.strokeStyle = phone.paint;
    pen.lineWidth = 0.22 * type;
    pen.beginPath();
    pen.roundRect(middle - (STEP_UNITS / 2) * type, foot - high, STEP_UNITS * type, high, 0.5 * type);
    pen.fill();
    pen.stroke();
    pen.fillStyle = phone.paint;
    fillMark(pen, stage.outline(phone.shape), middle, foot - high - 2.1 * type, 3.2 * type);
    pen.fillStyle = stage.palette.text;
    pen.font = font(700, 1.3 * type);
    pen.fillText(`${phone.number} ${phone.name}`, middle, foot + 1.4 * type, STEP_UNITS * type);
    pen.globalAlpha = risen;
    pen.font = font(750, 1.9 * type);
    pen.fillText(`${i + 1}`, middle, foot - high + 1.5 * type);
    pen.font = font(500, 1.1 * type);
    if (high > 3.4 * type) pen.fillText(stage.t("points", { count: ship.score }), middle, foot - high + 3.2 * type);
    pen.globalAlpha = 1;
  });
}
