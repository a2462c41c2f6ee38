// Status line above the cards: what to do, how many wait, which keys the host has.
// @ts-check
import { MIN_TYPE_UNITS, font, unitOf } from "../_kit/type.js";

/** @import { Rect, Stage } from "../../js/display/stage/contract.js" */
/** @import { CardPainter } from "./card-painter.js" */
/** @import { ModerationQueue } from "./moderation-queue.js" */

const HIGH_UNITS = 2.1;
const PILE = 8; // blank cards at most

export class Status {
  #stage;
  #pen;
  #painter;

  /** @param {Stage} stage @param {CanvasRenderingContext2D} pen @param {CardPainter} painter */
  constructor(stage, pen, painter) {
    this.#stage = stage;
    this.#pen = pen;
    this.#painter = painter;
  }

  get #unit() {
    return unitOf(this.#stage);
  }

  /** @param {Rect} room @returns {Rect} what is left for cards */
  below({ x, y, width, height }) {
    return { x, y: y + HIGH_UNITS * this.#unit, width, height: Math.max(1, height - HIGH_UNITS * this.#unit) };
  }

  /** @param {ModerationQueue} queue @param {Rect} room @param {boolean} isRead the host's phone reads what waits @param {boolean} isEmpty */
  draw({ waiting, isWriting, isLooking }, room, isRead, isEmpty) {
    const { palette, t } = this.#stage;
    const unit = this.#unit;
    const size = 1.15 * unit;
    this.#pen.textBaseline = "alphabetic";
    this.#pen.textAlign = "left";
    this.#pen.font = font(600, size);
    this.#pen.fillStyle = palette.quiet;
    const state = isWriting ? (isLooking ? "looking" : "writing") : "picking";
    const line = waiting.length ? t("waiting", { count: waiting.length }) : t(`status.${state}`);
    this.#pen.fillText(line, room.x, room.y + size);
    const end = room.x + this.#pen.measureText(line).width + unit;
    waiting.slice(0, PILE).forEach((card, at) => {
      this.#painter.drawBlank(card, { x: end + at * 2.1 * unit, y: room.y - 0.1 * unit, width: 1.9 * unit, height: 1.35 * unit });
    });
    this.#pen.textAlign = "right";
    this.#pen.textBaseline = "alphabetic";
    this.#pen.font = font(500, MIN_TYPE_UNITS * unit);
    this.#pen.fillStyle = palette.quiet;
    this.#pen.fillText(t(`host_keys.${keysFor(waiting.length, isWriting, isRead)}`), room.x + room.width, room.y + size);
    if (isEmpty) this.#invite(room);
  }

  /** @param {Rect} room */
  #invite({ x, y, width, height }) {
    this.#pen.textAlign = "center";
    this.#pen.fillStyle = this.#stage.palette.text;
    this.#pen.font = font(700, 3 * this.#unit);
    this.#pen.fillText(this.#stage.t("empty"), x + width / 2, y + height / 2);
  }
}

/** @param {number} waiting @param {boolean} isWriting @param {boolean} isRead */
function keysFor(waiting, isWriting, isRead) {
  if (waiting) return isRead ? "reading" : "waiting";
  return isWriting ? "writing" : "picking";
}
