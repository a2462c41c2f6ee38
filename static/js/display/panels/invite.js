// Invitation: QR, code and address; large in the lobby, in a corner while phones play.
// @ts-check
import { t } from "../../shared/translation.js";
import { travel } from "./travel.js";

/** @import { Moved, Opened, Recording } from "../../protocol.js" */

/** Shows one of three sizes: `lobby`, `corner`, and `full` for late guests. */
export class Invite {
  #page;
  #room = "";
  #phones = 0;
  #isFull = false;

  /** @param {HTMLElement} page holds everything with data-code, data-address and data-qr */
  constructor(page) {
    this.#page = page;
  }

  /** @returns {string} the room's code; "" before it is known */
  get room() {
    return this.#room;
  }

  /** @param {Opened} opened */
  write({ room, address, link }) {
    this.#room = room;
    this.#write("[data-code]", room);
    document.title = t("display.title", { room });
    this.move({ address, link });
  }

  /** Show by which address phones come in. @param {Moved} moved */
  move({ address, link }) {
    this.#write("[data-address]", address);
    // What stands behind the question mark is for the browser alone: another address is another picture.
    const picture = `/qr/${this.#room}.svg?${encodeURIComponent(link)}`;
    for (const image of this.#page.querySelectorAll("[data-qr]")) image.setAttribute("src", picture);
  }

  /** Say whether somebody records the room, so that everyone in it knows. @param {Recording} recording */
  record({ on, motion }) {
    for (const place of this.#page.querySelectorAll("[data-recording]")) {
      place.toggleAttribute("hidden", !on);
      place.textContent = t(motion ? "display.recording.motion" : "display.recording.taps");
    }
  }

  /** @param {number} phones how many seats are taken */
  count(phones) {
    if (this.#phones === 0 || phones === 0) this.#isFull = false;
    this.#phones = phones;
    this.#size();
  }

  /** Full size, and back. */
  toggle() {
    this.#isFull = !this.#isFull && this.#phones > 0;
    this.#size();
  }

  #size() {
    const size = this.#isFull ? "full" : this.#phones > 0 ? "corner" : "lobby";
    const code = this.#page.querySelector("#qr");
    if (code && size !== this.#page.dataset.invite) travel(code, () => (this.#page.dataset.invite = size));
  }

  /** @param {string} selector of the places @param {string} text whose length decides about its size */
  #write(selector, text) {
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (this.#page.querySelectorAll(selector))) {
      place.textContent = text;
      place.style.setProperty("--letters", String(text.length));
    }
  }
}
