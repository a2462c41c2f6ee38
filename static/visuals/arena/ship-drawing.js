// Drawing of a ship: a lit disc with its seat's shape, nose, number and flame.
// @ts-check
import { fillMark } from "../_kit/canvas.js";
import { font } from "../_kit/type.js";

/** @import { Phone, Stage } from "../../js/display/stage/contract.js" */
/** @import { Ship } from "./ship.js" */
/** @import { View } from "./view.js" */

const SMALLEST_UNITS = 1; // type units that a number has at least

/** @typedef {{pen: CanvasRenderingContext2D, stage: Stage, view: View, size: number}} Easel size: a ship's radius in units */

/**
 * @param {Easel} easel
 * @param {Ship} ship
 * @param {Pick<Phone, "paint" | "shape"> | undefined} phone none for a drone
 */
export function drawShip({ pen, stage, view, size }, ship, phone) {
  const height = ship.height;
  if (height <= 0) return;
  const radius = size * view.unit * (0.35 + 0.65 * height);
  const awake = phone && !ship.away;
  const paint = awake ? phone.paint : stage.palette.quiet;
  pen.save();
  pen.translate(view.x + ship.x * view.unit, view.y + ship.y * view.unit + (1 - height) * 2 * radius);
  pen.globalAlpha = height * (ship.away ? 0.4 : ship.spared > 0 ? 0.7 : 1);
  pen.rotate(ship.heading);
  if (ship.burning > 0) drawFlame(pen, radius, paint);
  drawBody(pen, stage, radius, paint, ship);
  pen.rotate(-ship.heading);
  if (phone) {
    pen.fillStyle = paint;
    fillMark(pen, stage.outline(phone.shape), 0, 0, 1.24 * radius);
  }
  pen.restore();
}

/** @param {Easel} easel @param {Ship} ship @param {Phone} phone */
export function drawNumber({ pen, stage, view, size }, ship, phone) {
  if (ship.height < 1) return;
  const radius = size * view.unit;
  pen.font = font(700, Math.max(SMALLEST_UNITS * view.type, 0.55 * radius));
  pen.textAlign = "center";
  pen.textBaseline = "top";
  pen.globalAlpha = ship.away ? 0.5 : 1;
  pen.lineWidth = 0.3 * view.type;
  pen.lineJoin = "round";
  pen.strokeStyle = stage.palette.ground;
  pen.fillStyle = stage.palette.text;
  const [x, y] = [view.x + ship.x * view.unit, view.y + ship.y * view.unit + 1.12 * radius];
  pen.strokeText(String(phone.number), x, y);
  pen.fillText(String(phone.number), x, y);
  pen.globalAlpha = 1;
}

/** @param {CanvasRenderingContext2D} pen @param {Stage} stage @param {number} radius @param {string} paint @param {Ship} ship */
function drawBody(pen, stage, radius, paint, ship) {
  pen.beginPath(); // a disc with a nose
  pen.arc(0, 0, radius, 0.42, 2 * Math.PI - 0.42);
  pen.lineTo(1.34 * radius, 0);
  pen.closePath();
  pen.lineJoin = "round";
  pen.lineWidth = 0.2 * radius;
  pen.strokeStyle = paint;
  pen.stroke();
  pen.fillStyle = stage.theme === "dark" ? "#0B0E14" : "#FFFFFF";
  pen.fill();
  pen.fillStyle = `${paint}3d`;
  pen.fill();
  if (ship.charge >= 1 || ship.isDrone) return;
  pen.beginPath(); // how far it is charged again
  pen.lineWidth = 0.09 * radius;
  pen.strokeStyle = stage.palette.text;
  pen.arc(0, 0, 0.8 * radius, Math.PI * (1 - ship.charge), Math.PI * (1 + ship.charge));
  pen.stroke();
}

/** @param {CanvasRenderingContext2D} pen @param {number} radius @param {string} paint */
function drawFlame(pen, radius, paint) {
  const flame = pen.createLinearGradient(-0.8 * radius, 0, -3 * radius, 0);
  flame.addColorStop(0, paint);
  flame.addColorStop(1, `${paint}00`);
  pen.fillStyle = flame;
  pen.beginPath();
  pen.moveTo(-0.6 * radius, -0.75 * radius);
  pen.lineTo(-3 * radius, 0);
  pen.lineTo(-0.6 * radius, 0.75 * radius);
  pen.fill();
}
