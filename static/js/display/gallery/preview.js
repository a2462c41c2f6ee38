// Preview of one visual: plays by a recording, and rests on its last frame.
// @ts-check
import { translatorOf } from "../../shared/translation.js";
import { load } from "./catalogue.js";
import { Phones } from "../phones/phones.js";
import { Playback } from "./playback.js";
import { Stage } from "../stage/stage.js";

/** @import { Theme } from "../../shared/marks.js" */
/** @import { VisualCard } from "../../protocol.js" */
/** @import { Rect } from "../stage/contract.js" */

const STEP_S = 1 / 60; // seconds of every frame, so that it is the same each time
/** @type {Rect[]} */ const NO_WORDS = []; // the same each time, or a visual would make room anew
const RECORDED_MOTIONS = new Set(["tilt", "aim", "attitude"]); // ways to hold a phone of which there are recordings

export class Preview {
  #card;
  #host;
  #theme;
  #edition;
  #onFailed;
  #hasFailed = false;
  /** @type {Stage | null} */ #stage = null;
  #wanted = false; // it should play, and may still be loading
  #resting = false; // after the next frame
  #still = document.createElement("canvas");

  /**
   * @param {VisualCard} card
   * @param {HTMLElement} host holds its picture; what is shown here covers that
   * @param {() => Theme} theme
   * @param {() => string | undefined} edition of the files, once an author has saved some
   * @param {(error: unknown) => void} onFailed it can't play
   */
  constructor(card, host, theme, edition, onFailed) {
    this.#card = card;
    this.#host = host;
    this.#theme = theme;
    this.#edition = edition;
    this.#onFailed = onFailed;
  }

  get name() {
    return this.#card.name;
  }

  get hasFailed() {
    return this.#hasFailed;
  }

  get isLoading() {
    return this.#wanted && !this.#stage;
  }

  /** Play from the beginning; go on if it does already. */
  async play() {
    if (this.#wanted || this.#hasFailed) return;
    this.#wanted = true;
    this.#resting = false;
    const all = await Promise.all([load(this.name, this.#edition()), recording(this.#card.controls.motion)]).catch(this.#fail);
    if (!all || !this.#wanted) return; // its picture stays
    this.#stage?.close();
    const [create, hands] = all;
    const phones = new Phones(this.#theme());
    let now = 1; // milliseconds; 0 would be a clock that isn't known
    const stage = new Stage({
      host: this.#host,
      phones,
      words: () => NO_WORDS,
      tell: () => {},
      equip: () => {},
      state: new Map(),
      ask: async () => null,
      table: () => {},
      download: () => {},
      sound: { context: null, out: null },
      clock: () => now,
      step: STEP_S,
      theme: this.#theme(),
      onError: (error, _, isOver) => (isOver ? this.#fail(error) : console.warn(error)),
      onFrame: () => {
        playback.to((now += 1000 * STEP_S));
        if (this.#resting) this.#rest();
      },
    });
    const playback = new Playback(hands, phones, stage, this.#card.controls.choices);
    this.#stage = stage;
    stage.show(create, translatorOf(this.#card.sentences));
  }

  /** Stop with the next frame, which stays. */
  rest() {
    this.#wanted = false;
    this.#resting = this.#stage !== null;
  }

  /** Stop at once, and let go of everything. */
  close() {
    this.#wanted = this.#resting = false;
    this.#stage?.close();
    this.#stage = null;
  }

  /** @param {unknown} error */
  #fail = (error) => {
    console.warn(error);
    this.#hasFailed = true;
    this.#onFailed(error);
    queueMicrotask(() => this.close()); // its stage may be in the middle of it
    return null;
  };

  // A picture of a graphics chip can be had only before it is shown.
  #rest() {
    const shown = this.#host.querySelector("canvas:not(.still)");
    if (shown instanceof HTMLCanvasElement) {
      Object.assign(this.#still, { className: "still", width: shown.width, height: shown.height });
      this.#still.getContext("2d")?.drawImage(shown, 0, 0);
      this.#host.append(this.#still);
    }
    this.close();
  }
}

/**
 * What three pretend phones once did.
 * @param {string} motion how their visual reads the hand
 * @returns {Promise<string>} a recording
 */
async function recording(motion) {
  const name = RECORDED_MOTIONS.has(motion) ? motion : "aim";
  const answer = await fetch(new URL(`../../../recordings/${name}.jsonl`, import.meta.url));
  if (!answer.ok) throw new Error(`There is no recording of ${name}: ${answer.status}.`);
  return answer.text();
}
