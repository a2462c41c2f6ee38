// Sprite sheet of marks: every shape and every digit on one picture, for WebGL.
// @ts-check
import { OUTLINE } from "../../js/shared/marks.js";
import { font } from "./type.js";

/** @import { Shape } from "../../js/protocol.js" */

const SHAPES = /** @type {Shape[]} */ (Object.keys(OUTLINE));
const CELL = 128; // pixels
const COLUMNS = 8;
const WIDTH = COLUMNS * CELL;
const HEIGHT = 4 * CELL; // rows: marks, digits 0 to 7, 8 and 9, marks without a rim
const MARK = 92; // pixels that a mark's box of 24 takes of its cell
const DIGIT = 92; // pixels of a digit's font size
const RIM = 8; // pixels of ground round everything, so that it stands out from its own glow
const BOX = 24; // of outlines

/** Side of a cell, of the mark's size. */
export const MARK_MARGIN = CELL / MARK;
/** Side of a cell, of the digit's font size. */
export const DIGIT_MARGIN = CELL / DIGIT;
/** From one digit to the next, of the font size. */
export const DIGIT_STEP = 0.6;
/** Side of a cell, of the sheet's width and height. */
export const [PATCH_WIDTH, PATCH_HEIGHT] = [CELL / WIDTH, CELL / HEIGHT];

/** @typedef {readonly [left: number, top: number, right: number, bottom: number]} Patch fractions of the sheet */

/** @param {Shape} shape @returns {Patch} the mark, with a rim of the ground */
export function markPatch(shape) {
  return PATCHES[SHAPES.indexOf(shape)];
}

/** @param {Shape} shape @returns {Patch} the mark without a rim */
export function sparkPatch(shape) {
  return PATCHES[3 * COLUMNS + SHAPES.indexOf(shape)];
}

/** @param {number} digit 0 to 9 @returns {Patch} */
export function digitPatch(digit) {
  return PATCHES[COLUMNS + digit];
}

/**
 * Paint the sheet; do so again after `fontReady`, for digits in the page's typeface.
 * @param {(shape: Shape) => Path2D} outline as the stage has it
 * @returns {HTMLCanvasElement} red: the mark or digit itself; green: with its rim
 */
export function drawSheet(outline) {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.fillStyle = "#000";
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.lineJoin = "round";
  SHAPES.forEach((shape, place) => {
    toBox(pen, place);
    pen.lineWidth = (2 * RIM * BOX) / MARK;
    twice(pen, () => pen.stroke(outline(shape)), () => pen.fill(outline(shape)));
    toBox(pen, 3 * COLUMNS + place);
    pen.fill(outline(shape));
  });
  pen.resetTransform();
  pen.font = font(700, DIGIT);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineWidth = 2 * RIM;
  for (let digit = 0; digit < 10; digit += 1) {
    const [left, top] = corner(COLUMNS + digit);
    const [x, y] = [left + CELL / 2, top + CELL / 2 + 0.04 * DIGIT];
    twice(pen, () => pen.strokeText(String(digit), x, y), () => pen.fillText(String(digit), x, y));
  }
  return canvas;
}

/** @param {readonly number[]} patch @returns {{shape?: Shape, digit?: number}} what is on it, for a plain canvas */
export function contents([left, top]) {
  const cell = Math.round(left * COLUMNS) + COLUMNS * Math.round((top * HEIGHT) / CELL);
  const digit = cell - COLUMNS;
  return digit >= 0 && digit < 10 ? { digit } : { shape: SHAPES[cell % COLUMNS] };
}

/** @param {CanvasRenderingContext2D} pen @param {number} cell */
function toBox(pen, cell) {
  const [left, top] = corner(cell);
  pen.setTransform(MARK / BOX, 0, 0, MARK / BOX, left + (CELL - MARK) / 2, top + (CELL - MARK) / 2);
}

/** @param {CanvasRenderingContext2D} pen @param {() => void} rim @param {() => void} itself */
function twice(pen, rim, itself) {
  pen.fillStyle = pen.strokeStyle = "#0f0";
  rim();
  pen.fillStyle = "#ff0";
  itself();
}

/** @param {number} cell @returns {[left: number, top: number]} pixels */
function corner(cell) {
  return [(cell % COLUMNS) * CELL, Math.floor(cell / COLUMNS) * CELL];
}

/** @type {readonly Patch[]} */
const PATCHES = Array.from({ length: 4 * COLUMNS }, (_, cell) => {
  const [left, top] = corner(cell);
  return [left / WIDTH, top / HEIGHT, (left + CELL) / WIDTH, (top + CELL) / HEIGHT];
});
