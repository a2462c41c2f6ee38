// Fallback after a visual has failed: the gallery, then another visual.
// @ts-check
import { t } from "../../shared/translation.js";

/** @import { GalleryDialog } from "./gallery-dialog.js" */
/** @import { Gallery } from "./catalogue.js" */

const FALLBACK_AFTER_MS = 30_000; // milliseconds for a person to choose, since the last sign of one

/** Sees that the screen never stays with a visual that doesn't play. */
export class VisualFallback {
  #gallery;
  #galleryDialog;
  #wish;
  /** @type {Set<string>} */ #failed = new Set();
  #found = ""; // the visual that came by itself
  #missed = ""; // the one whose place it takes
  /** @type {ReturnType<typeof setInterval> | undefined} */ #waiting;

  /**
   * @param {Pick<Gallery, "after">} gallery
   * @param {Pick<GalleryDialog, "open" | "close">} galleryDialog
   * @param {(name: string) => void} wish for a visual that everyone should see
   * @param {EventTarget} hands where people point and type
   */
  constructor(gallery, galleryDialog, wish, hands) {
    this.#gallery = gallery;
    this.#galleryDialog = galleryDialog;
    this.#wish = wish;
    for (const sign of ["pointermove", "keydown"]) hands.addEventListener(sign, () => this.#waiting && this.#wait());
  }

  /**
   * A visual can't go on.
   * @param {string} name
   * @param {string} what happened, in a sentence
   */
  failed(name, what) {
    this.#failed.add(name);
    if (name !== this.#found) this.#missed = name;
    this.#wait();
    this.#galleryDialog.open(t("display.gallery.another", { what, count: FALLBACK_AFTER_MS / 1000 }));
  }

  /** @param {string} name @returns {boolean} whether it failed when it was last on */
  hasFailed(name) {
    return this.#failed.has(name);
  }

  /** @param {string} name of the visual that plays from now on */
  turned(name) {
    this.#failed.delete(name); // it has another chance
    if (name !== this.#found) this.#found = this.#missed = "";
    if (!this.#waiting) return;
    clearInterval(this.#waiting);
    this.#waiting = undefined;
    this.#galleryDialog.close();
  }

  /** @param {string} name @returns {boolean} whether another visual is on only because this one had failed */
  isFor(name) {
    return name === this.#missed && this.#found !== "";
  }

  // Again and again, since the connection may be away just then.
  #wait() {
    clearInterval(this.#waiting);
    this.#waiting = setInterval(() => this.#step(), FALLBACK_AFTER_MS);
  }

  #step() {
    const name = this.#gallery.after((other) => !this.#failed.has(other)) ?? this.#gallery.after();
    if (!name) return;
    this.#found = name;
    this.#wish(name);
  }
}
