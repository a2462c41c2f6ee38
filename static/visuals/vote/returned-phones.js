// Phones that were away and are back: they may have forgotten their answer.
// @ts-check
/** @import { Phone } from "../../js/display/stage/contract.js" */

export class ReturnedPhones {
  /** @type {ReadonlySet<Phone>} */ #away = new Set();

  /** @param {readonly Phone[]} phones @returns {Phone[]} those that were away at the last call and are here now */
  since(phones) {
    const returned = phones.filter((phone) => !phone.away && this.#away.has(phone));
    this.#away = new Set(phones.filter(({ away }) => away));
    return returned;
  }
}
