// All visuals to choose from. The one that is looked at plays, with pretend hands; the others show their picture.
// @ts-check
import { load } from "./gallery.js";
import { Phones } from "./phones.js";
import { Stage } from "./stage.js";

/** @import { Theme } from "../marks.js" */
/** @import { SeatCard, VisualCard } from "../protocol.js" */
/** @import { Gallery } from "./gallery.js" */

const LOOK = 150; // milliseconds on one before it plays: a pointer on its way elsewhere starts nothing
const TAP_EVERY = 90; // frames
const UNIT = 10_000; // a quaternion's component of 1.0

/** @type {readonly SeatCard[]} */
const PRETENDED = [
  { number: 1, colour: "orange", shape: "star", name: "Bright Otter" },
  { number: 2, colour: "sky", shape: "circle", name: "Calm Heron" },
  { number: 3, colour: "mint", shape: "triangle", name: "Swift Newt" },
];

export class Exhibits {
  #dialog;
  #list;
  #gallery;
  #choose;
  #theme;
  /** @type {Stage | null} */ #stage = null;
  #playing = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #looking;

  /**
   * @param {HTMLDialogElement} dialog holds a list with data-exhibits
   * @param {Gallery} gallery
   * @param {(name: string) => void} choose
   * @param {() => Theme} theme
   */
  constructor(dialog, gallery, choose, theme) {
    this.#dialog = dialog;
    this.#list = /** @type {HTMLElement} */ (dialog.querySelector("[data-exhibits]"));
    this.#gallery = gallery;
    this.#choose = choose;
    this.#theme = theme;
    dialog.addEventListener("close", () => this.#stop());
  }

  /** Show all, and close again. */
  toggle() {
    if (this.#dialog.open) {
      this.#dialog.close();
      return;
    }
    this.#list.replaceChildren(...this.#gallery.cards.map((card, i) => this.#hang(card, i + 1)));
    this.#dialog.showModal();
    /** @type {HTMLElement | null} */ (this.#list.querySelector("[aria-current=true]"))?.focus();
  }

  /** @param {VisualCard} card @param {number} place from 1 */
  #hang({ name, title, sentence, hint, players: [least, most] }, place) {
    const button = element("button", "exhibit");
    button.setAttribute("aria-current", String(name === this.#gallery.card?.name));
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
    for (const look of ["focus", "pointerenter"]) button.addEventListener(look, () => this.#lookAt(name, host));
    const item = document.createElement("li");
    item.append(button);
    return item;
  }

  /** @param {string} name @param {HTMLElement} host */
  #lookAt(name, host) {
    clearTimeout(this.#looking);
    if (name !== this.#playing) this.#looking = setTimeout(() => this.#play(name, host), LOOK);
  }

  /** @param {string} name @param {HTMLElement} host */
  async #play(name, host) {
    this.#stop();
    this.#playing = name;
    const create = await load(name).catch(() => null); // its picture stays
    if (!create || this.#playing !== name) return;
    const phones = new Phones(this.#theme());
    let frames = 0;
    const stage = new Stage({
      host,
      phones,
      words: () => [],
      tell: () => {},
      equip: () => {},
      state: new Map(),
      ask: async () => null,
      table: () => {},
      download: () => {},
      sound: { context: null, out: null },
      clock: () => performance.now(),
      theme: this.#theme(),
      onError: (error) => console.warn(error),
      onFrame: () => {
        frames += 1;
        phones.take([PRETENDED.map(({ number }) => [number, pose(frames, number)]), []]);
        const tapped = frames % TAP_EVERY === 0 && phones.at(1 + ((frames / TAP_EVERY) % PRETENDED.length));
        if (tapped) stage.tap(tapped, 0);
      },
    });
    this.#stage = stage;
    stage.show(create);
    for (const seat of PRETENDED) stage.joined(phones.join(seat));
  }

  #stop() {
    clearTimeout(this.#looking);
    this.#stage?.close();
    this.#stage = null;
    this.#playing = "";
  }
}

/**
 * A hand that wanders.
 * @param {number} frame
 * @param {number} number of its seat
 * @returns {[number, number, number, number, number, number, number]} a tilt
 */
function pose(frame, number) {
  const [across, down] = [0.34 * Math.sin(frame / 41 + 2 * number), 0.3 * Math.cos(frame / 53 + 3 * number)];
  const w = Math.sqrt(1 - across * across - down * down);
  return [frame % 65_536, Math.round(performance.now()), Math.round(UNIT * down), Math.round(UNIT * across), 0, Math.round(UNIT * w), 0];
}

/** @param {string} tag @param {string} name its class @param {string} [text] */
function element(tag, name, text = "") {
  return Object.assign(document.createElement(tag), { className: name, textContent: text });
}
