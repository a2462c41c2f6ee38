// Instruments: the sound of each seat's shape.
// @ts-check
/** @import { Shape } from "../../js/protocol.js" */

/**
 * @typedef {object} Instrument
 * @property {string} name by which `locales/` has its words
 * @property {readonly (readonly [ratio: number, level: number, lasts: number])[]} tones each a part of the sound: times
 *   the note's frequency, how loud, and for which part of its length
 * @property {OscillatorType} wave
 * @property {number} attack seconds to its loudest
 * @property {number} lasts milliseconds until it can't be heard
 * @property {number} bright times the note's frequency that the filter lets through at first
 * @property {number} level
 * @property {number} slide semitones from which it comes
 */

/** @type {Readonly<Record<Shape, Instrument>>} */
export const INSTRUMENTS = Object.freeze({
  star: { name: "bell", wave: "sine", tones: [[1, 0.7, 1], [2.76, 0.35, 0.6], [5.4, 0.18, 0.3]], attack: 0.003, lasts: 1900, bright: 12, level: 0.5, slide: 0 },
  circle: { name: "flute", wave: "sine", tones: [[1, 0.8, 1], [2, 0.18, 0.9], [3, 0.05, 0.8]], attack: 0.05, lasts: 1100, bright: 6, level: 0.55, slide: -0.4 },
  triangle: { name: "kalimba", wave: "triangle", tones: [[1, 0.8, 1], [6.3, 0.12, 0.15]], attack: 0.002, lasts: 900, bright: 9, level: 0.6, slide: 0 },
  drop: { name: "water_drop", wave: "sine", tones: [[1, 0.9, 1], [2, 0.2, 0.4]], attack: 0.004, lasts: 520, bright: 8, level: 0.7, slide: -9 },
  square: { name: "organ", wave: "square", tones: [[1, 0.3, 1], [0.5, 0.25, 1]], attack: 0.012, lasts: 800, bright: 3.5, level: 0.85, slide: 0 },
  hexagon: { name: "marimba", wave: "sine", tones: [[1, 0.9, 1], [3.95, 0.3, 0.25], [9.2, 0.1, 0.08]], attack: 0.002, lasts: 700, bright: 14, level: 0.65, slide: 0 },
  crescent: { name: "cello", wave: "sawtooth", tones: [[1, 0.3, 1], [1.004, 0.3, 1]], attack: 0.07, lasts: 1400, bright: 3, level: 1.15, slide: -0.3 },
  cross: { name: "harp", wave: "sawtooth", tones: [[1, 0.4, 1], [2, 0.12, 0.5]], attack: 0.002, lasts: 1200, bright: 5, level: 1.4, slide: 0 },
});
