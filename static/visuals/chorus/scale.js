// Pentatonic scale of all notes, and the range of each seat.
// @ts-check

const ROOT = 130.81; // Hz: the C below middle C
const LETTERS = ["C", "D", "E", "G", "A"];
const PENTATONIC = [0, 2, 4, 7, 9]; // semitones; no two of these ever clash
const HOMES = [7, 3, 12, 5, 10]; // degrees where ranges have their middle
const SHAPES = 8; // numbers until one of the shapes comes again, and then they turn by one
export const SPAN = 3; // degrees up or down at full lean
const HOLD = 0.65; // degrees that a lean has to be off before the note changes, so that a resting hand keeps it

export const DEGREES = Math.max(...HOMES) + SPAN + 1; // from 0

/** @param {number} degree @returns {number} Hz */
export function frequency(degree) {
  const octave = Math.floor(degree / PENTATONIC.length);
  const semitones = 12 * octave + PENTATONIC[degree - octave * PENTATONIC.length];
  return ROOT * 2 ** (semitones / 12);
}

/** @param {number} degree @returns {string} as musicians call it */
export function letter(degree) {
  return LETTERS[degree % LETTERS.length];
}

/** @param {number} degree @returns {boolean} it is a C */
export function isRoot(degree) {
  return degree % PENTATONIC.length === 0;
}

/**
 * Where a phone's range has its middle. The first forty differ in shape, which is their instrument, or in range.
 * @param {number} number of the seat
 * @returns {number} degree
 */
export function home(number) {
  const turn = Math.floor((number - 1) / SHAPES);
  const shape = (number - 1 + turn) % SHAPES;
  return HOMES[(turn + 2 * shape) % HOMES.length];
}

/**
 * @param {number} number of the seat
 * @param {number} lean −1 to 1: away from the person is up
 * @param {number} before the degree it was at
 * @returns {number} degree
 */
export function degreeFor(number, lean, before) {
  const exact = home(number) + SPAN * lean;
  return Math.abs(exact - before) <= HOLD ? before : Math.round(exact);
}
