// Which visuals there are, which one is on, and how to get another.
// @ts-check
/** @import { VisualCard } from "../protocol.js" */
/** @import { CreateVisual } from "./visual.js" */

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

  /** @param {VisualCard} card what the server says is on now */
  turnTo(card) {
    this.#current = card.name;
  }

  /** @returns {string | undefined} the name of the one after the current one */
  next() {
    const at = this.#cards.findIndex(({ name }) => name === this.#current);
    return this.#cards[(at + 1) % this.#cards.length]?.name;
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
 * @returns {Promise<CreateVisual>}
 */
export async function load(name) {
  const module = await import(`../../visuals/${name}/visual.js`);
  return module.default;
}
