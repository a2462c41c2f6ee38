// The host's own phone: shows the message that waits, so that the room can't read it.
// @ts-check
import { firstLetters } from "../_kit/graphemes.js";

/** @import { Phone, Stage } from "../../js/display/stage/contract.js" */
/** @import { Card } from "./moderation-queue.js" */

const RETELL_S = 3; // seconds: a phone shows a line for a little longer
const BUZZ_MS = 60;
const MAX_LETTERS = 80; // letters of a line: the whole message, or the host would show what nobody has read
const MAX_CODE_UNITS = 1000; // UTF-16 code units of it, which a phone may be told

export class HostPhone {
  #stage;
  /** @type {{number: number, name: string} | null} */ #who;
  /** @type {Card | undefined} */ #told;
  #rest = RETELL_S; // seconds since it was told

  /** @param {Stage} stage @param {{number: number, name: string} | null} who as it was kept */
  constructor(stage, who) {
    this.#stage = stage;
    this.#who = who;
  }

  get isSet() {
    return this.#who !== null;
  }

  get kept() {
    return this.#who;
  }

  /** @param {Phone | undefined} phone */
  is(phone) {
    this.#who = phone ? { number: phone.number, name: phone.name } : null;
    this.#told = undefined;
    if (phone) this.#stage.tell(phone, { text: this.#stage.t("host_phone"), buzz: BUZZ_MS });
  }

  /** @param {readonly Phone[]} phones @param {Card | undefined} card that waits @param {number} seconds since the last call */
  step(phones, card, seconds) {
    this.#rest += seconds;
    if (!this.#who || !card || (card === this.#told && this.#rest < RETELL_S)) return;
    const phone = phones.find(({ number, name }) => number === this.#who?.number && name === this.#who.name);
    if (!phone || phone.away) return;
    const text = firstLetters(`${card.number}: ${card.text}`, MAX_LETTERS, MAX_CODE_UNITS);
    this.#stage.tell(phone, card === this.#told ? { text } : { text, buzz: BUZZ_MS });
    this.#told = card;
    this.#rest = 0;
  }
}
