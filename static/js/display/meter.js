// The latency meter (L): how fresh what you see is.
// @ts-check
/** @import { Phone } from "./visual.js" */

const EVERY = 500; // milliseconds between two readings
const FRESH = 1000; // milliseconds; a phone that keeps still sends nothing, and its age says nothing

/** Counts while it is shown. */
export class Meter {
  #panel;
  #phones;
  #roundTrip;
  /** @type {number[]} */ #ages = [];
  /** @type {number[]} */ #paints = [];
  #frames = 0;
  #samples = 0;
  #since = performance.now();

  /**
   * @param {HTMLElement} panel
   * @param {() => readonly Phone[]} phones
   * @param {() => number} roundTrip milliseconds to the server and back
   */
  constructor(panel, phones, roundTrip) {
    this.#panel = panel;
    this.#phones = phones;
    this.#roundTrip = roundTrip;
  }

  toggle() {
    this.#panel.hidden = !this.#panel.hidden;
    this.#restart();
  }

  /** @param {number} samples that came in one message */
  arrived(samples) {
    this.#samples += samples;
  }

  /** @param {number} paint milliseconds that a painted frame took */
  painted(paint) {
    if (this.#panel.hidden) return;
    this.#frames += 1;
    this.#paints.push(paint);
    for (const { age, away } of this.#phones()) if (!away && age < FRESH) this.#ages.push(age);
    if (performance.now() - this.#since >= EVERY) this.#read();
  }

  #read() {
    const seconds = (performance.now() - this.#since) / 1000;
    this.#write([
      ["age p50", milliseconds(quantile(this.#ages, 0.5))],
      ["age p99", milliseconds(quantile(this.#ages, 0.99))],
      ["samples/s", String(Math.round(this.#samples / seconds))],
      ["frames/s", String(Math.round(this.#frames / seconds))],
      ["paint p95", milliseconds(quantile(this.#paints, 0.95))],
      ["round trip", milliseconds(this.#roundTrip())],
    ]);
    this.#restart();
  }

  #restart() {
    this.#ages = [];
    this.#paints = [];
    this.#frames = 0;
    this.#samples = 0;
    this.#since = performance.now();
  }

  /** @param {readonly (readonly [what: string, value: string])[]} rows */
  #write(rows) {
    const table = document.createElement("table");
    for (const [what, value] of rows) {
      const row = table.insertRow();
      const head = document.createElement("th");
      head.scope = "row";
      head.textContent = what;
      row.append(head);
      row.insertCell().textContent = value;
    }
    this.#panel.replaceChildren(table);
  }
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

/** @param {number} value */
function milliseconds(value) {
  return Number.isFinite(value) ? `${value.toFixed(value < 10 ? 1 : 0)} ms` : "–";
}
