// Strip at the display's lower edge: the simulated phone and its controls.
// @ts-check
import { drawMark } from "../../shared/marks.js";
import { t } from "../../shared/translation.js";
import { Controls } from "../../client/controls.js";

/** @import { ControlsHandlers } from "../../client/controls.js" */
/** @import { Controls as Asked, SeatCard, Tell } from "../../protocol.js" */

const TOLD_MS = 3500; // milliseconds that a visual's line stands, as on a phone
const FLASH_INTERVAL_MS = 350; // milliseconds: never over 3 Hz

/** @typedef {ControlsHandlers & {another: () => void, away: () => void}} PanelHandlers */

export class SimulatorPanel {
  #panel;
  #controls;
  #flashed = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #telling;

  /**
   * @param {HTMLElement} panel holds everything with data-simulator-…
   * @param {PanelHandlers} handlers
   */
  constructor(panel, handlers) {
    this.#panel = panel;
    this.#controls = new Controls(
      {
        body: panel,
        question: this.#part("question"),
        choices: this.#part("choices"),
        buttons: this.#part("buttons"),
        writing: /** @type {HTMLFormElement} */ (this.#part("message-form")),
        text: this.#text,
        sent: this.#part("message-status"),
      },
      handlers,
    );
    // In the next frame: what changes the layout from within an observer is an error to the browser.
    new ResizeObserver(() => requestAnimationFrame(() => this.#makeRoom())).observe(panel);
    this.#part("add").addEventListener("click", handlers.another);
    this.#part("remove-all").addEventListener("click", handlers.away);
    // The mouse presses and goes on; only the Tab key brings the keyboard here.
    panel.addEventListener("mousedown", (event) => event.target !== this.#text && event.preventDefault());
    this.#text.addEventListener("keydown", ({ key }) => key === "Escape" && this.#text.blur());
  }

  /** Whether somebody writes here: keys are letters then. */
  get isTyping() {
    return document.activeElement === this.#text;
  }

  /** Whether something in here has the keyboard. */
  get hasFocus() {
    return this.#panel.contains(document.activeElement);
  }

  /** @param {SeatCard} seat of the phone that has the hand @param {number} others that go on by themselves */
  show(seat, others) {
    const mark = drawMark(seat.shape);
    this.#panel.style.setProperty("--seat", `var(--${seat.colour})`);
    this.#part("seat").replaceChildren(mark, `${seat.number} ${seat.name}`);
    this.#part("others").textContent = others ? t("display.pretend.others", { count: others }) : "";
    this.#part("remove-all-label").textContent = t(others ? "display.pretend.remove_all" : "display.pretend.remove");
    this.#panel.hidden = false;
  }

  /** @param {Asked} controls */
  offer(controls) {
    this.#controls.offer(controls);
    this.#part("instructions").textContent = howTo(controls);
  }

  /** Nothing is held down any more. */
  release() {
    this.#controls.release();
  }

  /** Another visual is on: what the one before told ends. */
  startOver() {
    this.#part("toast").replaceChildren();
    this.#controls.startOver();
  }

  /** Another phone gets the hand. */
  forget() {
    this.release();
    this.#controls.forget();
    this.#part("toast").replaceChildren();
  }

  /** @param {Tell} tell what the phone would do; a buzz is seen */
  tell({ buzz = 0, flash = false, text = "", colour = "" }) {
    if (flash || buzz) this.#flash(performance.now());
    if (colour) this.#panel.style.setProperty("--seat", colour);
    if (text) this.#say(text);
  }

  hide() {
    this.#panel.hidden = true;
    if (this.isTyping) this.#text.blur();
  }

  /** @param {string} text */
  #say(text) {
    const told = this.#part("toast");
    told.textContent = text;
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => told.replaceChildren(), TOLD_MS);
  }

  /** @param {number} now milliseconds */
  #flash(now) {
    if (now - this.#flashed < FLASH_INTERVAL_MS) return;
    this.#flashed = now;
    this.#panel.classList.remove("flash");
    void this.#panel.offsetWidth; // without a layout between, the animation would not start again
    this.#panel.classList.add("flash");
  }

  /** The picture ends where the strip begins. */
  #makeRoom() {
    document.documentElement.style.setProperty("--strip", `${this.#panel.offsetHeight}px`);
  }

  get #text() {
    return /** @type {HTMLInputElement} */ (this.#part("message-text"));
  }

  /** @param {string} name @returns {HTMLElement} */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#panel.querySelector(`[data-simulator-${name}]`));
  }
}

/** @param {Asked} controls @returns {string} */
function howTo({ motion, pad = true }) {
  if (motion === "none") return pad ? t("display.pretend.taps") : "";
  return t(pad ? "display.pretend.moves_taps" : "display.pretend.moves");
}
