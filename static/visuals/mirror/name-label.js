// Label with a phone's number and name, drawn at exactly the size it is seen.
// @ts-check
import { CanvasTexture, LinearFilter, SRGBColorSpace } from "../../vendor/three/three.module.js";
import { MIN_TYPE_UNITS, font, unitOf } from "../_kit/type.js";

/** @import { Phone, Stage } from "../../js/display/stage/contract.js" */

const WEIGHT = 650;
const LARGE_UNITS = 1.15;
const LEADING = 1.2; // of the font size, from line to line

export class NameLabel {
  #canvas = document.createElement("canvas");
  #phone;
  #stage;
  texture = new CanvasTexture(this.#canvas);
  width = 1; // CSS pixels
  height = 1;

  /**
   * @param {Phone} phone
   * @param {Stage} stage
   */
  constructor(phone, stage) {
    this.#phone = phone;
    this.#stage = stage;
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.generateMipmaps = false;
    this.texture.minFilter = LinearFilter;
  }

  /** @param {number} room CSS pixels that it may be wide */
  draw(room) {
    const { ratio, palette } = this.#stage;
    const unit = unitOf(this.#stage);
    const pen = /** @type {CanvasRenderingContext2D} */ (this.#canvas.getContext("2d"));
    const { size, lines } = this.#fit(pen, room, unit);
    this.width = Math.ceil(Math.max(1, ...lines.map((line) => pen.measureText(line).width)) + 2);
    this.height = Math.ceil(lines.length * size * LEADING);
    this.texture.dispose();
    this.#canvas.width = Math.ceil(this.width * ratio);
    this.#canvas.height = Math.ceil(this.height * ratio);
    pen.scale(ratio, ratio);
    pen.font = font(WEIGHT, size);
    pen.fillStyle = palette.text;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    lines.forEach((line, i) => pen.fillText(line, this.width / 2, (i + 0.5) * size * LEADING));
    this.texture.needsUpdate = true;
  }

  close() {
    this.texture.dispose();
  }

  /**
   * One line, or a smaller one, or two small ones.
   * @param {CanvasRenderingContext2D} pen
   * @param {number} room CSS pixels
   * @param {number} unit CSS pixels
   */
  #fit(pen, room, unit) {
    const line = `${this.#phone.number || ""} ${this.#phone.name}`.trim();
    for (const size of [LARGE_UNITS * unit, MIN_TYPE_UNITS * unit]) {
      pen.font = font(WEIGHT, size);
      if (pen.measureText(line).width <= room) return { size, lines: [line] };
    }
    return { size: MIN_TYPE_UNITS * unit, lines: halves(line) };
  }
}

/** @param {string} line @returns {string[]} at the last space */
function halves(line) {
  const space = line.lastIndexOf(" ");
  return space < 0 ? [line] : [line.slice(0, space), line.slice(space + 1)];
}
