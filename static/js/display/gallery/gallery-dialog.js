// Gallery dialog: all visuals to choose from, and which previews play or rest.
// @ts-check
import { FrameBudget } from "./frame-budget.js";
import { Preview } from "./preview.js";
import { inWords } from "../stage/faults.js";
import { t } from "../../shared/translation.js";

/** @import { Theme } from "../../shared/marks.js" */
/** @import { VisualCard } from "../../protocol.js" */
/** @import { Gallery } from "./catalogue.js" */

const CHECK_INTERVAL_MS = 150; // milliseconds on one before it plays: a pointer on its way elsewhere starts nothing
const PREVIEW_TURN_MS = 4500; // milliseconds that one plays for nobody in particular
const MAX_PREVIEWS = 12; // at once: browsers keep some sixteen graphics contexts, and the picture behind needs its own
const WATCHED_MS = 9000; // milliseconds that the one plays which somebody looked at

export class GalleryDialog {
  #dialog;
  #why;
  #list;
  #gallery;
  #choose;
  #theme;
  #edition;
  /** @type {Preview[]} */ #previews = [];
  /** @type {Preview[]} */ #playing = []; // the first rests first
  #frameBudget = new FrameBudget(0);
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #next;
  #frame = 0; // the request for it

  /**
   * @param {HTMLDialogElement} dialog holds a list with data-gallery-list, a line with data-reason
   * @param {Gallery} gallery
   * @param {(name: string) => void} choose
   * @param {() => Theme} theme
   * @param {() => string | undefined} edition of the files, once an author has saved some
   */
  constructor(dialog, gallery, choose, theme, edition) {
    this.#dialog = dialog;
    this.#why = /** @type {HTMLElement} */ (dialog.querySelector("[data-reason]"));
    this.#list = /** @type {HTMLElement} */ (dialog.querySelector("[data-gallery-list]"));
    this.#gallery = gallery;
    this.#choose = choose;
    this.#theme = theme;
    this.#edition = edition;
    dialog.addEventListener("close", () => dialog.open || this.#close()); // it may be open again by then
  }

  /** Show all, and close again. */
  toggle() {
    if (this.#dialog.open) this.close();
    else this.open();
  }

  /** @param {string} [why] the one that is on can't go on: a sentence; "" where the host asks */
  open(why = "") {
    this.#why.textContent = why;
    this.#why.hidden = why === "";
    this.#dialog.scrollTop = 0;
    if (this.#dialog.open) return;
    this.#previews = [];
    this.#list.replaceChildren(...this.#gallery.cards.map((card, i) => this.#hang(card, i + 1)));
    this.#frameBudget = new FrameBudget(Math.min(MAX_PREVIEWS, this.#previews.length));
    this.#frame = requestAnimationFrame(this.#watch);
    this.#dialog.showModal();
    /** @type {HTMLElement | null} */ (this.#list.querySelector("[aria-current=true]"))?.focus();
  }

  close() {
    this.#dialog.close();
  }

  /** @param {VisualCard} card @param {number} place from 1 */
  #hang(card, place) {
    const { name, title, sentence, hint, players: [least, most] } = card;
    const button = element("button", "gallery-item");
    button.setAttribute("aria-current", String(this.#why.hidden && name === this.#gallery.card?.name));
    const host = element("span", "preview");
    const picture = document.createElement("img");
    picture.src = new URL(`../../../visuals/${name}/preview.svg`, import.meta.url).href;
    picture.alt = "";
    host.append(picture);
    const heading = element("span", "title", place < 10 ? `${place}  ${title}` : title);
    Object.assign(heading.dataset, { current: t("display.gallery.on_now"), failed: t("display.gallery.failed") });
    const told = element("span", "sentence", sentence);
    button.append(host, heading, told, element("span", "quiet", t("display.gallery.players", { least, most, hint })));
    button.addEventListener("click", () => {
      this.#dialog.close();
      this.#choose(name);
    });
    const preview = new Preview(card, host, this.#theme, this.#edition, (error) => {
      button.dataset.failed = "";
      told.textContent = inWords(error);
      this.#playing = this.#playing.filter((other) => other !== preview);
    });
    this.#previews.push(preview);
    for (const look of ["focus", "pointerenter"]) button.addEventListener(look, () => this.#soon(CHECK_INTERVAL_MS, preview, WATCHED_MS));
    const item = document.createElement("li");
    item.append(button);
    return item;
  }

  /** @param {number} wait milliseconds @param {Preview} preview that plays then @param {number} lasts milliseconds */
  #soon(wait, preview, lasts) {
    clearTimeout(this.#next);
    this.#next = setTimeout(() => this.#play(preview, lasts), wait);
  }

  /** @param {Preview} preview @param {number} lasts milliseconds, until another one plays that rests now */
  #play(preview, lasts) {
    if (!preview.hasFailed) {
      this.#playing = [...this.#playing.filter((other) => other !== preview), preview];
      preview.play();
      this.#trim();
    }
    if (!isCalm()) this.#soon(lasts, this.#after(preview) ?? preview, PREVIEW_TURN_MS); // else only what somebody looks at moves
  }

  #trim() {
    const most = isCalm() ? 1 : this.#frameBudget.count;
    while (this.#playing.length > most) this.#playing.shift()?.rest();
  }

  /** @param {Preview | undefined} preview @returns {Preview | undefined} the next one that rests and can play, going round */
  #after(preview) {
    const place = preview ? this.#previews.indexOf(preview) + 1 : 0;
    const round = [...this.#previews.slice(place), ...this.#previews.slice(0, place)];
    return round.find((other) => !other.hasFailed && !this.#playing.includes(other));
  }

  /** @param {number} now milliseconds */
  #watch = (now) => {
    this.#frame = requestAnimationFrame(this.#watch);
    if (this.#playing.some(({ isLoading }) => isLoading)) return; // what it will cost isn't known yet
    this.#frameBudget.frame(now);
    this.#trim();
    if (isCalm() || this.#playing.length === 0 || this.#playing.length === this.#frameBudget.count) return;
    const more = this.#after(this.#playing.at(-1));
    if (!more) return;
    this.#playing.unshift(more);
    more.play();
  };

  #close() {
    clearTimeout(this.#next);
    cancelAnimationFrame(this.#frame);
    this.#playing = [];
    for (const preview of this.#previews) preview.close();
    this.#previews = [];
    this.#list.replaceChildren();
  }
}

function isCalm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** @param {string} tag @param {string} name its class @param {string} [text] */
function element(tag, name, text = "") {
  return Object.assign(document.createElement(tag), { className: name, textContent: text });
}
