// View of the phone's page: words and states in, nothing decided here.
// @ts-check
import { drawMark } from "../shared/marks.js";
import { t } from "../shared/translation.js";

/** @import { SeatCard, VisualCard } from "../protocol.js" */
/** @import { Source } from "../client/steering.js" */
/** @import { Ending } from "./endings.js" */
/** @import { Quality } from "./quality.js" */

/** @typedef {"welcome" | "connecting" | "joined" | "reconnecting" | "display-away" | "ended"} PageState */

/**
 * @typedef {object} Elements
 * @property {HTMLElement} body
 * @property {HTMLElement} announcement spoken by screen readers
 * @property {HTMLElement} join
 * @property {HTMLElement} joinStatus why it takes so long
 * @property {HTMLElement} seatMark
 * @property {HTMLElement} seatHeading
 * @property {HTMLElement} seatFigure
 * @property {HTMLElement} seatName
 * @property {HTMLElement} visualHint
 * @property {HTMLElement} connectionQuality
 * @property {HTMLElement} connectionQualityWord
 * @property {HTMLElement} pad
 * @property {HTMLElement} ownPage the place of a visual's own phone page
 * @property {HTMLElement} steeringHint
 * @property {HTMLElement} padBanner
 * @property {HTMLElement} toast
 * @property {HTMLElement} ownPageFault for an author at work
 * @property {HTMLElement} notice
 * @property {HTMLElement} noticeText
 * @property {HTMLElement} noMotionReason the same in the sheet, where it stays after the notice is closed
 * @property {HTMLElement} useMotion
 * @property {HTMLElement} roomLinkBox
 * @property {HTMLTextAreaElement} roomLink
 * @property {HTMLElement} endedTitle
 * @property {HTMLElement} endedText
 * @property {HTMLElement} startOver
 * @property {HTMLElement} otherRoom
 * @property {HTMLElement} edge
 * @property {readonly HTMLDialogElement[]} sheets
 * @property {HTMLElement} themeColour says the colour of the browser's own bar
 */

const TOLD_MS = 3500; // milliseconds that a visual's line stands
const FLASH_INTERVAL_MS = 350; // milliseconds: never over 3 Hz

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
    this.#at.padBanner.textContent = banner;
  }

  /** @param {string} words for those who listen */
  say(words) {
    this.#at.announcement.textContent = words;
  }

  /** @param {string} label @param {boolean} [busy] */
  offerJoin(label, busy = false) {
    this.#at.join.textContent = label;
    this.#at.join.setAttribute("aria-disabled", String(busy));
    this.#at.joinStatus.textContent = "";
  }

  /** Join was tapped. */
  connecting() {
    const connecting = t("phone.connecting");
    this.offerJoin(connecting, true);
    this.show("connecting", connecting);
  }

  /** @param {string} words why it takes so long */
  wait(words) {
    this.#at.joinStatus.textContent = words;
    this.say(words);
  }

  /** @param {SeatCard} seat */
  seat(seat) {
    const { body, seatMark, seatFigure, seatName, themeColour } = this.#at;
    body.dataset.colour = seat.colour;
    body.dataset.number = String(seat.number);
    themeColour.setAttribute("content", getComputedStyle(body).getPropertyValue("--seat"));
    seatMark.replaceChildren(drawMark(seat.shape));
    seatFigure.textContent = figureOf(seat);
    seatName.textContent = t("phone.name", seat);
  }

  /** The page has changed under the reader's finger: begin at its top. */
  focusWho() {
    this.#at.seatHeading.focus({ preventScroll: true });
  }

  /** @param {VisualCard} visual */
  visual({ title, hint }) {
    this.#at.visualHint.textContent = hint;
    for (const pad of [this.#at.pad, this.#at.ownPage]) pad.setAttribute("aria-label", t("phone.pad_for", { title }));
  }

  /** @param {Source} source what steers */
  source(source) {
    this.#at.body.dataset.steering = source;
  }

  /** @param {string} words in the pad, until the thumb knows */
  coach(words) {
    this.#at.steeringHint.textContent = words;
  }

  /** @param {Quality | null} quality null: not known yet */
  quality(quality) {
    const { connectionQuality: sign, connectionQualityWord: word } = this.#at;
    if (quality) sign.dataset.quality = quality;
    else delete sign.dataset.quality;
    word.textContent = quality ? t(`phone.quality.${quality}`) : "";
  }

  /**
   * @param {string} text "" hides it
   * @param {boolean} [canUseMotion] there is a way to motion
   * @param {string} [link] to copy, for another browser
   */
  notice(text, canUseMotion = false, link = "") {
    const { notice, noticeText, noMotionReason, useMotion, roomLinkBox, roomLink } = this.#at;
    roomLinkBox.hidden = link === "";
    roomLink.value = link;
    notice.hidden = noMotionReason.hidden = text === "";
    noticeText.textContent = text;
    noMotionReason.textContent = `${text} ${link}`.trim();
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
    at.themeColour.setAttribute("content", getComputedStyle(at.body).getPropertyValue("--ground"));
    const parts = code ? title.split(code) : [title];
    at.endedTitle.replaceChildren(...parts.flatMap((part, place) => (place > 0 ? [untranslated(code), part] : [part])));
    at.endedText.textContent = text;
    at.startOver.textContent = again;
    at.startOver.hidden = again === "";
    at.startOver.classList.toggle("main", !ask);
    at.otherRoom.hidden = !ask;
    for (const sheet of at.sheets) sheet.close();
    this.show("ended", `${title} ${text}`);
    at.endedTitle.focus({ preventScroll: true });
  }

  /** @param {string} text a line from the visual; it ends with its visual */
  tell(text) {
    const { toast } = this.#at;
    toast.textContent = text;
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => toast.replaceChildren(), TOLD_MS);
  }

  /** Nothing is told any more. */
  hush() {
    this.tell("");
  }

  /** @param {string} text what is wrong with a visual's own phone page; "" for nothing */
  fault(text) {
    this.#at.ownPageFault.textContent = text;
  }

  /** @param {string} colour of the edge, as the visual wants it; "" is the seat's own */
  edge(colour) {
    this.#at.edge.style.setProperty("--seat", colour || null);
  }

  /** The edge lights up once. @param {number} now milliseconds */
  flash(now) {
    if (now - this.#flashed < FLASH_INTERVAL_MS) return;
    this.#flashed = now;
    const { edge } = this.#at;
    edge.classList.remove("flash");
    void edge.offsetWidth; // without a layout between, the animation would not start again
    edge.classList.add("flash");
  }
}

/** @param {SeatCard} seat @returns {string} as in "You are the orange star" */
export function figureOf({ colour, shape }) {
  return t(`shared.figure.${shape}`, { colour: t(`shared.colour.${colour}`) });
}

/** @param {string} word that is the same in every language */
function untranslated(word) {
  return Object.assign(document.createElement("span"), { textContent: word, translate: false });
}
