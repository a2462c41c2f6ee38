// Canvas painter of lights, where the computer has no WebGL.
// @ts-check
import { beginFrame, fillMark } from "../_kit/canvas.js";
import { css, mix, rgb } from "../_kit/colour.js";
import { font, unitOf } from "../_kit/type.js";

/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { Rgb } from "../_kit/colour.js" */
/** @import { Painter } from "./gl-painter.js" */

const PARTS = 10; // of a line, each with one strength

/** @implements {Painter} */
export class CanvasPainter {
  #stage;
  #pen;

  /**
   * @param {Stage} stage
   * @param {CanvasRenderingContext2D} pen
   */
  constructor(stage, pen) {
    this.#stage = stage;
    this.#pen = pen;
  }

  begin() {
    beginFrame(this.#pen, this.#stage);
    this.#pen.lineCap = this.#pen.lineJoin = "round";
    this.#pen.textAlign = "center";
    this.#pen.textBaseline = "middle";
  }

  /** @type {Painter["line"]} */
  line(light, radius, paint, strength, now) {
    const { trail } = light;
    const share = Math.max(1, Math.ceil((trail.end - trail.first) / PARTS));
    this.#pen.globalCompositeOperation = this.#stage.theme === "dark" ? "lighten" : "darken";
    for (let from = trail.first; from < trail.end; from += share) {
      const path = new Path2D();
      const to = Math.min(trail.end, from + share);
      for (let place = from; place < to; place += 1) path.lineTo(trail.x[place], trail.y[place]);
      if (to < trail.end) path.lineTo(trail.x[to], trail.y[to]);
      else path.lineTo(light.x, light.y);
      const life = trail.life(to, now) ** 1.5 * strength;
      this.#stroke(path, 1.1 * radius, paint, 0.1 * life);
      this.#stroke(path, 0.5 * radius, paint, 0.25 * life);
      this.#stroke(path, 0.22 * radius, paint, life);
    }
  }

  /** @type {Painter["glow"]} */
  glow(x, y, radius, paint, strength) {
    const air = this.#pen.createRadialGradient(x, y, 0, x, y, radius);
    for (const far of [0, 0.25, 0.5, 0.75, 1]) air.addColorStop(far, css(paint, strength * (1 - far) ** 3));
    this.#pen.globalCompositeOperation = this.#stage.theme === "dark" ? "lighter" : "multiply";
    this.#pen.fillStyle = air;
    this.#pen.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /** @type {Painter["mark"]} */
  mark(shape, x, y, size, turned, paint, strength) {
    this.#pen.globalCompositeOperation = "source-over";
    this.#pen.fillStyle = css(paint, strength);
    fillMark(this.#pen, this.#stage.outline(shape), x, y, size, turned);
  }

  /** @type {Painter["spark"]} */
  spark(...what) {
    this.mark(...what);
  }

  /** @type {Painter["number"]} */
  number(value, x, y, size, paint, strength) {
    this.#pen.globalCompositeOperation = "source-over";
    this.#pen.font = font(700, size);
    this.#pen.fillStyle = css(paint, strength);
    this.#pen.fillText(String(value), x, y);
  }

  end() {
    const unit = unitOf(this.#stage);
    this.#pen.globalCompositeOperation = "source-over";
    this.#pen.fillStyle = this.#pen.shadowColor = this.#stage.palette.ground;
    this.#pen.shadowBlur = 2 * unit * this.#stage.ratio;
    for (const { x, y, width, height } of this.#stage.words()) {
      this.#pen.fillRect(x - unit, y - unit, width + 2 * unit, height + 2 * unit);
    }
    this.#pen.shadowBlur = 0;
  }

  /** @param {Path2D} path @param {number} wide @param {Rgb} paint @param {number} strength */
  #stroke(path, wide, paint, strength) {
    this.#pen.lineWidth = wide;
    this.#pen.strokeStyle = css(mix(rgb(this.#stage.palette.ground), paint, strength), 1);
    this.#pen.stroke(path);
  }
}
