// All marks and figures on one picture, for the graphics chip.
// @ts-check
import { OUTLINE } from "../../js/shared/marks.js";

/** @import { Shape } from "../../js/protocol.js" */

const SHAPES = /** @type {Shape[]} */ (Object.keys(OUTLINE));
const CELL = 128; // pixels
const COLUMNS = 8;
const WIDTH = COLUMNS * CELL;
const HEIGHT = 4 * CELL; // marks, figures 0 to 7, 8 and 9, marks without a rim
const MARK = 92; // pixels that a mark's box of 24 takes of its cell
const FIGURE = 92; // pixels of a figure's font size
const RIM = 8; // pixels of ground round everything, so that it stands out from its own glow
const FONT = `700 ${FIGURE}px Hyperlegible, system-ui, sans-serif`;

/** How much larger than a mark, or than a font size, its cell is. */
export const MARK_MARGIN = CELL / MARK;
export const FIGURE_MARGIN = CELL / FIGURE;
export const FIGURE_STEP = 0.6; // of the font size from one figure to the next
export const PATCH_WIDTH = CELL / WIDTH; // of the sheet
export const PATCH_HEIGHT = CELL / HEIGHT;

/** @typedef {readonly [left: number, top: number]} Patch fractions of the sheet; all are as large */

/** @param {Shape} shape @returns {Patch} */
export function markPatch(shape) {
  return PATCHES[SHAPES.indexOf(shape)];
}

/** @param {Shape} shape @returns {Patch} the mark without a rim */
export function sparkPatch(shape) {
  return PATCHES[3 * COLUMNS + SHAPES.indexOf(shape)];
}

/** @param {number} figure 0 to 9 @returns {Patch} */
export function figurePatch(figure) {
  return PATCHES[COLUMNS + figure];
}

/**
 * @param {(shape: Shape) => Path2D} outline
 * @returns {HTMLCanvasElement} red: the thing itself; green: the thing and its rim
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
    pen.lineWidth = (2 * RIM * 24) / MARK;
    twice(pen, () => pen.stroke(outline(shape)), () => pen.fill(outline(shape)));
    toBox(pen, 3 * COLUMNS + place);
    pen.fill(outline(shape));
  });
  pen.resetTransform();
  pen.font = FONT;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineWidth = 2 * RIM;
  for (let figure = 0; figure < 10; figure += 1) {
    const [left, top] = corner(COLUMNS + figure);
    const [x, y] = [left + CELL / 2, top + CELL / 2 + 0.04 * FIGURE];
    twice(pen, () => pen.strokeText(String(figure), x, y), () => pen.fillText(String(figure), x, y));
  }
  return canvas;
}

/** @param {Patch} patch @returns {{shape?: Shape, figure?: number}} what is on it */
export function contents([left, top]) {
  const cell = Math.round(left * COLUMNS) + COLUMNS * Math.round((top * HEIGHT) / CELL);
  const figure = cell - COLUMNS;
  return figure >= 0 && figure < 10 ? { figure } : { shape: SHAPES[cell % COLUMNS] };
}

/** @returns {Promise<unknown>} when figures can be drawn in the page's own type */
export function fontReady() {
  return document.fonts.load(FONT, "0123456789");
}

/** @param {CanvasRenderingContext2D} pen @param {number} cell */
function toBox(pen, cell) {
  const [left, top] = corner(cell);
  pen.setTransform(MARK / 24, 0, 0, MARK / 24, left + (CELL - MARK) / 2, top + (CELL - MARK) / 2);
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
  return [left / WIDTH, top / HEIGHT];
});
