// Stage: a canvas of the right size for visuals, and a call per frame.
// @ts-check
import { GROUND } from "../../shared/marks.js";
import { FaultCounter } from "./faults.js";
import { createStageApi } from "./stage-api.js";
import { release } from "./graphics.js";

/** @import { Theme } from "../../shared/marks.js" */
/** @import { Phones } from "../phones/phones.js" */
/** @import { CreateVisual, Phone, Rect, Stage as StageApi, Visual } from "./contract.js" */

const MAX_STEP_S = 0.1; // seconds; after a pause a visual goes on, it doesn't leap
const MAX_PIXELS = 3840 * 2160; // so that 4K stays fluid on a small graphics chip
const REVIVE_AFTER_MS = 1000; // milliseconds for the graphics driver to come back

/**
 * @typedef {object} StageParts
 * @property {HTMLElement} host holds the canvas; its size is the picture's size
 * @property {Phones} phones
 * @property {() => Rect[]} words where the page has words and the code, in the host's coordinates
 * @property {() => Rect} [safe] the part of it that no television crops
 * @property {StageApi["tell"]} tell
 * @property {StageApi["equip"]} equip
 * @property {StageApi["state"]} state
 * @property {StageApi["ask"]} ask
 * @property {StageApi["table"]} table
 * @property {StageApi["download"]} download
 * @property {StageApi["sound"]} sound
 * @property {() => number} clock milliseconds on the server's clock
 * @property {Theme} theme
 * @property {(error: unknown, count: number, isOver: boolean) => void} onError a visual threw; the display goes on. How
 *   many errors that makes, and whether the visual was stopped for it
 * @property {(frame: FrameStats) => void} [onFrame] after every painted frame
 * @property {number} [seed] of `random`: the same seed gives the same picture
 * @property {number} [step] seconds of every frame, whatever the clock says: the same hands give the same picture
 */

/** @typedef {{paint: number, frames: number}} FrameStats milliseconds in `draw`; painted frames of this visual */

/** Runs one visual at a time. An error in a visual stays in the visual. */
export class Stage {
  #parts;
  /** @type {StageApi | null} */ #api = null;
  /** @type {Visual | null} */ #visual = null;
  /** @type {FrameStats} */ #stats = { paint: 0, frames: 0 };
  #faults = new FaultCounter();
  #before = 0; // the last frame, in milliseconds
  #request = 0;
  #listening = new AbortController(); // ends with the visual
  #sizes;
  /** @type {Theme} */ #theme;
  #reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");

  /** @param {StageParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#theme = parts.theme;
    this.#sizes = new ResizeObserver(() => this.#isFitting() || this.#resize()); // the first it tells is the size that is
    this.#sizes.observe(parts.host);
    this.#reducedMotion.addEventListener("change", this.#calm);
  }

  /**
   * Let go of the visual that is shown and start another, on a fresh canvas.
   * @param {CreateVisual} create
   * @param {StageApi["t"]} [t] gives its sentences
   */
  show(create, t) {
    this.#clear();
    const canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true");
    Object.assign(canvas.style, { position: "absolute", inset: "0", width: "100%", height: "100%", display: "block" });
    this.#parts.host.append(canvas);
    const api = createStageApi(canvas, { ...this.#parts, t, theme: this.#theme, calm: this.#reducedMotion.matches });
    this.#api = api;
    this.#fit();
    this.#listening = new AbortController();
    canvas.addEventListener("webglcontextlost", () => this.#revive(create, t), this.#listening);
    this.#guard(() => (this.#visual = create(api)), true);
    this.#before = performance.now();
    this.#request = requestAnimationFrame(this.#paint);
  }

  /** @returns {number} painted frames of this visual */
  get frames() {
    return this.#stats.frames;
  }

  /** @returns {boolean} whether there is a visual, and it was not stopped */
  get isPlaying() {
    return this.#visual !== null;
  }

  /** @param {Phone} phone */
  joined(phone) {
    this.#guard(() => this.#visual?.joined?.(phone));
  }

  /** @param {Phone} phone */
  left(phone) {
    this.#guard(() => this.#visual?.left?.(phone));
  }

  /** @param {Phone} phone tapped, where it points now @param {number} age milliseconds since the thumb came down */
  tap(phone, age) {
    this.#guard(() => this.#visual?.tap?.(phone, { ...phone.aim, age }));
  }

  /** @param {Phone} phone @param {string} name of its button @param {boolean} down */
  press(phone, name, down) {
    this.#guard(() => this.#visual?.press?.(phone, { name, down }));
  }

  /** @param {Phone} phone @param {string} name of its choice */
  choose(phone, name) {
    this.#guard(() => this.#visual?.choose?.(phone, name));
  }

  /** @param {Phone} phone @param {string} text that a person wrote */
  say(phone, text) {
    this.#guard(() => this.#visual?.say?.(phone, text));
  }

  /** @param {string} key that the host pressed @returns {boolean} whether it meant something to the visual */
  key(key) {
    let meant = false;
    this.#guard(() => (meant = this.#visual?.key?.(key) === true));
    return meant;
  }

  /** @returns {readonly (readonly [key: string, what: string])[]} the keys that mean something to the visual */
  get keys() {
    return this.#visual?.keys ?? [];
  }

  /**
   * Count an error of the visual; too many within a second stop it.
   * @param {unknown} error @param {boolean} [isAll] without what failed there is nothing to play
   */
  fault(error, isAll = false) {
    this.#faults.add(performance.now());
    const isOver = isAll || this.#faults.areTooMany;
    this.#parts.onError(error, this.#faults.count, isOver);
    if (isOver) this.#stop();
  }

  /** @param {Theme} theme */
  setTheme(theme) {
    this.#theme = theme;
    if (!this.#api) return;
    this.#api.theme = theme;
    this.#api.palette = GROUND[theme];
    this.#resize();
  }

  close() {
    this.#clear();
    this.#sizes.disconnect();
    this.#reducedMotion.removeEventListener("change", this.#calm);
  }

  /** @param {number} now */
  #paint = (now) => {
    this.#request = requestAnimationFrame(this.#paint);
    if (this.#api && this.#api.ratio !== this.#ratio()) this.#resize();
    const seconds = this.#parts.step ?? Math.min(MAX_STEP_S, Math.max(0, (now - this.#before) / 1000));
    this.#before = now;
    this.#draw(seconds);
    this.#stats.frames += 1;
    this.#parts.onFrame?.(this.#stats);
  };

  /** @param {number} seconds */
  #draw(seconds) {
    this.#parts.phones.update(this.#parts.clock());
    const began = performance.now();
    this.#guard(() => this.#visual?.draw(seconds, this.#parts.phones.list));
    this.#stats.paint = performance.now() - began;
  }

  // A canvas is blank once its size changes, so it is painted again before anyone sees that.
  #resize() {
    if (!this.#api) return;
    const { width, height } = this.#fit();
    this.#guard(() => this.#visual?.resize?.(width, height));
    this.#draw(0);
  }

  #isFitting() {
    const { clientWidth, clientHeight } = this.#parts.host;
    return this.#api?.width === Math.max(1, clientWidth) && this.#api.height === Math.max(1, clientHeight);
  }

  #fit() {
    const api = /** @type {StageApi} */ (this.#api);
    api.width = Math.max(1, this.#parts.host.clientWidth);
    api.height = Math.max(1, this.#parts.host.clientHeight);
    api.ratio = this.#ratio();
    api.canvas.width = Math.round(api.width * api.ratio);
    api.canvas.height = Math.round(api.height * api.ratio);
    return api;
  }

  #ratio() {
    const { clientWidth, clientHeight } = this.#parts.host;
    return Math.min(devicePixelRatio, Math.sqrt(MAX_PIXELS / Math.max(1, clientWidth * clientHeight)));
  }

  #calm = () => {
    if (this.#api) this.#api.calm = this.#reducedMotion.matches;
  };

  /** @param {() => void} call @param {boolean} [isAll] without it there is nothing to play */
  #guard(call, isAll = false) {
    try {
      call();
    } catch (error) {
      this.fault(error, isAll);
    }
  }

  // What goes wrong in closing is told, and counts for no other visual.
  #stop() {
    const visual = this.#visual;
    this.#visual = null;
    this.#faults = new FaultCounter();
    this.#guard(() => visual?.close?.());
    this.#faults = new FaultCounter();
  }

  // The graphics driver was reset or the computer slept. Every visual survives that without code of its own.
  /** @param {CreateVisual} create @param {StageApi["t"]} [t] */
  #revive(create, t) {
    this.#clear();
    const later = setTimeout(() => this.show(create, t), REVIVE_AFTER_MS);
    this.#listening.signal.addEventListener("abort", () => clearTimeout(later));
  }

  #clear() {
    cancelAnimationFrame(this.#request);
    this.#listening.abort();
    this.#listening = new AbortController();
    this.#stop();
    if (this.#api) release(this.#api.canvas);
    this.#api?.canvas.remove();
    this.#api = null;
    this.#stats = { paint: 0, frames: 0 };
  }
}
