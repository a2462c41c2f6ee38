// Canvas painter: marks, glows, text, and soft edges round words.
// @ts-check
import { beginFrame, penOf } from "../_kit/canvas.js";
import { glowSprite } from "../_kit/glow.js";
import { font } from "../_kit/type.js";

/** @import { Rect, Stage } from "../../js/display/stage/contract.js" */
/** @import { Shape } from "../../js/protocol.js" */

const PARTING = [[1.4, 0.5], [0.95, 0.6], [0.5, 1]]; // units round words, and how much light goes out there

export class CanvasPainter {
  #stage;
  #pen;
  /** @type {Map<string, OffscreenCanvas>} */ #glows = new Map();

  /** @param {Stage} stage */
  constructor(stage) {
    this.#stage = stage;
    this.#pen = penOf(stage.canvas);
  }

  /** @returns {CanvasRenderingContext2D} for lines */
  get pen() {
    return this.#pen;
  }

  begin() {
    beginFrame(this.#pen, this.#stage);
    this.#pen.lineCap = this.#pen.lineJoin = "round";
    this.#pen.textBaseline = "middle";
  }

  /**
   * Light in the air; on paper, a stain.
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   * @param {string} paint CSS
   * @param {number} strength 0 to 1
   */
  glow(x, y, radius, paint, strength) {
    if (strength < 0.01) return;
    this.#pen.globalCompositeOperation = this.#stage.theme === "dark" ? "lighter" : "source-over";
    this.#pen.globalAlpha = strength;
    this.#pen.drawImage(this.#glow(paint), x - radius, y - radius, 2 * radius, 2 * radius);
    this.#pen.globalCompositeOperation = "source-over";
  }

  /**
   * @param {Shape} shape
   * @param {number} x
   * @param {number} y
   * @param {number} size
   * @param {string} paint CSS
   * @param {number} strength 0 to 1
   * @param {number} [rim] CSS pixels of ground round it
   */
  mark(shape, x, y, size, paint, strength, rim = 0) {
    const pen = this.#pen;
    const scale = size / 24;
    pen.save();
    pen.globalAlpha = strength;
    pen.translate(x - size / 2, y - size / 2);
    pen.scale(scale, scale);
    if (rim > 0) {
      pen.globalAlpha = Math.min(1, 2 * strength); // nothing shows through one that is away
      pen.lineWidth = (2 * rim) / scale;
      pen.strokeStyle = pen.fillStyle = this.#stage.palette.ground;
      pen.stroke(this.#stage.outline(shape));
      pen.fill(this.#stage.outline(shape));
      pen.globalAlpha = strength;
    }
    pen.fillStyle = paint;
    pen.fill(this.#stage.outline(shape));
    pen.restore();
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y its middle
   * @param {number} size
   * @param {string} paint
   * @param {number} strength 0 to 1
   * @param {CanvasTextAlign} align
   */
  text(text, x, y, size, paint, strength, align) {
    const pen = this.#pen;
    pen.globalAlpha = strength;
    pen.font = font(700, size);
    pen.textAlign = align;
    pen.lineWidth = size / 3;
    pen.strokeStyle = this.#stage.palette.ground;
    pen.strokeText(text, x, y);
    pen.fillStyle = paint;
    pen.fillText(text, x, y);
  }

  /** Let light part around words. @param {readonly Rect[]} words @param {number} unit */
  part(words, unit) {
    this.#pen.fillStyle = this.#stage.palette.ground;
    for (const { x, y, width, height } of words) {
      for (const [far, share] of PARTING) {
        this.#pen.globalAlpha = share;
        this.#pen.beginPath();
        this.#pen.roundRect(x - far * unit, y - far * unit, width + 2 * far * unit, height + 2 * far * unit, far * unit);
        this.#pen.fill();
      }
    }
  }

  /** @param {string} paint @returns {OffscreenCanvas} */
  #glow(paint) {
    const sprite = this.#glows.get(paint) ?? glowSprite(paint);
    this.#glows.set(paint, sprite);
    return sprite;
  }
}
