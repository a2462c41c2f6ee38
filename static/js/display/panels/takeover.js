// Takeover: the seat of a phone that is away, offered to another phone.
// @ts-check
import { drawMark } from "../../shared/marks.js";

/** @import { Offered } from "../../protocol.js" */
/** @import { Phone } from "../stage/contract.js" */

/** Shows one offer at a time, for as long as the seat's own phone stays away. */
export class Takeover {
  #panel;
  #wish;
  #number = 0; // of the seat that is offered; 0 is none

  /**
   * @param {HTMLElement} panel holds everything with data-takeover-…
   * @param {(number: number) => void} wish asks the server for an offer; its answer comes to `show`
   */
  constructor(panel, wish) {
    this.#panel = panel;
    this.#wish = wish;
  }

  /**
   * Offer the next seat whose phone is away; after the last one, none.
   * @param {readonly Phone[]} phones by number
   * @returns {boolean} whether a phone is away at all
   */
  next(phones) {
    const away = phones.filter((phone) => phone.away);
    const next = away.find(({ number }) => number > this.#number);
    if (next) this.offer(next);
    else this.close();
    return away.length > 0;
  }

  /** @param {Phone} phone one that is away; if it is on offer already, the offer ends */
  offer(phone) {
    if (phone.number === this.#number) {
      this.close();
      return;
    }
    this.#number = phone.number;
    const mark = drawMark(phone.shape);
    mark.style.color = `var(--${phone.colour})`;
    this.#part("seat").replaceChildren(mark, `${phone.number} ${phone.name}`);
    this.#wish(phone.number);
  }

  /** @param {Offered} offered */
  show({ number, address, picture }) {
    if (number !== this.#number) return; // closed meanwhile, or turned to another
    this.#part("qr").setAttribute("src", picture);
    this.#part("address").textContent = address;
    this.#panel.hidden = false;
  }

  /** Somebody came back or left. @param {readonly Phone[]} phones */
  changed(phones) {
    if (!phones.some((phone) => phone.number === this.#number && phone.away)) this.close();
  }

  close() {
    this.#number = 0;
    this.#panel.hidden = true;
  }

  /** @param {string} name @returns {HTMLElement} */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#panel.querySelector(`[data-takeover-${name}]`));
  }
}
