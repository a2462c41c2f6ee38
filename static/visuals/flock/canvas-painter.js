// Canvas painter of the flock, where the computer has no WebGL.
// @ts-check
import { fillMark } from "../_kit/canvas.js";
import { DIGIT_MARGIN, MARK_MARGIN, contents } from "../_kit/mark-sheet.js";
import { font } from "../_kit/type.js";
import { WORDS as BIRD_WORDS } from "./birds.js";
import { WORDS as SPRITE_WORDS } from "./sprite-batch.js";

/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { Birds } from "./birds.js" */
/** @import { Painter } from "./gl-painter.js" */
/** @import { SpriteBatch } from "./sprite-batch.js" */

const DRAWN_OF = 2; // birds, one is drawn: here the processor paints them all
const TAIL_S = 0.1; // seconds of a bird's way that show
const WIDTH_UNITS = 0.2;
const HUE_MASK = 0xe0e0e0; // colours are told apart no finer than this, so that there are few strokes

/** @implements {Painter} */
export class CanvasPainter {
  #stage;
  #pen;

  /** @param {Stage} stage @param {CanvasRenderingContext2D} pen */
  constructor(stage, pen) {
    this.#stage = stage;
    this.#pen = pen;
  }

  /** @type {Painter["paint"]} */
  paint(field, birds, sprites) {
    const { width, height, ratio, palette, words } = this.#stage;
    const unit = width / field.width;
    this.#pen.setTransform(ratio * unit, 0, 0, ratio * unit, 0, 0);
    this.#pen.fillStyle = palette.ground;
    this.#pen.fillRect(0, 0, field.width, height / unit);
    this.#birds(birds);
    this.#pen.fillStyle = palette.ground;
    for (const { x, y, width: wide, height: high } of words()) {
      this.#pen.fillRect(x / unit - 0.5, y / unit - 0.5, wide / unit + 1, high / unit + 1);
    }
    this.#sprites(sprites);
  }

  close() {}

  /** @param {Birds} birds */
  #birds({ count, data, colours }) {
    /** @type {Map<number, Path2D>} */ const flights = new Map();
    for (let bird = 0; bird < count; bird += DRAWN_OF) {
      const at = bird * BIRD_WORDS;
      const hue = (colours[at + 7] & HUE_MASK) | 0xff000000;
      const flight = flights.get(hue) ?? new Path2D();
      flights.set(hue, flight);
      flight.moveTo(data[at], data[at + 1]);
      flight.lineTo(data[at] - TAIL_S * data[at + 2], data[at + 1] - TAIL_S * data[at + 3]);
    }
    this.#pen.lineCap = "round";
    this.#pen.lineWidth = WIDTH_UNITS;
    for (const [hue, flight] of flights) {
      this.#pen.strokeStyle = css(hue);
      this.#pen.stroke(flight);
    }
  }

  /** @param {SpriteBatch} sprites */
  #sprites({ count, data, colours }) {
    this.#pen.textAlign = "center";
    this.#pen.textBaseline = "middle";
    for (let sprite = 0; sprite < count; sprite += 1) {
      const [x, y, half, turned, left, top] = data.subarray(sprite * SPRITE_WORDS, (sprite + 1) * SPRITE_WORDS);
      const { shape, digit } = contents([left, top]);
      this.#pen.fillStyle = css(colours[sprite * SPRITE_WORDS + 7]);
      if (shape) fillMark(this.#pen, this.#stage.outline(shape), x, y, (2 * half) / MARK_MARGIN, turned);
      else {
        this.#pen.font = font(700, (2 * half) / DIGIT_MARGIN);
        this.#pen.fillText(String(digit), x, y);
      }
    }
  }
}

/** @param {number} colour of `packed` */
function css(colour) {
  return `rgb(${colour & 255} ${(colour >> 8) & 255} ${(colour >> 16) & 255} / ${((colour >>> 24) / 255).toFixed(3)})`;
}
