// Runner of one visual's own phone page: its calls, and its errors.
// @ts-check
import { listenForErrors } from "../../shared/page-errors.js";
import { translatorOf } from "../../shared/translation.js";
import { fetchPageFiles } from "./page-files.js";
import { PageApi } from "./page-api.js";

/** @import { Controls, SeatCard, Tell, VisualCard } from "../../protocol.js" */
/** @import { Files } from "./page-files.js" */
/** @import { PageApiParts } from "./page-api.js" */
/** @import { CreatePage, Page } from "./contract.js" */

/** @typedef {{card: VisualCard, host: HTMLElement, root: ShadowRoot, create: CreatePage}} Prepared */

const MAX_STEP_S = 0.1; // seconds; after a pause a page goes on, it doesn't leap
const STYLES_TIMEOUT_MS = 3000; // milliseconds
const HOUSE_STYLES = new URL("../../../css/own.css", import.meta.url);

/**
 * Fetch a page and hang its markup, unseen until it runs.
 * @param {VisualCard} card
 * @param {string} edition
 * @param {HTMLElement} place
 * @returns {Promise<Prepared>}
 */
export async function prepare(card, edition, place) {
  const files = await fetchPageFiles(card, edition);
  const host = Object.assign(document.createElement("div"), { className: "host", inert: true });
  const root = host.attachShadow({ mode: "open" });
  place.append(host);
  await dress(root, files);
  return { card, host, root, create: files.create };
}

export class PageRunner {
  #prepared;
  #place;
  #api;
  #failed;
  /** @type {Page} */ #page = {};
  #sizes = new ResizeObserver(() => this.#resize());
  #listening = new AbortController();
  #frame = 0;
  #before = 0; // milliseconds

  /**
   * @param {Prepared} prepared
   * @param {SeatCard} seat
   * @param {PageApiParts} parts
   * @param {(error: unknown) => void} failed whoever hears it closes the page
   */
  constructor(prepared, seat, parts, failed) {
    this.#prepared = prepared;
    this.#place = /** @type {HTMLElement} */ (prepared.host.parentElement);
    this.#api = new PageApi(prepared.root, seat, parts, translatorOf(prepared.card.sentences));
    this.#failed = failed;
    listenForErrors(window, (error, { file }) => file.startsWith(`${prepared.card.name}/`) && failed(error), this.#listening);
  }

  /** @param {Controls | null} controls what the visual offers */
  start(controls) {
    const { host, create } = this.#prepared;
    const { phone } = this.#api;
    host.inert = false;
    phone.width = Math.max(1, this.#place.clientWidth);
    phone.height = Math.max(1, this.#place.clientHeight);
    this.#guard(() => (this.#page = create(phone) ?? {}));
    if (controls) this.equip(controls);
    if (this.#listening.signal.aborted) return;
    this.#sizes.observe(this.#place);
    if (!this.#page.draw) return;
    this.#before = performance.now();
    this.#frame = requestAnimationFrame(this.#paint);
  }

  /** @param {Controls} controls */
  equip(controls) {
    this.#guard(() => this.#page.equip?.(controls));
  }

  /** @param {Tell} tell @returns {boolean} the page shows the text itself */
  tell({ buzz = 0, flash = false, text = "", colour = "" }) {
    return this.#guard(() => this.#page.tell?.({ buzz, flash, text, colour })) === true;
  }

  /** Nobody holds anything down. */
  release() {
    this.#api.release();
  }

  close() {
    cancelAnimationFrame(this.#frame);
    this.#sizes.disconnect();
    this.#listening.abort();
    try {
      this.#page.close?.(); // also of a page that has failed: its timers and its sound would go on
    } catch (error) {
      console.error(error);
    }
    this.#api.close();
    this.#prepared.host.remove();
  }

  /** @param {number} now milliseconds */
  #paint = (now) => {
    this.#frame = requestAnimationFrame(this.#paint);
    const seconds = Math.min(MAX_STEP_S, Math.max(0, now - this.#before) / 1000);
    this.#before = now;
    this.#guard(() => this.#page.draw?.(seconds));
  };

  #resize() {
    const { phone } = this.#api;
    const { clientWidth: width, clientHeight: height } = this.#place;
    if (!width || (width === phone.width && height === phone.height)) return;
    Object.assign(phone, { width, height });
    this.#guard(() => this.#page.resize?.(width, height));
  }

  /** @template T @param {() => T} call @returns {T | undefined} */
  #guard(call) {
    if (this.#listening.signal.aborted) return undefined;
    try {
      return call();
    } catch (error) {
      this.#listening.abort(); // it is called no more
      this.#failed(error);
      return undefined;
    }
  }
}

/**
 * Hang the markup, and wait for its styles.
 * @param {ShadowRoot} root
 * @param {Files} files
 */
async function dress(root, { fragment, styles }) {
  const sheets = [HOUSE_STYLES, ...(styles ? [styles] : [])].map(({ href }) => {
    return Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  });
  const dressed = sheets.map((sheet) => new Promise((done) => {
    for (const end of ["load", "error"]) sheet.addEventListener(end, done);
  }));
  root.append(...sheets, fragment);
  await Promise.race([Promise.all(dressed), new Promise((done) => setTimeout(done, STYLES_TIMEOUT_MS))]);
}
