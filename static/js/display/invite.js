// The way in: QR, code and address. Large while nobody is in, in a corner while somebody plays, never gone.
// @ts-check
/** @import { Opened } from "../protocol.js" */

/** Shows one of three sizes: `lobby`, `corner`, and `full` for late guests. */
export class Invite {
  #page;
  #phones = 0;
  #isFull = false;

  /** @param {HTMLElement} page holds everything with data-code, data-address and data-qr */
  constructor(page) {
    this.#page = page;
  }

  /** @param {Opened} opened */
  write({ room, address }) {
    for (const place of this.#page.querySelectorAll("[data-code]")) place.textContent = room;
    for (const place of this.#page.querySelectorAll("[data-address]")) place.textContent = address;
    for (const image of this.#page.querySelectorAll("[data-qr]")) image.setAttribute("src", `/qr/${room}.svg`);
    document.title = `${room} · Scan to play`;
  }

  /** @param {number} phones how many seats are taken */
  count(phones) {
    if (this.#phones === 0 && phones > 0) this.#isFull = false;
    this.#phones = phones;
    this.#size();
  }

  /** Full size, and back. */
  toggle() {
    this.#isFull = !this.#isFull && this.#phones > 0;
    this.#size();
  }

  #size() {
    this.#page.dataset.invite = this.#isFull ? "full" : this.#phones > 0 ? "corner" : "lobby";
  }
}
