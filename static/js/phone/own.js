// A visual's own phone page, in the place of pad and controls. An error in it ends it, and the controls come back.
// @ts-check
import { Given } from "./given.js";
import { fetchOwn } from "./fetching.js";

/** @import { Controls, SeatCard, Tell, VisualCard } from "../protocol.js" */
/** @import { GivenParts } from "./given.js" */
/** @import { Files } from "./fetching.js" */
/** @import { Page } from "./page.js" */

const LONGEST_STEP = 0.1; // seconds; after a pause a page goes on, it doesn't leap
const PATIENCE = 1000; // milliseconds of loading after which the controls are shown meanwhile
const STYLES_WITHIN = 3000; // milliseconds
const HOUSE = new URL("../../css/own.css", import.meta.url);

/**
 * @typedef {object} OwnHears
 * @property {(isThere: boolean) => void} covers whether it stands in the place of the controls
 * @property {(error: unknown, isRunning: boolean) => void} failed whether the last version goes on
 * @property {(text: string) => void} left a line from the visual that came while the page was loading, and isn't shown
 */

/** @typedef {{host: HTMLElement, given: Given, page: Page}} Running */

export class OwnPage {
  #place;
  #parts;
  #hears;
  #edition = "";
  #key = ""; // of the visual and the seat that it is for
  /** @type {Controls | null} */ #controls = null;
  /** @type {Running | null} */ #running = null;
  /** @type {object | null} */ #loading = null; // the newest attempt
  #told = ""; // a line from the visual that came while the page was loading
  #sizes = new ResizeObserver(() => this.#resize());
  #frame = 0;
  #before = 0; // milliseconds

  /**
   * @param {HTMLElement} place
   * @param {GivenParts} parts
   * @param {OwnHears} hears
   */
  constructor(place, parts, hears) {
    this.#place = place;
    this.#parts = parts;
    this.#hears = hears;
    this.#sizes.observe(place);
  }

  /**
   * Show the page of a visual, or none where it has none. What is shown already goes on.
   * @param {VisualCard} card
   * @param {SeatCard} seat
   */
  async show(card, seat) {
    const key = card.phone_page?.length ? `${card.name} ${seat.number} ${seat.name}` : "";
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
    if (!card.phone_page?.length) return this.close();
    this.#key = `${card.name} ${seat.number} ${seat.name}`;
    await this.#load(card, seat);
  }

  /** @param {string} edition under which files are to be had from now on */
  set edition(edition) {
    this.#edition = edition;
  }

  /** @param {Controls} controls */
  equip(controls) {
    this.#controls = controls;
    this.#guard((page) => page.equip?.(controls));
  }

  /** @param {Tell} tell @returns {boolean} the page shows the text itself, or will once it is there */
  tell({ buzz = 0, flash = false, text = "", colour = "" }) {
    if (this.#loading && !this.#running) {
      this.#told = text || this.#told;
      return true;
    }
    return this.#guard((page) => page.tell?.({ buzz, flash, text, colour })) === true;
  }

  /** Nobody holds anything down. */
  release() {
    this.#running?.given.release();
  }

  /**
   * @param {string} file in which an error was thrown that nobody caught, such as "rain/phone.js"
   * @param {unknown} error
   * @returns {boolean} whether it is this page's; it is ended then
   */
  blame(file, error) {
    const isOwn = this.#running !== null && file.startsWith(`${this.#key.split(" ")[0]}/`);
    if (isOwn) this.#fail(error);
    return isOwn;
  }

  /** It is not wanted any more: the controls are back at once. */
  close() {
    this.#loading = null;
    this.#told = "";
    this.#key = "";
    this.#stop();
    this.#hears.covers(false);
  }

  /** @param {VisualCard} card @param {SeatCard} seat */
  async #load(card, seat) {
    const loading = (this.#loading = {});
    const host = document.createElement("div");
    host.className = "host";
    host.inert = true; // and unseen, until it has its styles
    try {
      const files = await fetchOwn(card, this.#edition);
      if (loading !== this.#loading) return;
      const root = host.attachShadow({ mode: "open" });
      this.#place.append(host);
      await dress(root, files);
      if (loading !== this.#loading) return host.remove();
      this.#stop();
      host.inert = false;
      this.#loading = null;
      this.#start(host, root, seat, files);
      this.#tellNow();
    } catch (error) {
      host.remove();
      if (loading !== this.#loading) return;
      this.#loading = null;
      if (!this.#running) this.#hears.covers(false);
      this.#tellNow();
      this.#hears.failed(error, this.#running !== null);
    }
  }

  /** @param {HTMLElement} host @param {ShadowRoot} root @param {SeatCard} seat @param {Files} files */
  #start(host, root, seat, { create }) {
    const given = new Given(root, seat, this.#parts);
    /** @type {Running} */ const running = (this.#running = { host, given, page: {} });
    this.#hears.covers(true);
    given.phone.width = Math.max(1, this.#place.clientWidth);
    given.phone.height = Math.max(1, this.#place.clientHeight);
    this.#guard(() => (running.page = create(given.phone) ?? {}));
    const controls = this.#controls;
    if (controls) this.#guard((page) => page.equip?.(controls));
    if (this.#running !== running || !running.page.draw) return;
    this.#before = performance.now();
    this.#frame = requestAnimationFrame(this.#paint);
  }

  #tellNow() {
    const text = this.#told;
    this.#told = "";
    if (text && !this.tell({ phone: 0, text })) this.#hears.left(text);
  }

  /** @param {number} now milliseconds */
  #paint = (now) => {
    this.#frame = requestAnimationFrame(this.#paint);
    const seconds = Math.min(LONGEST_STEP, Math.max(0, now - this.#before) / 1000);
    this.#before = now;
    this.#guard((page) => page.draw?.(seconds));
  };

  #resize() {
    if (!this.#running || !this.#place.clientWidth) return;
    const { phone } = this.#running.given;
    const { clientWidth: width, clientHeight: height } = this.#place;
    if (width === phone.width && height === phone.height) return;
    Object.assign(phone, { width, height });
    this.#guard((page) => page.resize?.(width, height));
  }

  /** @template T @param {(page: Page) => T} call @returns {T | undefined} */
  #guard(call) {
    try {
      return this.#running ? call(this.#running.page) : undefined;
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#stop();
    this.#hears.covers(false);
    this.#hears.failed(error, false);
  }

  #stop() {
    const running = this.#running;
    if (!running) return;
    this.#running = null;
    cancelAnimationFrame(this.#frame);
    try {
      running.page.close?.();
    } catch (error) {
      this.#hears.failed(error, false);
    }
    running.given.close();
    running.host.remove();
  }
}

/**
 * Hang the markup, and wait for its styles.
 * @param {ShadowRoot} root
 * @param {Files} files
 */
async function dress(root, { fragment, styles }) {
  const sheets = [HOUSE, ...(styles ? [styles] : [])].map(({ href }) => {
    return Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  });
  const dressed = sheets.map((sheet) => new Promise((done) => {
    for (const end of ["load", "error"]) sheet.addEventListener(end, done);
  }));
  root.append(...sheets, fragment);
  await Promise.race([Promise.all(dressed), new Promise((done) => setTimeout(done, STYLES_WITHIN))]);
}
