// All visuals to choose from. The one that is looked at plays; while nobody looks, one after the other does.
// @ts-check
import { Exhibit } from "./exhibit.js";

/** @import { Theme } from "../marks.js" */
/** @import { VisualCard } from "../protocol.js" */
/** @import { Gallery } from "./gallery.js" */

const LOOK = 150; // milliseconds on one before it plays: a pointer on its way elsewhere starts nothing
const PLAYS = 4500; // milliseconds that one plays for nobody in particular
const LOOKED = 9000; // milliseconds that the one plays which somebody looked at

export class Exhibits {
  #dialog;
  #why;
  #list;
  #gallery;
  #choose;
  #theme;
  /** @type {Exhibit[]} */ #exhibits = [];
  /** @type {Exhibit | null} */ #playing = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #next;

  /**
   * @param {HTMLDialogElement} dialog holds a list with data-exhibits, a line with data-why
   * @param {Gallery} gallery
   * @param {(name: string) => void} choose
   * @param {() => Theme} theme
   */
  constructor(dialog, gallery, choose, theme) {
    this.#dialog = dialog;
    this.#why = /** @type {HTMLElement} */ (dialog.querySelector("[data-why]"));
    this.#list = /** @type {HTMLElement} */ (dialog.querySelector("[data-exhibits]"));
    this.#gallery = gallery;
    this.#choose = choose;
    this.#theme = theme;
    dialog.addEventListener("close", () => this.#close());
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
    this.#exhibits = [];
    this.#list.replaceChildren(...this.#gallery.cards.map((card, i) => this.#hang(card, i + 1)));
    this.#dialog.showModal();
    /** @type {HTMLElement | null} */ (this.#list.querySelector("[aria-current=true]"))?.focus();
  }

  close() {
    this.#dialog.close();
  }

  /** @param {VisualCard} card @param {number} place from 1 */
  #hang(card, place) {
    const { name, title, sentence, hint, players: [least, most] } = card;
    const button = element("button", "exhibit");
    button.setAttribute("aria-current", String(this.#why.hidden && name === this.#gallery.card?.name));
    const host = element("span", "preview");
    const picture = document.createElement("img");
    picture.src = new URL(`../../visuals/${name}/preview.svg`, import.meta.url).href;
    picture.alt = "";
    host.append(picture);
    const heading = element("span", "title", place < 10 ? `${place}  ${title}` : title);
    button.append(host, heading, element("span", "sentence", sentence), element("span", "quiet", `${least} to ${most} phones. ${hint}`));
    button.addEventListener("click", () => {
      this.#dialog.close();
      this.#choose(name);
    });
    const exhibit = new Exhibit(card, host, this.#theme);
    this.#exhibits.push(exhibit);
    for (const look of ["focus", "pointerenter"]) button.addEventListener(look, () => this.#soon(LOOK, exhibit, LOOKED));
    const item = document.createElement("li");
    item.append(button);
    return item;
  }

  /** @param {number} wait milliseconds @param {Exhibit} exhibit that plays then @param {number} lasts milliseconds */
  #soon(wait, exhibit, lasts) {
    clearTimeout(this.#next);
    this.#next = setTimeout(() => this.#play(exhibit, lasts), wait);
  }

  /** @param {Exhibit} exhibit @param {number} lasts milliseconds, until the one after it plays */
  #play(exhibit, lasts) {
    if (exhibit !== this.#playing) this.#playing?.rest();
    this.#playing = exhibit;
    exhibit.play();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return; // then only what somebody looks at moves
    const after = this.#exhibits[(this.#exhibits.indexOf(exhibit) + 1) % this.#exhibits.length];
    this.#soon(lasts, after, PLAYS);
  }

  #close() {
    clearTimeout(this.#next);
    this.#playing = null;
    for (const exhibit of this.#exhibits) exhibit.close();
    this.#exhibits = [];
    this.#list.replaceChildren();
  }
}

/** @param {string} tag @param {string} name its class @param {string} [text] */
function element(tag, name, text = "") {
  return Object.assign(document.createElement(tag), { className: name, textContent: text });
}
