// While an author is at work: errors of this page, sent to the terminal and to the display's console.
// @ts-check
import { WrongFile, isAnswer } from "../code.js";
import { Share } from "../share.js";

/** @import { Complain } from "../protocol.js" */

/** @typedef {{file: string, line: number}} Place file: such as "rain/phone.js", "" if it isn't known; line: 0 then */

const AT_ONCE = 5;
const A_SECOND = 1;
const KEPT = 5; // until it is known whether somebody wants them
const LETTERS = 200;
const FILE_LETTERS = 100;
const FRAME = /(https?:\/\/[^\s()]+?):(\d+)(?::\d+)?\)?$/gm; // a line of a stack

export class Complaints {
  #send;
  #share;
  /** @type {Complain[]} */ #waiting = [];
  /** @type {boolean | null} */ #wanted = null; // not known yet

  /**
   * @param {(complaint: Complain) => void} send
   * @param {() => number} [now] milliseconds
   */
  constructor(send, now) {
    this.#send = send;
    this.#share = new Share(AT_ONCE, A_SECOND, now);
  }

  /** @returns {boolean} an author is at work */
  get areWanted() {
    return this.#wanted === true;
  }

  /** @param {boolean} wanted as the server says once this phone has its seat */
  set areWanted(wanted) {
    this.#wanted = wanted;
    for (const complaint of this.#waiting.splice(0)) this.#pass(complaint);
  }

  /** @param {unknown} error @param {Place} [place] */
  take(error, place = placeOf(error)) {
    const complaint = { message: messageOf(error), ...place };
    if (this.#wanted === null) this.#waiting = [...this.#waiting, complaint].slice(0, KEPT);
    else this.#pass(complaint);
  }

  /** @param {Complain} complaint */
  #pass(complaint) {
    if (this.#wanted && this.#share.take()) this.#send(complaint);
  }
}

/**
 * Hear what nobody caught.
 * @param {EventTarget} scope the window
 * @param {(error: unknown, place: Place) => void} hear
 */
export function listenForErrors(scope, hear) {
  scope.addEventListener("error", (event) => {
    const { error, message, filename, lineno } = /** @type {ErrorEvent} */ (event);
    if (message === undefined || isAnswer(error)) return; // a picture that didn't load; what whoever loads will tell
    hear(error ?? message, placeOf(error, { file: nameOf(filename), line: lineno }));
  });
  scope.addEventListener("unhandledrejection", (event) => {
    const { reason } = /** @type {PromiseRejectionEvent} */ (event);
    hear(reason, placeOf(reason));
  });
}

/**
 * Where it was thrown. What an author's code asked of the house in vain was thrown there for its author.
 * @param {unknown} error
 * @param {Place} [place] as the browser says
 * @returns {Place}
 */
export function placeOf(error, place = { file: "", line: 0 }) {
  if (error instanceof WrongFile) return { file: error.file, line: error.line };
  const frames = error instanceof Error ? [...(error.stack ?? "").matchAll(FRAME)] : [];
  const frame = frames.find(([, address]) => address.includes("/visuals/")) ?? (place.file ? undefined : frames[0]);
  return frame ? { file: nameOf(frame[1]), line: Number(frame[2]) } : place;
}

/** @param {unknown} error @returns {string} what it says */
export function messageOf(error) {
  const words = error instanceof WrongFile ? error.what : String(error);
  return words.slice(0, LETTERS);
}

/** @param {unknown} error @returns {string} where and what, as in "rain/phone.js, line 3: TypeError: …" */
export function sentenceOf(error) {
  const { file, line } = placeOf(error);
  const where = line ? `${file}, line ${line}: ` : file && `${file}: `;
  return `${where}${messageOf(error)}`;
}

/** @param {string} address of a script @returns {string} as its author knows the file */
function nameOf(address) {
  const path = URL.canParse(address) ? new URL(address).pathname : "";
  const name = path.replace(/^\/static\/(~[^/]*\/)?(visuals\/)?/, "").replace(/^\//, "");
  return name.replace(/[^\w./-]/g, "_").slice(-FILE_LETTERS);
}
