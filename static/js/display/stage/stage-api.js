// Stage API: what a visual is given to play with.
// @ts-check
import { GROUND, OUTLINE } from "../../shared/marks.js";

/** @import { Theme } from "../../shared/marks.js" */
/** @import { Shape } from "../../protocol.js" */
/** @import { Rect, Stage } from "./contract.js" */

const WORDS_TTL_MS = 100; // milliseconds; asking for them reads the page's layout
const SEED = 20_011; // any number but 0 gives a picture of its own

/**
 * @param {HTMLCanvasElement} canvas
 * @param {object} parts
 * @param {() => Rect[]} parts.words
 * @param {() => Rect} [parts.safe] by itself all but a small margin
 * @param {Stage["tell"]} parts.tell
 * @param {Stage["equip"]} parts.equip
 * @param {Stage["state"]} parts.state
 * @param {Stage["ask"]} parts.ask
 * @param {Stage["table"]} parts.table
 * @param {Stage["download"]} parts.download
 * @param {Stage["clock"]} parts.clock
 * @param {Stage["sound"]} parts.sound
 * @param {Stage["t"]} [parts.t] by itself the key
 * @param {Theme} parts.theme
 * @param {boolean} parts.calm
 * @param {number} [parts.seed]
 * @returns {Stage} its sizes are still to be filled in
 */
export function createStageApi(canvas, { words, safe, tell, equip, state, ask, table, download, clock, sound, t = String, theme, calm, seed = SEED }) {
  /** @type {Stage} */
  const given = {
    canvas,
    width: 1,
    height: 1,
    ratio: 1,
    theme,
    palette: GROUND[theme],
    calm,
    random: seeded(seed),
    words: seldom(words),
    safe: safe ? seldom(safe) : () => nearlyAll(given),
    outline: remembered((shape) => new Path2D(OUTLINE[shape])),
    tell,
    equip,
    state,
    ask,
    table,
    download,
    clock,
    sound,
    t,
  };
  return given;
}

/** @param {Pick<Stage, "width" | "height">} size @returns {Rect} */
export function nearlyAll({ width, height }) {
  const margin = Math.min(width, height) / 24;
  return { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
}

/**
 * @template T
 * @param {() => T} ask
 * @returns {() => T} the same answer for a little while
 */
function seldom(ask) {
  /** @type {{answer: T, at: number} | null} */ let kept = null;
  return () => {
    const now = performance.now();
    if (!kept || now - kept.at >= WORDS_TTL_MS) kept = { answer: ask(), at: now };
    return kept.answer;
  };
}

/**
 * @param {(shape: Shape) => Path2D} make
 * @returns {(shape: Shape) => Path2D}
 */
function remembered(make) {
  /** @type {Map<Shape, Path2D>} */ const made = new Map();
  return (shape) => {
    const outline = made.get(shape) ?? make(shape);
    made.set(shape, outline);
    return outline;
  };
}

/**
 * Random numbers that can be had again. Source: G. Marsaglia, "Xorshift RNGs" (2003), the 32-bit triple 13, 17, 5.
 * @param {number} seed a whole number, not 0
 * @returns {() => number} 0 to 1
 */
export function seeded(seed) {
  let state = seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
