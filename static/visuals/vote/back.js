// Who has come back: a phone that was away may have forgotten what it said.
// @ts-check
/** @import { Phone } from "../../js/display/stage/contract.js" */

export class Back {
  /** @type {ReadonlySet<Phone>} */ #away = new Set();

  /** @param {readonly Phone[]} phones @returns {Phone[]} those that were away at the last call and are here now */
  since(phones) {
    const back = phones.filter((phone) => !phone.away && this.#away.has(phone));
    this.#away = new Set(phones.filter(({ away }) => away));
    return back;
  }
}
