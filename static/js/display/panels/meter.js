// Latency meter (L): how old what the screen shows is.
// @ts-check
import { drawMark } from "../../shared/marks.js";
import { t } from "../../shared/translation.js";
import { SampleStats, milliseconds, oldest, quantile } from "./stats.js";

/** @import { Frame } from "../../protocol.js" */
/** @import { Phones } from "../phones/phones.js" */
/** @import { Reading } from "./stats.js" */
/** @import { Phone } from "../stage/contract.js" */

const REPORT_INTERVAL_MS = 1000; // milliseconds between two readings
const FRESH_MS = 1000; // milliseconds; a phone that keeps still sends nothing, and its age says nothing
const MAX_ROWS = 12; // phones with a row of their own
const COLUMNS = /** @type {const} */ (["phone", "samples", "age_p50", "age_p99"]);

/** Counts while it is shown. */
export class Meter {
  #panel;
  #phones;
  #roundTrip;
  #all = new SampleStats();
  /** @type {Map<number, SampleStats>} */ #each = new Map(); // by number
  /** @type {number[]} */ #paints = []; // milliseconds, one a frame
  #since = performance.now();

  /**
   * @param {HTMLElement} panel
   * @param {Phones} phones
   * @param {() => number} roundTrip milliseconds to the server and back
   */
  constructor(panel, phones, roundTrip) {
    this.#panel = panel;
    this.#phones = phones;
    this.#roundTrip = roundTrip;
  }

  toggle() {
    this.#panel.hidden = !this.#panel.hidden;
    this.#panel.replaceChildren();
    this.#restart();
  }

  /** @param {Frame} frame that has just come */
  arrived(frame) {
    if (this.#panel.hidden) return;
    for (const samples of frame) {
      for (const [number] of samples) {
        this.#all.arrived();
        this.#stats(number).arrived();
      }
    }
  }

  /** @param {number} paint milliseconds of script that a painted frame took */
  painted(paint) {
    if (this.#panel.hidden) return;
    this.#paints.push(paint);
    for (const { number, age, away } of this.#phones.list) {
      if (away || age >= FRESH_MS) continue;
      this.#all.painted(age);
      this.#stats(number).painted(age);
    }
    const seconds = (performance.now() - this.#since) / 1000;
    if (seconds >= REPORT_INTERVAL_MS / 1000) this.#read(seconds);
  }

  /** @param {number} number */
  #stats(number) {
    const stats = this.#each.get(number) ?? new SampleStats();
    this.#each.set(number, stats);
    return stats;
  }

  /** @param {number} seconds since the last reading */
  #read(seconds) {
    const rows = this.#phones.list.map((phone) => ({ phone, reading: this.#stats(phone.number).read(seconds) }));
    this.#panel.replaceChildren(
      pictureTable([
        [t("display.meter.frames"), String(Math.round(this.#paints.length / seconds))],
        [t("display.meter.paint"), milliseconds(quantile(this.#paints, 0.95))],
        [t("display.meter.round_trip"), milliseconds(this.#roundTrip())],
        [t("display.meter.smoothing"), t(this.#phones.smooth ? "display.meter.on" : "display.meter.off")],
      ]),
      phoneTable(this.#all.read(seconds), oldest(rows, MAX_ROWS)),
    );
    this.#restart();
  }

  #restart() {
    this.#all = new SampleStats();
    this.#each.clear();
    this.#paints = [];
    this.#since = performance.now();
  }
}

/** @param {readonly (readonly [what: string, value: string])[]} rows */
function pictureTable(rows) {
  const table = document.createElement("table");
  for (const [what, value] of rows) addRow(table, [what], [value]);
  return table;
}

/**
 * @param {Reading} all
 * @param {readonly {phone: Phone, reading: Reading}[]} rows
 */
function phoneTable(all, rows) {
  const table = document.createElement("table");
  const heads = table.createTHead().insertRow();
  for (const head of COLUMNS) heads.append(headCell("col", [t(`display.meter.${head}`)]));
  addRow(table, [t("display.meter.all")], values(all));
  for (const { phone, reading } of rows) addRow(table, [markOf(phone), String(phone.number)], values(reading));
  return table;
}

/** @param {Reading} reading */
function values({ perSecond, p50, p99 }) {
  return [String(Math.round(perSecond)), milliseconds(p50), milliseconds(p99)];
}

/** @param {Phone} phone */
function markOf({ shape, paint }) {
  const mark = drawMark(shape);
  mark.style.color = paint;
  return mark;
}

/**
 * @param {HTMLTableElement} table
 * @param {readonly (Node | string)[]} head
 * @param {readonly string[]} cells
 */
function addRow(table, head, cells) {
  const row = (table.tBodies[0] ?? table.createTBody()).insertRow();
  row.append(headCell("row", head));
  for (const cell of cells) row.insertCell().textContent = cell;
}

/** @param {"row" | "col"} scope @param {readonly (Node | string)[]} what */
function headCell(scope, what) {
  const cell = document.createElement("th");
  cell.scope = scope;
  cell.append(...what);
  return cell;
}
