// A visual's own phone page, in place of pad and controls until it fails.
// @ts-check
/** @import { Controls, SeatCard, Tell, VisualCard } from "../../protocol.js" */
/** @import { GivenParts } from "./api.js" */
/** @import { Running } from "./running.js" */

const PATIENCE = 1000; // milliseconds of loading after which the controls are shown meanwhile

/**
 * @typedef {object} OwnHears
 * @property {(isThere: boolean) => void} covers whether it stands in the place of the controls
 * @property {(error: unknown, isRunning: boolean) => void} failed whether the last version goes on
 * @property {(text: string) => void} left a line from the visual that came while the page was loading, and isn't shown
 */

export class OwnPage {
  /** Under which files are to be had, if it is a newer one than this page's. */
  edition = "";
  #place;
  #parts;
  #hears;
  #key = ""; // of the visual and the seat that it is for
  /** @type {Controls | null} */ #controls = null;
  /** @type {Running | null} */ #running = null;
  /** @type {object | null} */ #loading = null; // the newest attempt
  #told = ""; // a line from the visual that came meanwhile

  /** @param {HTMLElement} place @param {GivenParts} parts @param {OwnHears} hears */
  constructor(place, parts, hears) {
    this.#place = place;
    this.#parts = parts;
    this.#hears = hears;
  }

  /**
   * Show the page of a visual, or none where it has none. What is shown already goes on.
   * @param {VisualCard} card
   * @param {SeatCard} seat
   */
  async show(card, seat) {
    const key = keyOf(card, seat);
    if (key === this.#key) return;
    this.close();
    this.#key = key;
    if (!key) return;
    this.#hears.covers(true);
    const patience = setTimeout(() => this.#running || this.#hears.covers(false), PATIENCE);
    await this.#load(card, seat);
    clearTimeout(patience);
  }

  /**
   * Its author saved a file: show what is there now. Where that can't be, the last version goes on.
   * @param {VisualCard} card
   * @param {SeatCard} seat
   */
  async renew(card, seat) {
    this.#key = keyOf(card, seat);
    if (this.#key) await this.#load(card, seat);
    else this.close();
  }

  /** @param {Controls} controls */
  equip(controls) {
    this.#controls = controls;
    this.#running?.equip(controls);
  }

  /** @param {Tell} tell @returns {boolean} the page shows the text itself, or will once it is there */
  tell(tell) {
    if (this.#running) return this.#running.tell(tell);
    if (this.#loading && tell.text) this.#told = tell.text;
    return this.#loading !== null;
  }

  /** Nobody holds anything down. */
  release() {
    this.#running?.release();
  }

  /** It is not wanted any more: the controls are back at once. */
  close() {
    this.#loading = null;
    this.#key = this.#told = "";
    this.#stop();
    this.#hears.covers(false);
  }

  /** @param {VisualCard} card @param {SeatCard} seat */
  async #load(card, seat) {
    const loading = (this.#loading = {});
    try {
      const { Running, prepare } = await import("./running.js"); // most visuals never need it
      const prepared = await prepare(card, this.edition, this.#place);
      if (loading !== this.#loading) return prepared.host.remove();
      this.#stop();
      this.#running = new Running(prepared, seat, this.#parts, (error) => this.#fail(error));
      this.#hears.covers(true);
      this.#running.start(this.#controls);
    } catch (error) {
      if (loading !== this.#loading) return;
      if (!this.#running) {
        this.#key = ""; // the next time that it is wanted, it is fetched again
        this.#hears.covers(false);
      }
      this.#hears.failed(error, this.#running !== null);
    }
    this.#loading = null;
    const text = this.#told;
    this.#told = "";
    if (text && !this.#running?.tell({ phone: seat.number, text })) this.#hears.left(text);
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#stop();
    this.#hears.covers(false);
    this.#hears.failed(error, false);
  }

  #stop() {
    const running = this.#running;
    this.#running = null;
    running?.close();
  }
}

/** @param {VisualCard} card @param {SeatCard} seat @returns {string} "" where there is no page */
function keyOf({ name, phone_page: files }, seat) {
  return files?.length ? `${name} ${seat.number} ${seat.name}` : "";
}
