// Texture of a phone's glass: front with mark and number, back with mark.
// @ts-check
import { CanvasTexture, Color, SRGBColorSpace } from "../../vendor/three/three.module.js";
import { fillMark } from "../_kit/canvas.js";
import { font } from "../_kit/type.js";
import { WIDTH } from "./parts.js";

/** @import { Phone, Stage } from "../../js/display/stage/contract.js" */

const FINE = 1024; // pixels of the picture's height
const COARSE = 512;
const BACK = { dark: "#0a0c11", bright: "#dfe3e9" };

/** A picture twice as wide as a phone: front, then back. */
export class GlassTexture {
  #canvas = document.createElement("canvas");
  #phone;
  #stage;
  texture = new CanvasTexture(this.#canvas);

  /**
   * @param {Phone} phone
   * @param {Stage} stage
   */
  constructor(phone, stage) {
    this.#phone = phone;
    this.#stage = stage;
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.anisotropy = 8;
  }

  /** Draw it anew only if it should be finer, or need not be. @param {number} tall canvas pixels that the phone is high */
  fit(tall) {
    if (this.#canvas.height !== sideFor(tall)) this.draw(tall);
  }

  /** @param {number} tall canvas pixels that the phone is high on the screen */
  draw(tall) {
    const height = sideFor(tall);
    if (this.#canvas.height !== height) this.texture.dispose();
    this.#canvas.height = height;
    this.#canvas.width = height; // two halves, each stretched over the glass
    const pen = /** @type {CanvasRenderingContext2D} */ (this.#canvas.getContext("2d"));
    const wide = WIDTH * height;
    pen.setTransform(height / 2 / wide, 0, 0, 1, 0, 0);
    this.#drawFront(pen, wide, height);
    pen.setTransform(height / 2 / wide, 0, 0, 1, height / 2, 0);
    this.#drawBack(pen, wide, height);
    this.texture.needsUpdate = true;
  }

  close() {
    this.texture.dispose();
  }

  /** @param {CanvasRenderingContext2D} pen @param {number} wide @param {number} high */
  #drawFront(pen, wide, high) {
    const { paint, number, shape } = this.#phone;
    const { ground } = this.#stage.palette;
    const light = pen.createLinearGradient(0, 0, wide * 0.35, high);
    light.addColorStop(0, blend(paint, "#ffffff", 0.3));
    light.addColorStop(0.45, paint);
    light.addColorStop(1, blend(paint, "#000000", 0.16));
    pen.fillStyle = light;
    pen.fillRect(0, 0, wide, high);
    pen.fillStyle = ground;
    fillMark(pen, this.#stage.outline(shape), wide / 2, number ? 0.4 * high : 0.5 * high, 0.66 * wide);
    if (!number) return;
    pen.font = font(800, 0.17 * high);
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText(String(number), wide / 2, 0.75 * high, 0.86 * wide);
  }

  /** @param {CanvasRenderingContext2D} pen @param {number} wide @param {number} high */
  #drawBack(pen, wide, high) {
    pen.fillStyle = BACK[this.#stage.theme];
    pen.fillRect(0, 0, wide, high);
    pen.fillStyle = this.#phone.paint;
    fillMark(pen, this.#stage.outline(this.#phone.shape), wide / 2, 0.5 * high, 0.5 * wide);
  }
}

/** @param {number} tall canvas pixels that the phone is high @returns {number} pixels of the picture's height */
function sideFor(tall) {
  return tall > COARSE ? FINE : COARSE;
}

/** @param {string} a @param {string} b @param {number} share of b */
function blend(a, b, share) {
  return `#${new Color(a).convertLinearToSRGB().lerp(new Color(b).convertLinearToSRGB(), share).convertSRGBToLinear().getHexString()}`;
}
