// Stage: a canvas of the right size for visuals, and a call per frame.
// @ts-check
import { GROUND } from "../../shared/marks.js";
import { Faults } from "./faults.js";
import { give } from "./api.js";
import { release } from "./graphics.js";

/** @import { Theme } from "../../shared/marks.js" */
/** @import { Phones } from "../phones/phones.js" */
/** @import { CreateVisual, Phone, Rect, Stage as Given, Visual } from "./contract.js" */

const LONGEST_STEP = 0.1; // seconds; after a pause a visual goes on, it doesn't leap
const MOST_PIXELS = 3840 * 2160; // so that 4K stays fluid on a small graphics chip
const REVIVE_AFTER = 1000; // milliseconds for the graphics driver to come back

/**
 * @typedef {object} StageParts
 * @property {HTMLElement} host holds the canvas; its size is the picture's size
 * @property {Phones} phones
 * @property {() => Rect[]} words where the page has words and the code, in the host's coordinates
 * @property {() => Rect} [safe] the part of it that no television crops
 * @property {Given["tell"]} tell
 * @property {Given["equip"]} equip
 * @property {Given["state"]} state
 * @property {Given["ask"]} ask
 * @property {Given["table"]} table
 * @property {Given["download"]} download
 * @property {Given["sound"]} sound
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
  /** @type {Given | null} */ #given = null;
  /** @type {Visual | null} */ #visual = null;
  /** @type {FrameStats} */ #stats = { paint: 0, frames: 0 };
  #faults = new Faults();
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
   * @param {Given["t"]} [t] gives its sentences
   */
  show(create, t) {
    this.#clear();
    const canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true");
    Object.assign(canvas.style, { position: "absolute", inset: "0", width: "100%", height: "100%", display: "block" });
    this.#parts.host.append(canvas);
    const given = give(canvas, { ...this.#parts, t, theme: this.#theme, calm: this.#reducedMotion.matches });
    this.#given = given;
    this.#fit();
    this.#listening = new AbortController();
    canvas.addEventListener("webglcontextlost", () => this.#revive(create, t), this.#listening);
    this.#guard(() => (this.#visual = create(given)), true);
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
    if (!this.#given) return;
    this.#given.theme = theme;
    this.#given.palette = GROUND[theme];
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
    if (this.#given && this.#given.ratio !== this.#ratio()) this.#resize();
    const seconds = this.#parts.step ?? Math.min(LONGEST_STEP, Math.max(0, (now - this.#before) / 1000));
    this.#before = now;
    this.#draw(seconds);
    this.#stats.frames += 1;
    this.#parts.onFrame?.(this.#stats);
  };

  /** @param {number} seconds */
  #draw(seconds) {
    this.#parts.phones.growOlder(this.#parts.clock());
    const began = performance.now();
    this.#guard(() => this.#visual?.draw(seconds, this.#parts.phones.list));
    this.#stats.paint = performance.now() - began;
  }

  // A canvas is blank once its size changes, so it is painted again before anyone sees that.
  #resize() {
    if (!this.#given) return;
    const { width, height } = this.#fit();
    this.#guard(() => this.#visual?.resize?.(width, height));
    this.#draw(0);
  }

  #isFitting() {
    const { clientWidth, clientHeight } = this.#parts.host;
    return this.#given?.width === Math.max(1, clientWidth) && this.#given.height === Math.max(1, clientHeight);
  }

  #fit() {
    const given = /** @type {Given} */ (this.#given);
    given.width = Math.max(1, this.#parts.host.clientWidth);
    given.height = Math.max(1, this.#parts.host.clientHeight);
    given.ratio = this.#ratio();
    given.canvas.width = Math.round(given.width * given.ratio);
    given.canvas.height = Math.round(given.height * given.ratio);
    return given;
  }

  #ratio() {
    const { clientWidth, clientHeight } = this.#parts.host;
    return Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / Math.max(1, clientWidth * clientHeight)));
  }

  #calm = () => {
    if (this.#given) this.#given.calm = this.#reducedMotion.matches;
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
    this.#faults = new Faults();
    this.#guard(() => visual?.close?.());
    this.#faults = new Faults();
  }

  // The graphics driver was reset or the computer slept. Every visual survives that without code of its own.
  /** @param {CreateVisual} create @param {Given["t"]} [t] */
  #revive(create, t) {
    this.#clear();
    const later = setTimeout(() => this.show(create, t), REVIVE_AFTER);
    this.#listening.signal.addEventListener("abort", () => clearTimeout(later));
  }

  #clear() {
    cancelAnimationFrame(this.#request);
    this.#listening.abort();
    this.#listening = new AbortController();
    this.#stop();
    if (this.#given) release(this.#given.canvas);
    this.#given?.canvas.remove();
    this.#given = null;
    this.#stats = { paint: 0, frames: 0 };
  }
}
