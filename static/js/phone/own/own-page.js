// A visual's own phone page, in place of pad and controls until it fails.
// @ts-check
/** @import { Controls, SeatCard, Tell, VisualCard } from "../../protocol.js" */
/** @import { PageApiParts } from "./page-api.js" */
/** @import { PageRunner } from "./page-runner.js" */

const LOADING_TIMEOUT_MS = 1000; // milliseconds of loading after which the controls are shown meanwhile

/**
 * @typedef {object} OwnPageHandlers
 * @property {(isThere: boolean) => void} covers whether it stands in the place of the controls
 * @property {(error: unknown, isRunning: boolean) => void} failed whether the last version goes on
 * @property {(text: string) => void} left a line from the visual that came while the page was loading, and isn't shown
 */

export class OwnPage {
  /** Under which files are to be had, if it is a newer one than this page's. */
  edition = "";
  #place;
  #parts;
  #handlers;
  #key = ""; // of the visual and the seat that it is for
  /** @type {Controls | null} */ #controls = null;
  /** @type {PageRunner | null} */ #running = null;
  /** @type {object | null} */ #loading = null; // the newest attempt
  #told = ""; // a line from the visual that came meanwhile

  /** @param {HTMLElement} place @param {PageApiParts} parts @param {OwnPageHandlers} handlers */
  constructor(place, parts, handlers) {
    this.#place = place;
    this.#parts = parts;
    this.#handlers = handlers;
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
    this.#handlers.covers(true);
    const patience = setTimeout(() => this.#running || this.#handlers.covers(false), LOADING_TIMEOUT_MS);
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
    this.#handlers.covers(false);
  }

  /** @param {VisualCard} card @param {SeatCard} seat */
  async #load(card, seat) {
    const loading = (this.#loading = {});
    try {
      const { PageRunner, prepare } = await import("./page-runner.js"); // most visuals never need it
      const prepared = await prepare(card, this.edition, this.#place);
      if (loading !== this.#loading) return prepared.host.remove();
      this.#stop();
      this.#running = new PageRunner(prepared, seat, this.#parts, (error) => this.#fail(error));
      this.#handlers.covers(true);
      this.#running.start(this.#controls);
    } catch (error) {
      if (loading !== this.#loading) return;
      if (!this.#running) {
        this.#key = ""; // the next time that it is wanted, it is fetched again
        this.#handlers.covers(false);
      }
      this.#handlers.failed(error, this.#running !== null);
    }
    this.#loading = null;
    const text = this.#told;
    this.#told = "";
    if (text && !this.#running?.tell({ phone: seat.number, text })) this.#handlers.left(text);
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#stop();
    this.#handlers.covers(false);
    this.#handlers.failed(error, false);
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
