// Controls of a visual beyond the pad: buttons to hold, choices, text.
// @ts-check
import { cut, limit } from "../shared/graphemes.js";
import { t } from "../shared/translation.js";
import { SAY_CODE_POINTS } from "../protocol.js";
import { rove, walk } from "./radios.js";

/** @import { Button, Controls as Asked } from "../protocol.js" */
/** @import { SayResult } from "./session.js" */

/**
 * @typedef {object} ControlsHandlers
 * @property {(name: string, down: boolean) => void} press
 * @property {(name: string) => Promise<boolean>} choose resolves to whether it counts
 * @property {(text: string) => Promise<SayResult>} say resolves to what came of it
 */

/**
 * @typedef {object} ControlsElements
 * @property {HTMLElement} body
 * @property {HTMLElement} question
 * @property {HTMLElement} choices
 * @property {HTMLElement} buttons
 * @property {HTMLFormElement} writing
 * @property {HTMLInputElement} text
 * @property {HTMLElement} sent what came of it
 */

/** Built anew whenever a visual asks for something else; what stays the same stays as it is. */
export class Controls {
  #at;
  #handlers;
  #built = "";
  #chosen = "";
  #question = "";
  #letters = 0;
  #onPad = true;
  #isCovered = false;

  /** @param {ControlsElements} elements @param {ControlsHandlers} handlers */
  constructor(elements, handlers) {
    this.#at = elements;
    this.#handlers = handlers;
    limit(elements.text, () => [this.#letters, SAY_CODE_POINTS]);
    walk(elements.choices);
    elements.writing.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
  }

  /** @param {Asked} asked */
  offer(asked) {
    const { motion, pad = true, buttons = [], question = "", choices = [], text = 0 } = asked;
    const built = JSON.stringify([motion, pad, buttons, question, choices, text]);
    if (built === this.#built) return;
    this.#built = built;
    const at = this.#at;
    at.body.dataset.motion = motion;
    this.#onPad = pad || motion !== "none";
    this.#showPad();
    if (question !== this.#question) this.#chosen = ""; // another question, another answer
    this.#question = question;
    at.question.textContent = question;
    at.buttons.replaceChildren(...buttons.map((button) => this.#toHold(button)));
    at.choices.replaceChildren(...choices.map((choice) => this.#toChoose(choice)));
    rove(at.choices);
    at.choices.dataset.many = String(choices.length > 4);
    at.writing.hidden = text === 0;
    this.#letters = text;
    at.sent.textContent = "";
  }

  /** @param {boolean} isCovered a visual's own phone page stands in the place of pad and controls */
  cover(isCovered) {
    if (isCovered) this.release();
    this.#isCovered = isCovered;
    this.#showPad();
  }

  /** Everything is let go: the page is hidden, or nobody hears it. */
  release() {
    for (const button of this.#at.buttons.querySelectorAll("[aria-pressed=true]")) this.#hold(button, false);
  }

  /** Another visual is on: nothing has been chosen or sent there. */
  startOver() {
    this.#choose("");
    this.#at.sent.textContent = "";
  }

  /** Another person is here, who has chosen and written nothing. */
  forget() {
    this.startOver();
    this.#at.text.value = "";
  }

  #showPad() {
    this.#at.body.dataset.pad = this.#isCovered ? "own" : this.#onPad ? "on" : "off";
  }

  /** @param {Button} button */
  #toHold({ name, label }) {
    const button = element("button", "button", label);
    button.dataset.name = name;
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("pointerdown", (event) => {
      button.setPointerCapture(event.pointerId);
      this.#hold(button, true);
    });
    for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) {
      button.addEventListener(end, () => this.#hold(button, false));
    }
    button.addEventListener("keydown", (event) => {
      if (!isPress(event.key)) return;
      event.preventDefault(); // the click that would follow
      if (!event.repeat) this.#hold(button, true);
    });
    button.addEventListener("keyup", (event) => {
      if (!isPress(event.key)) return;
      event.preventDefault();
      this.#hold(button, false);
    });
    button.addEventListener("click", ({ detail }) => {
      if (detail) return;
      this.#hold(button, true); // a screen reader's press: no pointer, no length
      this.#hold(button, false);
    });
    button.addEventListener("contextmenu", (event) => event.preventDefault());
    return button;
  }

  /** @param {Element} button @param {boolean} down */
  #hold(button, down) {
    if ((button.getAttribute("aria-pressed") === "true") === down) return;
    button.setAttribute("aria-pressed", String(down));
    this.#handlers.press(/** @type {HTMLElement} */ (button).dataset.name ?? "", down);
  }

  /** @param {Button} choice */
  #toChoose({ name, label }) {
    const button = element("button", "button", label);
    button.dataset.name = name;
    button.setAttribute("role", "radio");
    button.setAttribute("aria-checked", String(name === this.#chosen));
    button.addEventListener("click", async () => {
      if (await this.#handlers.choose(name)) this.#choose(name);
    });
    return button;
  }

  /** @param {string} name */
  #choose(name) {
    this.#chosen = name;
    for (const button of this.#at.choices.children) {
      button.setAttribute("aria-checked", String(/** @type {HTMLElement} */ (button).dataset.name === name));
    }
    rove(this.#at.choices);
  }

  async #send() {
    const { text, sent } = this.#at;
    const written = cut(text.value.trim(), this.#letters, SAY_CODE_POINTS);
    if (!written) return;
    const heard = await this.#handlers.say(written);
    sent.textContent = t(`shared.said.${heard}`);
    if (heard === "sent") text.value = "";
  }
}

/** @param {string} key @returns {boolean} */
function isPress(key) {
  return key === " " || key === "Enter";
}

/** @param {string} tag @param {string} name its class @param {string} text */
function element(tag, name, text) {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  made.setAttribute("type", "button");
  return made;
}
