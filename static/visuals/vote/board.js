// Board: draws the question, its answers and their bars.
// @ts-check
import { LEADING, TextFit } from "../_kit/text-fit.js";
import { MIN_TYPE_UNITS, font, unitOf } from "../_kit/type.js";
import { placeOf, squares } from "./bar-grid.js";
import { LETTERS } from "./questions.js";
import { leaders, shares } from "./result.js";

/** @import { Rect, Stage } from "../../js/display/stage/contract.js" */
/** @import { Fitted } from "../_kit/text-fit.js" */
/** @import { Goal } from "./lamps.js" */
/** @import { Poll } from "./poll.js" */

/** @typedef {{label: Rect, bar: Rect, towards: -1 | 1}} Slot one answer's part; its bar grows to the left or the right */

export class Board {
  #stage;
  #pen;
  #text;
  /** @type {Slot[]} */ #slots = [];
  /** @type {Rect} */ #balance = { x: 0, y: 0, width: 0, height: 0 }; // where phones lean before it counts
  /** @type {Fitted} */ #question = { size: 1, lines: [] };
  /** @type {Rect} */ #box = { x: 0, y: 0, width: 1, height: 1 };

  /** @param {Stage} stage @param {CanvasRenderingContext2D} pen */
  constructor(stage, pen) {
    this.#stage = stage;
    this.#pen = pen;
    this.#text = new TextFit(pen);
  }

  get #unit() {
    return unitOf(this.#stage);
  }

  /** Fonts have come, or the picture has another size. */
  forget() {
    this.#text.forget();
  }

  /** Where phones lean. */
  get balance() {
    return this.#balance;
  }

  /** @param {Poll} poll @param {Rect} box */
  arrange({ asked }, box) {
    const unit = this.#unit;
    this.#box = box;
    this.#question = this.#text.fit(asked.question, { width: box.width, lines: 2, most: Math.min(3.4 * unit, Math.max(1.5 * unit, 0.13 * box.height)), least: 1.4 * unit });
    const head = 1.9 * unit + this.#question.lines.length * this.#question.size * LEADING + 1.1 * unit;
    const rest = { ...box, y: box.y + head, height: box.height - head };
    if (asked.lean) this.#arrangeSides(rest);
    else this.#arrangeRows(rest, asked.answers.length);
  }

  /** @param {Poll} poll @returns {Map<string, Goal>} where each vote's lamp belongs */
  goals({ ballot }) {
    /** @type {Map<string, Goal>} */ const goals = new Map();
    const most = Math.max(...ballot.counts);
    const placed = this.#slots.map(() => 0);
    for (const [key, answer] of ballot.votes) {
      const { bar, towards } = this.#slots[answer];
      const all = squares(most, bar.width, bar.height);
      const { along, down } = placeOf(placed[answer], all, bar.height);
      placed[answer] += 1;
      goals.set(key, { x: towards > 0 ? bar.x + along : bar.x + bar.width - along, y: bar.y + down, size: all.size, answer });
    }
    return goals;
  }

  /** @param {Poll} poll */
  draw(poll) {
    const { asked, isOpen, ballot } = poll;
    const counts = ballot.counts;
    const percents = shares(counts);
    const first = isOpen ? [] : leaders(counts);
    this.#status(poll);
    this.#lines(this.#question, this.#box.x, this.#box.y + 1.9 * this.#unit, "left", 750);
    asked.answers.forEach((answer, at) => {
      const slot = this.#slots[at];
      const isFirst = first.includes(at);
      const figures = { count: counts[at], percent: percents[at], isFirst, isTie: first.length > 1 };
      this.#bar(slot, counts[at], Math.max(...counts), isFirst);
      if (asked.lean) this.#sideLabel(slot, at === 0 ? `← ${answer}` : `${answer} →`, figures);
      else this.#rowLabel(slot, LETTERS[at], answer, figures);
    });
  }

  /** @param {Rect} rest @param {number} answers */
  #arrangeRows(rest, answers) {
    const unit = this.#unit;
    const each = Math.min(11 * unit, rest.height / answers);
    const gap = Math.min(1.4 * unit, 0.16 * each);
    const label = Math.min(2.6 * unit, Math.max(1.05 * unit, 0.42 * each));
    const top = rest.y + Math.min(2 * unit, (rest.height - answers * each) / 2);
    this.#slots = Array.from({ length: answers }, (_, at) => ({
      label: { x: rest.x, y: top + at * each, width: rest.width, height: label },
      bar: { x: rest.x, y: top + at * each + label + 0.25 * gap, width: rest.width, height: Math.max(1, each - label - 1.25 * gap) },
      towards: 1,
    }));
  }

  /** @param {Rect} rest */
  #arrangeSides(rest) {
    const unit = this.#unit;
    const [high, gap] = [Math.min(rest.height, 27 * unit), 0.5 * unit];
    const top = rest.y + (rest.height - high) / 2;
    const width = rest.width / 2 - gap;
    const label = { y: top + 0.74 * high, width, height: 0.26 * high };
    const bar = { y: top + 0.34 * high, width, height: 0.36 * high };
    this.#balance = { x: rest.x, y: top, width: rest.width, height: 0.3 * high };
    this.#slots = [
      { label: { ...label, x: rest.x }, bar: { ...bar, x: rest.x }, towards: -1 },
      { label: { ...label, x: rest.x + width + 2 * gap }, bar: { ...bar, x: rest.x + width + 2 * gap }, towards: 1 },
    ];
  }

  /** @param {Poll} poll */
  #status({ isOpen, ballot, asked }) {
    const { palette, t } = this.#stage;
    const unit = this.#unit;
    const size = 1.15 * unit;
    const state = isOpen ? (asked.lean ? "lean" : "choose") : "closed";
    this.#pen.textAlign = "left";
    this.#pen.textBaseline = "alphabetic";
    this.#pen.font = font(600, size);
    this.#pen.fillStyle = palette.quiet;
    this.#pen.fillText(`${t("votes", { count: ballot.size })} · ${t(`status.${state}`)}`, this.#box.x, this.#box.y + size);
    this.#pen.font = font(500, MIN_TYPE_UNITS * unit);
    this.#pen.textAlign = "right";
    this.#pen.fillText(t(isOpen ? "host_keys.open" : "host_keys.closed"), this.#box.x + this.#box.width, this.#box.y + size);
  }

  /** @param {Slot} slot @param {number} count @param {number} most @param {boolean} isFirst */
  #bar({ bar, towards }, count, most, isFirst) {
    const { palette } = this.#stage;
    const round = Math.min(0.9 * this.#unit, bar.height / 2);
    const { rows, size } = squares(most, bar.width, bar.height);
    const long = Math.min(bar.width, Math.ceil(count / rows) * size);
    this.#pen.fillStyle = palette.raised;
    this.#box4(bar, round);
    this.#pen.globalAlpha = isFirst ? 0.34 : 0.16;
    this.#pen.fillStyle = palette.text;
    if (count > 0) this.#box4({ ...bar, x: towards > 0 ? bar.x : bar.x + bar.width - long, width: long }, round);
    this.#pen.globalAlpha = isFirst ? 1 : 0.3;
    this.#pen.strokeStyle = palette.quiet;
    this.#pen.lineWidth = (isFirst ? 0.2 : 0.06) * this.#unit;
    this.#pen.beginPath();
    this.#pen.roundRect(bar.x, bar.y, bar.width, bar.height, round);
    this.#pen.stroke();
    this.#pen.globalAlpha = 1;
  }

  /** @param {Rect} rect @param {number} round */
  #box4({ x, y, width, height }, round) {
    this.#pen.beginPath();
    this.#pen.roundRect(x, y, width, height, Math.min(round, width / 2));
    this.#pen.fill();
  }

  /**
   * @param {Slot} slot
   * @param {string} letter
   * @param {string} answer
   * @param {{count: number, percent: number, isFirst: boolean, isTie: boolean}} figures
   */
  #rowLabel({ label }, letter, answer, { count, percent, isFirst, isTie }) {
    const { palette } = this.#stage;
    const size = Math.min(1.9 * this.#unit, Math.max(MIN_TYPE_UNITS * 1.25 * this.#unit, 0.8 * label.height));
    const middle = label.y + label.height / 2;
    const figures = this.#figures(label.x + label.width, middle, size, count, percent);
    const badge = 0.62 * size;
    this.#pen.fillStyle = isFirst ? palette.text : palette.raised;
    this.#pen.strokeStyle = palette.quiet;
    this.#pen.lineWidth = 0.08 * this.#unit;
    this.#pen.beginPath();
    this.#pen.arc(label.x + badge, middle, badge, 0, 2 * Math.PI);
    this.#pen.fill();
    this.#pen.stroke();
    this.#pen.textBaseline = "middle";
    this.#pen.textAlign = "center";
    this.#pen.font = font(750, 0.78 * size);
    this.#pen.fillStyle = isFirst ? palette.ground : palette.text;
    this.#pen.fillText(letter, label.x + badge, middle + 0.05 * size);
    const tag = isFirst ? `  · ${this.#mark(isTie)}` : "";
    const width = label.width - figures - 3 * badge - this.#unit;
    const fitted = this.#text.fit(answer + tag, { width, lines: 1, most: size, least: MIN_TYPE_UNITS * this.#unit, weight: 650 });
    this.#pen.textAlign = "left";
    this.#pen.fillStyle = palette.text;
    this.#pen.font = font(650, fitted.size);
    this.#pen.fillText(fitted.lines[0] ?? "", label.x + 2.7 * badge, middle + 0.05 * size);
  }

  /** @param {number} right @param {number} middle @param {number} size @param {number} count @param {number} percent */
  #figures(right, middle, size, count, percent) {
    this.#pen.textBaseline = "middle";
    this.#pen.textAlign = "right";
    this.#pen.fillStyle = this.#stage.palette.quiet;
    this.#pen.font = font(500, 0.8 * size);
    this.#pen.fillText(`${percent} %`, right, middle + 0.05 * size);
    const wide = this.#pen.measureText("100 %").width + 0.5 * size;
    this.#pen.fillStyle = this.#stage.palette.text;
    this.#pen.font = font(750, size);
    this.#pen.fillText(String(count), right - wide, middle + 0.05 * size);
    return wide + 2.2 * size;
  }

  /**
   * @param {Slot} slot
   * @param {string} answer
   * @param {{count: number, percent: number, isFirst: boolean, isTie: boolean}} figures
   */
  #sideLabel({ label, towards }, answer, { count, percent, isFirst, isTie }) {
    const { palette } = this.#stage;
    const outer = towards < 0 ? label.x : label.x + label.width;
    const inner = towards < 0 ? label.x + label.width - this.#unit : label.x + this.#unit;
    const size = Math.min(4 * this.#unit, 0.62 * label.height);
    const side = towards < 0 ? "left" : "right";
    const fitted = this.#text.fit(answer, { width: 0.66 * label.width, lines: 2, most: Math.min(2.8 * this.#unit, 0.5 * label.height), least: MIN_TYPE_UNITS * this.#unit });
    this.#lines(fitted, outer, label.y, side, isFirst ? 800 : 700);
    this.#pen.textBaseline = "top";
    this.#pen.textAlign = towards < 0 ? "right" : "left";
    this.#pen.fillStyle = palette.text;
    this.#pen.font = font(750, size);
    this.#pen.fillText(String(count), inner, label.y);
    this.#pen.fillStyle = palette.quiet;
    this.#pen.font = font(550, 0.42 * size);
    const tag = isFirst ? `${this.#mark(isTie)} · ` : "";
    this.#pen.fillText(`${tag}${percent} %`, inner, label.y + 1.02 * size);
  }

  /** What stands beside an answer that nothing has more votes than. @param {boolean} isTie */
  #mark(isTie) {
    return this.#stage.t(isTie ? "mark.tie" : "mark.most");
  }

  /** @param {Fitted} fitted @param {number} x @param {number} y its top @param {CanvasTextAlign} align @param {number} weight */
  #lines({ size, lines }, x, y, align, weight) {
    this.#pen.textAlign = align;
    this.#pen.textBaseline = "alphabetic";
    this.#pen.fillStyle = this.#stage.palette.text;
    this.#pen.font = font(weight, size);
    lines.forEach((line, at) => this.#pen.fillText(line, x, y + size * 0.95 + at * size * LEADING));
  }
}

