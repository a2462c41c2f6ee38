// Drawing on a plain canvas: its context, a clean frame, and marks of seats.
// @ts-check
/** @import { Stage } from "../../js/display/stage/contract.js" */

/** @typedef {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} Pen */

const OUTLINE_SIDE = 24; // of the box that outlines of shapes are drawn in

/**
 * Return a canvas's 2D context. The picture hides what is behind it, which is quicker.
 * @param {HTMLCanvasElement} canvas of the stage
 */
export function penOf(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { alpha: false }));
}

/**
 * Begin a frame: CSS pixels from the upper left, full strength, and nothing but the theme's ground.
 * @param {CanvasRenderingContext2D} pen
 * @param {Pick<Stage, "width" | "height" | "ratio" | "palette">} stage
 */
export function beginFrame(pen, { width, height, ratio, palette }) {
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.globalCompositeOperation = "source-over";
  pen.globalAlpha = 1;
  pen.fillStyle = palette.ground;
  pen.fillRect(0, 0, width, height);
}

/**
 * Fill the mark of a seat with the pen's `fillStyle`.
 * @param {Pen} pen
 * @param {Path2D} outline as `stage.outline(phone.shape)` returns it
 * @param {number} x of its middle
 * @param {number} y
 * @param {number} size of the box it is drawn in
 * @param {number} [turned] radians clockwise
 */
export function fillMark(pen, outline, x, y, size, turned = 0) {
  pen.save();
  pen.translate(x, y);
  pen.rotate(turned);
  pen.scale(size / OUTLINE_SIDE, size / OUTLINE_SIDE);
  pen.translate(-OUTLINE_SIDE / 2, -OUTLINE_SIDE / 2);
  pen.fill(outline);
  pen.restore();
}
