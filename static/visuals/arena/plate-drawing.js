// Drawing of the plate, seen from above, and of the minute that runs round it.
// @ts-check
import { ROUND_S } from "./match.js";

/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { Match } from "./match.js" */
/** @import { View } from "./view.js" */

const RINGS = 4;

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Stage} stage
 * @param {View} view
 * @param {Match} match
 * @param {boolean} isPlayed somebody is in
 */
export function drawPlate(pen, { palette, theme }, { x, y, unit, type }, match, isPlayed) {
  const radius = match.radius * unit;
  pen.save();
  pen.translate(x, y);
  pen.strokeStyle = palette.quiet;
  pen.globalAlpha = 0.35;
  pen.lineWidth = 0.08 * type;
  circle(pen, unit);
  pen.setLineDash([0.3 * type, 0.6 * type]);
  pen.stroke(); // as far as the plate went
  pen.setLineDash([]);
  pen.globalAlpha = 1;

  const light = pen.createRadialGradient(0, -0.3 * radius, 0.1 * radius, 0, 0, radius);
  light.addColorStop(0, theme === "dark" ? "#263042" : "#FFFFFF");
  light.addColorStop(1, theme === "dark" ? "#171D29" : "#E6E3DB");
  circle(pen, radius);
  pen.fillStyle = light;
  if (theme === "bright") {
    pen.shadowColor = "#0004";
    pen.shadowBlur = 1.5 * type;
    pen.shadowOffsetY = 0.4 * type;
  }
  pen.fill();
  pen.shadowColor = "transparent";
  pen.strokeStyle = palette.quiet;
  pen.globalAlpha = 0.14;
  for (let ring = 1; ring < RINGS; ring += 1) {
    circle(pen, (radius * ring) / RINGS);
    pen.stroke();
  }
  pen.globalAlpha = 1;
  if (isPlayed) drawMinute(pen, palette.text, radius, type, match);
  pen.restore();
}

/** @param {CanvasRenderingContext2D} pen @param {string} colour @param {number} radius @param {number} type @param {Match} match */
function drawMinute(pen, colour, radius, type, match) {
  pen.lineWidth = 0.34 * type;
  pen.lineCap = "round";
  pen.strokeStyle = colour;
  pen.globalAlpha = 0.22;
  circle(pen, radius);
  pen.stroke();
  pen.globalAlpha = 0.95;
  const share = match.phase === "round" ? match.left / ROUND_S : 1;
  if (share <= 0) return;
  pen.beginPath();
  pen.arc(0, 0, radius, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * share);
  pen.stroke();
}

/** @param {CanvasRenderingContext2D} pen @param {number} radius */
function circle(pen, radius) {
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 2 * Math.PI);
}
