// View of the phone's page: words and states in, nothing decided here.
// @ts-check
import { drawMark } from "../shared/marks.js";
import { figure } from "../client/strings.js";

/** @import { SeatCard, VisualCard } from "../protocol.js" */
/** @import { Source } from "../client/steering.js" */
/** @import { Ending, Quality } from "../client/strings.js" */
/** @import { Delay } from "../shared/transports.js" */

/** @typedef {"welcome" | "connecting" | "joined" | "reconnecting" | "display-away" | "ended"} PageState */

/**
 * @typedef {object} Elements
 * @property {HTMLElement} body
 * @property {HTMLElement} state spoken by screen readers
 * @property {HTMLElement} join
 * @property {HTMLElement} waiting why it takes so long
 * @property {HTMLElement} figure
 * @property {HTMLElement} who
 * @property {HTMLElement} mine
 * @property {HTMLElement} name
 * @property {HTMLElement} hint
 * @property {HTMLElement} quality
 * @property {HTMLElement} qualityWord
 * @property {HTMLElement} pad
 * @property {HTMLElement} own the place of a visual's own phone page
 * @property {HTMLElement} coach
 * @property {HTMLElement} banner
 * @property {HTMLElement} told
 * @property {HTMLElement} fault for an author at work
 * @property {HTMLElement} notice
 * @property {HTMLElement} noticeText
 * @property {HTMLElement} why the same in the sheet, where it stays after the notice is closed
 * @property {HTMLElement} useMotion
 * @property {HTMLElement} elsewhere
 * @property {HTMLTextAreaElement} link
 * @property {HTMLElement} endedTitle
 * @property {HTMLElement} endedText
 * @property {HTMLElement} again
 * @property {HTMLElement} another
 * @property {HTMLElement} edge
 * @property {readonly HTMLDialogElement[]} sheets
 * @property {HTMLElement} bar says the colour of the browser's own bar
 */

const TOLD = 3500; // milliseconds that a visual's line stands
const FLASH_APART = 350; // milliseconds: never over 3 Hz

export class View {
  #at;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #telling;
  #flashed = -Infinity;

  /** @param {Elements} elements */
  constructor(elements) {
    this.#at = elements;
  }

  /**
   * @param {PageState} state
   * @param {string} [spoken] what a screen reader says
   * @param {string} [banner] what stands over the pad
   */
  show(state, spoken = "", banner = "") {
    this.#at.body.dataset.state = state;
    this.say(spoken);
    this.#at.banner.textContent = banner;
  }

  /** @param {string} words for those who listen */
  say(words) {
    this.#at.state.textContent = words;
  }

  /** @param {string} label @param {boolean} [busy] */
  offerJoin(label, busy = false) {
    this.#at.join.textContent = label;
    this.#at.join.setAttribute("aria-disabled", String(busy));
    this.#at.waiting.textContent = "";
  }

  /** Join was tapped. */
  connecting() {
    const { connecting = "" } = this.#at.join.dataset;
    this.offerJoin(connecting, true);
    this.show("connecting", connecting);
  }

  /** @param {Delay} why it takes so long */
  delay(why) {
    this.wait(this.#at.waiting.dataset[why] ?? "");
  }

  /** @param {string} words why it takes so long */
  wait(words) {
    this.#at.waiting.textContent = words;
    this.say(words);
  }

  /** @param {SeatCard} seat */
  seat(seat) {
    const { body, figure: mark, mine, name, bar } = this.#at;
    body.dataset.colour = seat.colour;
    body.dataset.number = String(seat.number);
    bar.setAttribute("content", getComputedStyle(body).getPropertyValue("--seat"));
    mark.replaceChildren(drawMark(seat.shape));
    mine.textContent = figure(seat);
    name.textContent = `${seat.name}, number\u00a0${seat.number}`;
  }

  /** The page has changed under the reader's finger: begin at its top. */
  focusWho() {
    this.#at.who.focus({ preventScroll: true });
  }

  /** @param {VisualCard} visual */
  visual({ title, hint }) {
    this.#at.hint.textContent = hint;
    for (const pad of [this.#at.pad, this.#at.own]) pad.setAttribute("aria-label", `Pad for ${title}`);
  }

  /** @param {Source} source what steers */
  source(source) {
    this.#at.body.dataset.steering = source;
  }

  /** @param {string} words in the pad, until the thumb knows */
  coach(words) {
    this.#at.coach.textContent = words;
  }

  /** @param {Quality | null} quality null: not known yet */
  quality(quality) {
    const { quality: dot, qualityWord } = this.#at;
    if (quality) dot.dataset.quality = quality;
    else delete dot.dataset.quality;
    qualityWord.textContent = quality ?? "";
  }

  /**
   * @param {string} text "" hides it
   * @param {boolean} [canUseMotion] there is a way to motion
   * @param {string} [link] to copy, for another browser
   */
  notice(text, canUseMotion = false, link = "") {
    const { notice, noticeText, why, useMotion, elsewhere, link: field } = this.#at;
    elsewhere.hidden = link === "";
    field.value = link;
    notice.hidden = why.hidden = text === "";
    noticeText.textContent = text;
    why.textContent = `${text} ${link}`.trim();
    useMotion.hidden = !canUseMotion;
  }

  /** The person has read the notice: its button, which had the focus, goes with it. */
  closeNotice() {
    this.#at.notice.hidden = true;
    this.focusWho();
  }

  /** @param {Ending} ending @param {string} [code] the room's, which no translation machine may change */
  end({ title, text, again, ask }, code = "") {
    const at = this.#at;
    delete at.body.dataset.colour;
    at.bar.setAttribute("content", getComputedStyle(at.body).getPropertyValue("--ground"));
    const parts = code ? title.split(code) : [title];
    at.endedTitle.replaceChildren(...parts.flatMap((part, place) => (place > 0 ? [untranslated(code), part] : [part])));
    at.endedText.textContent = text;
    at.again.textContent = again;
    at.again.hidden = again === "";
    at.again.classList.toggle("main", !ask);
    at.another.hidden = !ask;
    for (const sheet of at.sheets) sheet.close();
    this.show("ended", `${title} ${text}`);
    at.endedTitle.focus({ preventScroll: true });
  }

  /** @param {string} text a line from the visual; it ends with its visual */
  tell(text) {
    const { told } = this.#at;
    told.textContent = text;
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => told.replaceChildren(), TOLD);
  }

  /** Nothing is told any more. */
  hush() {
    this.tell("");
  }

  /** @param {string} text what is wrong with a visual's own phone page; "" for nothing */
  fault(text) {
    this.#at.fault.textContent = text;
  }

  /** @param {string} colour of the edge, as the visual wants it; "" is the seat's own */
  edge(colour) {
    this.#at.edge.style.setProperty("--seat", colour || null);
  }

  /** The edge lights up once. @param {number} now milliseconds */
  flash(now) {
    if (now - this.#flashed < FLASH_APART) return;
    this.#flashed = now;
    const { edge } = this.#at;
    edge.classList.remove("flash");
    void edge.offsetWidth; // without a layout between, the animation would not start again
    edge.classList.add("flash");
  }
}

/** @param {string} word that is the same in every language */
function untranslated(word) {
  return Object.assign(document.createElement("span"), { textContent: word, translate: false });
}
