// Statistics of the latency meter, of one phone or of all.
// @ts-check
import { t } from "../../shared/translation.js";


/** @typedef {{perSecond: number, p50: number, p99: number}} Reading samples a second; ages in milliseconds, NaN without any */

/** Counts samples, and how old they are whenever a picture is painted. */
export class SampleStats {
  #samples = 0;
  /** @type {number[]} */ #ages = [];

  /** A sample has come. */
  arrived() {
    this.#samples += 1;
  }

  /** @param {number} age milliseconds that a painted sample was old */
  painted(age) {
    this.#ages.push(age);
  }

  /**
   * Read it and begin anew.
   * @param {number} seconds since it began
   * @returns {Reading}
   */
  read(seconds) {
    const reading = { perSecond: this.#samples / seconds, p50: quantile(this.#ages, 0.5), p99: quantile(this.#ages, 0.99) };
    this.#samples = 0;
    this.#ages = [];
    return reading;
  }
}

/**
 * The readings that matter most, of more than fit: those with the oldest samples.
 * @template {{reading: Reading}} T
 * @param {readonly T[]} rows in the order in which they are shown
 * @param {number} most
 * @returns {T[]} in the same order
 */
export function oldest(rows, most) {
  const age = (/** @type {T} */ { reading: { p99 } }) => (Number.isNaN(p99) ? -1 : p99);
  const chosen = new Set(rows.toSorted((a, b) => age(b) - age(a)).slice(0, most));
  return rows.filter((row) => chosen.has(row));
}

/**
 * @param {readonly number[]} values
 * @param {number} share 0 to 1
 * @returns {number} NaN where there are no values
 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** @param {number} value @returns {string} with a digit after the point where that says something; a dash for none */
export function milliseconds(value) {
  return Number.isFinite(value) ? t("display.meter.milliseconds", { value: value.toFixed(value < 10 ? 1 : 0) }) : "–";
}
