// Card painter: a card's words or picture, and the mark of its seat.
// @ts-check
import { PAINT } from "../../js/shared/marks.js";
import { fillMark } from "../_kit/canvas.js";
import { LEADING, TextFit } from "../_kit/text-fit.js";
import { MIN_TYPE_UNITS, font, unitOf } from "../_kit/type.js";
import { DRAWN } from "./presets.js";

/** @import { Rect, Stage } from "../../js/display/stage/contract.js" */
/** @import { Colour, Shape } from "../../js/protocol.js" */
/** @import { Pen } from "../_kit/canvas.js" */
/** @import { Card } from "./moderation-queue.js" */

const BOX = 24; // of pictures

export class CardPainter {
  #stage;
  /** @type {Pen} */ #pen;
  #text;
  /** @type {Map<string, Path2D>} */ #paths = new Map();
  /** @type {WeakMap<object, {key: string, picture: OffscreenCanvas}>} */ #written = new WeakMap();

  /** @param {Stage} stage @param {CanvasRenderingContext2D} pen */
  constructor(stage, pen) {
    this.#stage = stage;
    this.#pen = pen;
    this.#text = new TextFit(pen);
  }

  /** Fonts have come, or the picture has another size. */
  forget() {
    this.#text.forget();
    this.#written = new WeakMap();
  }

  /**
   * @param {Pick<Card, "text" | "picture" | "number" | "colour" | "shape">} card
   * @param {Rect} at where it is now
   * @param {Rect} home where it belongs: it is set for that size
   * @param {number} strength 0 to 1
   */
  draw(card, at, home, strength) {
    const unit = unitOf(this.#stage);
    const paint = PAINT[this.#stage.theme][card.colour];
    this.#pen.globalAlpha = strength;
    this.#sheet(at, paint, unit);
    const scale = Math.min(at.width / home.width, at.height / home.height);
    const [width, height] = [scale * home.width, scale * home.height];
    this.#pen.drawImage(this.#writing(card, home, unit, paint), at.x + (at.width - width) / 2, at.y + (at.height - height) / 2, width, height);
    this.#pen.globalAlpha = 1;
  }

  /** Type is set once for each size: that is slow. @param {Parameters<CardPainter["draw"]>[0]} card @param {Rect} home @param {number} unit @param {string} paint */
  #writing(card, home, unit, paint) {
    const { ratio } = this.#stage;
    const [width, height] = [Math.ceil(home.width * ratio), Math.ceil(home.height * ratio)];
    const key = `${width} ${height} ${paint}`;
    const known = this.#written.get(card);
    if (known?.key === key) return known.picture;
    const picture = new OffscreenCanvas(width, height);
    const wall = this.#pen;
    this.#pen = /** @type {Pen} */ (picture.getContext("2d"));
    this.#pen.scale(ratio, ratio);
    this.#content(card, home, unit, paint);
    this.#pen = wall;
    this.#written.set(card, { key, picture });
    return picture;
  }

  /** A card that nobody can read yet. @param {Card} card @param {Rect} at */
  drawBlank({ colour, shape }, at) {
    const unit = unitOf(this.#stage);
    const paint = PAINT[this.#stage.theme][colour];
    this.#sheet(at, paint, 0.5 * unit);
    this.mark(shape, colour, at.x + at.width / 2, at.y + at.height / 2, 0.62 * at.height);
  }

  /** @param {Shape} shape @param {Colour} colour @param {number} x its middle @param {number} y @param {number} size */
  mark(shape, colour, x, y, size) {
    this.#pen.fillStyle = PAINT[this.#stage.theme][colour];
    fillMark(this.#pen, this.#stage.outline(shape), x, y, size);
  }

  /** @param {Rect} at @param {string} paint @param {number} unit */
  #sheet({ x, y, width, height }, paint, unit) {
    const round = Math.min(0.7 * unit, height / 6);
    this.#pen.fillStyle = this.#stage.palette.raised;
    this.#pen.strokeStyle = paint;
    this.#pen.lineWidth = 0.14 * unit;
    this.#pen.beginPath();
    this.#pen.roundRect(x, y, width, height, round);
    this.#pen.fill();
    this.#pen.stroke();
  }

  /** @param {Parameters<CardPainter["draw"]>[0]} card @param {Rect} home @param {number} unit @param {string} paint */
  #content({ text, picture, number, colour, shape }, { width, height }, unit, paint) {
    const pad = Math.max(0.4 * unit, 0.07 * height);
    const sign = Math.min(2.6 * unit, Math.max(1.1 * unit, 0.26 * height));
    const left = pad + 1.45 * sign;
    this.#sign(shape, colour, number, { x: pad + sign / 2, y: height / 2, width: sign, height: sign }, unit);
    const room = { x: left, y: 0.6 * pad, width: width - left - pad, height: height - 1.2 * pad };
    if (picture) this.#picture(picture, (left + width - pad) / 2, height / 2, Math.min(0.76 * height, 0.7 * room.width), paint);
    else this.#words(text, room, unit);
  }

  /** From whom it is: never a name. @param {Shape} shape @param {Colour} colour @param {number} number @param {Rect} at its middle @param {number} unit */
  #sign(shape, colour, number, { x, y, width: size }, unit) {
    const type = Math.max(MIN_TYPE_UNITS * unit, 0.62 * size);
    const lift = number ? (type * 1.2) / 2 : 0;
    this.mark(shape, colour, x, y - lift, size);
    if (!number) return;
    this.#pen.textAlign = "center";
    this.#pen.textBaseline = "middle";
    this.#pen.font = font(650, type);
    this.#pen.fillStyle = this.#stage.palette.quiet;
    this.#pen.fillText(String(number), x, y - lift + size / 2 + 0.72 * type);
  }

  /** @param {string} text @param {Rect} room @param {number} unit */
  #words(text, { x, y, width, height }, unit) {
    const least = MIN_TYPE_UNITS * unit;
    const fitted = this.#text.fit(text, { width, height, most: Math.max(least, Math.min(3.2 * unit, 0.4 * height)), least, weight: 600 });
    const top = y + (height - fitted.lines.length * fitted.size * LEADING) / 2;
    this.#pen.textAlign = "left";
    this.#pen.textBaseline = "alphabetic";
    this.#pen.font = font(600, fitted.size);
    this.#pen.fillStyle = this.#stage.palette.text;
    fitted.lines.forEach((line, at) => this.#pen.fillText(line, x, top + (at * LEADING + 0.92) * fitted.size));
  }

  /** @param {string} name @param {number} x its middle @param {number} y @param {number} size @param {string} paint */
  #picture(name, x, y, size, paint) {
    const { fill, line, eye } = DRAWN[name] ?? DRAWN.heart;
    this.#pen.save();
    this.#pen.translate(x - size / 2, y - size / 2);
    this.#pen.scale(size / BOX, size / BOX);
    this.#pen.fillStyle = this.#pen.strokeStyle = paint;
    this.#pen.lineWidth = 1.7;
    this.#pen.lineCap = "round";
    if (line) this.#pen.stroke(this.#path(line));
    this.#pen.fill(this.#path(fill));
    this.#pen.fillStyle = this.#stage.palette.raised;
    if (eye) this.#pen.fill(this.#path(eye));
    this.#pen.restore();
  }

  /** @param {string} data */
  #path(data) {
    const path = this.#paths.get(data) ?? new Path2D(data);
    this.#paths.set(data, path);
    return path;
  }
}
