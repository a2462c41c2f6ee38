// The visual that is on: loaded, renewed after a save, given up when it fails.
// @ts-check
import { t, translatorOf } from "../../shared/translation.js";
import { load } from "../gallery/catalogue.js";
import { inWords, isOf } from "./faults.js";

/** @import { Controls, Saved, VisualCard } from "../../protocol.js" */
/** @import { Notice } from "../panels/notice.js" */
/** @import { VisualFallback } from "../gallery/visual-fallback.js" */
/** @import { Prompt } from "./prompt.js" */
/** @import { VisualState } from "./visual-state.js" */
/** @import { Refusals } from "./refusals.js" */
/** @import { Sound } from "./sound.js" */
/** @import { Stage } from "./stage.js" */
/** @import { TellQueue } from "./tell-queue.js" */
/** @import { ErrorReport } from "../../shared/error-report.js" */

/**
 * @typedef {object} CurrentVisualParts
 * @property {Stage} stage
 * @property {VisualState} visualState
 * @property {Prompt} prompt
 * @property {TellQueue} tellQueue
 * @property {Sound} sound
 * @property {Refusals} refusals
 * @property {ErrorReport} errorReport
 * @property {VisualFallback} fallback
 * @property {Notice} notice
 * @property {(table: null) => void} table its figures; null takes them away
 * @property {(card: VisualCard) => void} describe its title and hint, on the page
 * @property {(controls: Controls) => void} equip what it asks of phones
 */

export class CurrentVisual {
  #parts;
  /** @type {VisualCard | null} */ #card = null;
  /** @type {Partial<Controls> | null} */ #changes = null; // what it asked of phones beyond its visual.json
  /** @type {string | undefined} of the files, once an author has saved some */ edition;

  /** @param {CurrentVisualParts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @returns {VisualCard | null} null before the first */
  get card() {
    return this.#card;
  }

  /**
   * @param {VisualCard} card
   * @param {Readonly<Record<string, string>>} state kept for it
   * @param {boolean} [again] from the start, although it is on
   */
  async show(card, state, again = false) {
    const { stage, visualState, fallback, errorReport, refusals, describe } = this.#parts;
    describe(card);
    visualState.begin(card.name, state);
    if (card.name === this.#card?.name && !again) return;
    this.#begin(card);
    try {
      const create = await load(card.name, this.edition);
      if (card === this.#card) stage.show(create, translatorOf(card.sentences));
    } catch (error) {
      console.error(error);
      errorReport.take(error);
      const why = refusals.cause(messageOf(error), Infinity);
      if (card === this.#card) fallback.failed(card.name, t("display.gallery.cannot_start", { title: card.title, why }));
    }
  }

  /** An author saved a file of a visual: show what is there now, or let the last version go on. @param {Saved} saved */
  async renew({ name, visual, fault, edition }) {
    const { stage, fallback, notice, refusals, describe } = this.#parts;
    this.edition = edition;
    if (name !== this.#card?.name) return;
    if (!visual) return notice.say(fault);
    describe(visual);
    try {
      refusals.clear();
      const create = await load(name, edition);
      if (name !== this.#card?.name) return;
      fallback.turned(name);
      notice.say("");
      stage.show(create, translatorOf(visual.sentences));
    } catch (error) {
      this.#keepLast(visual, error);
    }
  }

  /** @param {Partial<Controls>} changes what it asks of phones, beyond its visual.json */
  equip(changes) {
    if (!this.#card) return;
    this.#changes = changes;
    this.#parts.equip({ ...this.#card.controls, ...changes });
  }

  /** The server may have been started again. */
  equipAgain() {
    if (this.#changes) this.equip(this.#changes);
  }

  /** @param {unknown} error it threw @param {number} count of its errors so far @param {boolean} isOver it was stopped */
  failed(error, count, isOver) {
    const { errorReport, refusals, notice, prompt } = this.#parts;
    console.error(error);
    errorReport.take(error);
    const words = refusals.cause(inWords(error, count));
    notice.say(isOver ? "" : words);
    if (!isOver) return;
    this.#giveUp(words);
    prompt.close();
  }

  /**
   * What it throws in timers and promises of its own counts like the rest.
   * @param {Event} event "error" or "unhandledrejection"
   * @param {unknown} error
   */
  threw(event, error) {
    const { stage } = this.#parts;
    if (!this.#card || !stage.isPlaying || !isOf(error, this.#card.name)) return; // what a stopped one left running is no news
    event.preventDefault(); // or the browser would write it into the console too
    stage.fault(error);
  }

  /** What it wanted and the page's policy refuses. @param {SecurityPolicyViolationEvent} event */
  refused(event) {
    const { refusals, errorReport, fallback, notice } = this.#parts;
    const refusal = this.#card && refusals.take(event, this.#card);
    if (!this.#card || !refusal) return;
    const { file, line, what, words, isItsOwn } = refusal;
    errorReport.take(what, { file, line });
    if (isItsOwn && fallback.hasFailed(this.#card.name)) this.#giveUp(words);
    else notice.say(words);
  }

  /** @param {VisualCard} card */
  #begin(card) {
    const { fallback, sound, refusals, prompt, tellQueue, table } = this.#parts;
    this.#card = card;
    this.#changes = null;
    fallback.turned(card.name);
    sound.clear();
    refusals.clear();
    prompt.close();
    tellQueue.clear();
    table(null);
  }

  /** @param {VisualCard} card @param {unknown} error of its new version */
  #keepLast(card, error) {
    const { errorReport, refusals, fallback, notice } = this.#parts;
    console.warn(error);
    errorReport.take(error);
    const why = refusals.cause(messageOf(error), Infinity);
    if (fallback.hasFailed(card.name)) fallback.failed(card.name, t("display.gallery.cannot_go_on", { title: card.title, why }));
    else notice.say(`${t("shared.visual_keeps_running")} ${why}`);
  }

  /** @param {string} why */
  #giveUp(why) {
    if (!this.#card) return;
    const { name, title } = this.#card;
    this.#parts.fallback.failed(name, t("display.gallery.cannot_go_on", { title, why }));
  }
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
