// Catalogue of visuals: which there are, which one is on, the next one.
// @ts-check
import { loadCode } from "../../shared/author-code.js";

/** @import { VisualCard } from "../../protocol.js" */
/** @import { CreateVisual } from "../stage/contract.js" */

/** The visuals of this server, in their order on the keys 1 to 9. */
export class Gallery {
  /** @type {readonly VisualCard[]} */ #cards = [];
  #current = "";

  /**
   * @param {readonly VisualCard[]} cards
   * @param {VisualCard} current
   */
  reset(cards, current) {
    this.#cards = cards;
    this.#current = current.name;
  }

  /** @param {VisualCard} card of a visual that has changed, or is new */
  renew(card) {
    const others = this.#cards.filter(({ name }) => name !== card.name);
    this.#cards = [...others, card].sort((a, b) => a.title.localeCompare(b.title));
  }

  /** @param {VisualCard} card what the server says is on now */
  turnTo(card) {
    this.#current = card.name;
  }

  get cards() {
    return this.#cards;
  }

  /** @returns {VisualCard | undefined} of the visual that is on */
  get card() {
    return this.#cards.find(({ name }) => name === this.#current);
  }

  /**
   * @param {(name: string) => boolean} [suits] which may come; all, unless you say otherwise
   * @returns {string | undefined} the name of the next one that suits, round to the one that is on
   */
  after(suits = () => true) {
    const next = this.#cards.findIndex(({ name }) => name === this.#current) + 1;
    return [...this.#cards.slice(next), ...this.#cards.slice(0, next)].find(({ name }) => suits(name))?.name;
  }

  /** @param {number} place from 1 @returns {string | undefined} */
  name(place) {
    return this.#cards[place - 1]?.name;
  }

  /** @returns {readonly string[]} titles, in order */
  get titles() {
    return this.#cards.map(({ title }) => title);
  }
}

/**
 * Load a visual's code.
 * @param {string} name its folder
 * @param {string} [edition] of the files, if it is a newer one than this page's
 * @returns {Promise<CreateVisual>}
 * @throws {Error} in words, with file and line where the code is no JavaScript
 */
export async function load(name, edition) {
  const path = edition ? `/static/${edition}/visuals/${name}/visual.js` : `../../../visuals/${name}/visual.js`;
  return /** @type {CreateVisual} */ ((await loadCode(new URL(path, import.meta.url))).default);
}
