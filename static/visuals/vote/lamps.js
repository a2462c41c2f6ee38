// Lamps: one for each vote, without a name; it rises to its bar, and moves with its vote.
// @ts-check
import { glowSprite } from "../_kit/glow.js";

/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { Point } from "../../js/shared/motion.js" */

/** @typedef {{x: number, y: number, size: number, age: number, from: Point, to: Point, moved: number, answer: number}} Lamp */
/** @typedef {{x: number, y: number, size: number, answer: number}} Goal CSS pixels; the side of its square */

const WAY_S = 0.75; // seconds from one place to another
const RESIZE_S = 0.15; // seconds to two thirds of another size
const SHINE_S = 1.6; // seconds that a lamp which has just come shines about
const RESTS = 0.22; // of that shine, while there are few
const MAX_SHINING = 60;
const BODY = 0.38; // of its square: the lamp's radius
/** Straight pieces of a lamp's glow, from its middle outwards. */
export const GLOW_STEPS = 4;

export class Lamps {
  #stage;
  #pen;
  /** @type {Map<string, Lamp>} */ #lamps = new Map();
  /** @type {OffscreenCanvas | null} */ #glow = null;

  /** @param {Stage} stage @param {CanvasRenderingContext2D} pen */
  constructor(stage, pen) {
    this.#stage = stage;
    this.#pen = pen;
  }

  /** The theme is another. */
  redraw() {
    this.#glow = null;
  }

  /**
   * @param {ReadonlyMap<string, Goal>} goals where each vote belongs
   * @param {(key: string) => Point} from where a new one comes from
   * @param {number} seconds since the last call; 0 puts all in their places
   */
  move(goals, from, seconds) {
    for (const key of this.#lamps.keys()) if (!goals.has(key)) this.#lamps.delete(key);
    for (const [key, goal] of goals) {
      const lamp = this.#lamps.get(key) ?? this.#add(key, goal, from(key), seconds);
      this.#follow(lamp, goal, seconds);
    }
  }

  draw() {
    const { theme, palette } = this.#stage;
    const bodies = new Path2D();
    for (const lamp of this.#lamps.values()) {
      if (theme === "dark" && (lamp.age < SHINE_S || this.#lamps.size <= MAX_SHINING)) this.#shine(lamp);
      if (this.#stage.calm && lamp.age < WAY_S) this.#fade(lamp);
      else circle(bodies, lamp);
    }
    this.#pen.fillStyle = palette.text;
    this.#pen.fill(bodies);
  }

  /** @param {string} key @param {Goal} goal @param {Point} from @param {number} seconds @returns {Lamp} */
  #add(key, goal, from, seconds) {
    const isOld = seconds === 0;
    const at = isOld || this.#stage.calm ? goal : from;
    const lamp = {
      x: at.x, y: at.y, size: goal.size, age: isOld ? SHINE_S : 0,
      from: { x: at.x, y: at.y }, to: { x: goal.x, y: goal.y }, moved: isOld ? WAY_S : 0, answer: goal.answer,
    };
    this.#lamps.set(key, lamp);
    return lamp;
  }

  /** @param {Lamp} lamp @param {Goal} goal @param {number} seconds */
  #follow(lamp, goal, seconds) {
    const isSettled = lamp.moved >= WAY_S;
    if (Math.abs(goal.x - lamp.to.x) + Math.abs(goal.y - lamp.to.y) > 0.5) {
      if (isSettled) Object.assign(lamp, { from: { x: lamp.x, y: lamp.y }, moved: 0 });
      if (lamp.answer !== goal.answer) Object.assign(lamp, { age: 0, answer: goal.answer });
      Object.assign(lamp.to, { x: goal.x, y: goal.y });
    }
    lamp.age += seconds;
    lamp.moved = this.#stage.calm || seconds === 0 ? WAY_S : Math.min(WAY_S, lamp.moved + seconds);
    lamp.size += (goal.size - lamp.size) * (seconds === 0 ? 1 : 1 - Math.exp(-seconds / RESIZE_S));
    const part = 1 - (1 - lamp.moved / WAY_S) ** 3;
    lamp.x = lamp.from.x + (lamp.to.x - lamp.from.x) * part;
    lamp.y = lamp.from.y + (lamp.to.y - lamp.from.y) * part;
  }

  /** @param {Lamp} lamp */
  #shine({ x, y, size, age }) {
    this.#glow ??= glowSprite(this.#stage.palette.text, GLOW_STEPS);
    const radius = Math.max(size * 1.6, 18);
    this.#pen.globalAlpha = 0.6 * Math.max(this.#lamps.size <= MAX_SHINING ? RESTS : 0, 1 - age / SHINE_S) * Math.min(1, age * 4);
    this.#pen.drawImage(this.#glow, x - radius, y - radius, 2 * radius, 2 * radius);
    this.#pen.globalAlpha = 1;
  }

  /** @param {Lamp} lamp */
  #fade({ x, y, size, age }) {
    this.#pen.globalAlpha = age / WAY_S;
    this.#pen.fillStyle = this.#stage.palette.text;
    this.#pen.beginPath();
    this.#pen.arc(x, y, BODY * size, 0, 2 * Math.PI);
    this.#pen.fill();
    this.#pen.globalAlpha = 1;
  }
}

/** @param {Path2D} path @param {Lamp} lamp */
function circle(path, { x, y, size }) {
  path.moveTo(x + BODY * size, y);
  path.arc(x, y, BODY * size, 0, 2 * Math.PI);
}
