// Cards on the wall as they are seen: they appear in front, move back, and fade.
// @ts-check
import { approach } from "../_kit/numbers.js";
import { unitOf } from "../_kit/type.js";
import { hangs, places } from "./card-rows.js";

/** @import { Rect, Stage } from "../../js/display/stage/contract.js" */
/** @import { CardPainter } from "./card-painter.js" */
/** @import { Card } from "./moderation-queue.js" */

/** @typedef {{card: Card, at: Rect, home: Rect, shown: number, isGoing: boolean}} Seen */

const EASE_S = 0.13; // seconds to two thirds of the way
const COMES_S = 0.3; // seconds to be seen
const SMALL = 0.86; // of its size, when it comes
const MOVES_PX = 3; // CSS pixels from its place
const GOES_S = 0.5; // seconds to be gone

export class HungCards {
  #stage;
  #painter;
  /** @type {Map<number, Seen>} */ #seen = new Map();

  /** @param {Stage} stage @param {CardPainter} painter */
  constructor(stage, painter) {
    this.#stage = stage;
    this.#painter = painter;
  }

  get isEmpty() {
    return this.#seen.size === 0;
  }

  /** @param {readonly Card[]} cards @param {number} newest id @param {Rect} box @param {number} seconds 0 puts all in their places */
  move(cards, newest, box, seconds) {
        const rows = cards.map(({ id }) => hangs(id, newest)?.row ?? -1);
    const all = places(box, unitOf(this.#stage), Math.max(...rows, 0) + 1);
    for (const seen of this.#seen.values()) seen.isGoing = true;
    for (const card of cards) {
      const place = hangs(card.id, newest);
      if (place) this.#hang(card, all[place.row][place.slot], seconds);
    }
    for (const [id, seen] of this.#seen) this.#step(id, seen, seconds);
  }

  /** What moves goes behind what hangs: nothing that somebody reads is covered. */
  draw() {
    const all = [...this.#seen.values()];
    const moves = (/** @type {Seen} */ seen) => seen.isGoing || distance(seen.at, seen.home) > MOVES_PX;
    for (const seen of [...all.filter(moves), ...all.filter((seen) => !moves(seen))]) {
      this.#painter.draw(seen.card, seen.at, seen.home, seen.shown);
    }
  }

  /** @param {Card} card @param {Rect} home @param {number} seconds */
  #hang(card, home, seconds) {
    const isOld = seconds === 0;
    const from = this.#stage.calm || isOld ? { ...home } : shrunk(home);
    const seen = this.#seen.get(card.id) ?? { card, at: from, home, shown: isOld ? 1 : 0, isGoing: false };
    if (this.#stage.calm && seen.home !== home && distance(seen.home, home) > 1) Object.assign(seen, { at: { ...home }, shown: 0 });
    this.#seen.set(card.id, Object.assign(seen, { home, isGoing: false }));
  }

  /** @param {number} id @param {Seen} seen @param {number} seconds */
  #step(id, seen, seconds) {
    const { at, home, isGoing } = seen;
    seen.shown = isGoing ? seen.shown - seconds / GOES_S : Math.min(1, seen.shown + seconds / COMES_S);
    if (seen.shown <= 0 && isGoing) this.#seen.delete(id);
    const time = this.#stage.calm || seconds === 0 ? Infinity : seconds;
    for (const side of /** @type {const} */ (["x", "y", "width", "height"])) at[side] = approach(at[side], home[side], time, EASE_S);
    seen.shown = Math.max(0, seen.shown);
  }
}

/** @param {Rect} rect @returns {Rect} the same, a little smaller */
function shrunk({ x, y, width, height }) {
  const [across, down] = [SMALL * width, SMALL * height];
  return { x: x + (width - across) / 2, y: y + (height - down) / 2, width: across, height: down };
}

/** @param {Rect} a @param {Rect} b */
function distance(a, b) {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}
