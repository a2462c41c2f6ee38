// Refusals of the content policy, in words for a visual's author.
// @ts-check
import { nameOf } from "../../shared/page-errors.js";
import { cut } from "../../shared/graphemes.js";

/** @import { VisualCard } from "../../protocol.js" */
/** @typedef {Pick<SecurityPolicyViolationEvent, "effectiveDirective" | "blockedURI" | "sourceFile" | "lineNumber">} Violation */

const FOLLOW_UP_MS = 500; // milliseconds in which an error is the consequence of a refusal, such as "Failed to fetch"
const MAX_FILE_LETTERS = 40;

/** @type {Readonly<Record<string, string>>} by directive of the policy: what was to be loaded */
const LOADED = {
  "connect-src": "a request",
  "font-src": "a font",
  "frame-src": "a frame",
  "img-src": "a picture",
  "media-src": "a sound or a film",
  "object-src": "a plug-in",
  "script-src": "a script",
  "script-src-elem": "a script",
  "style-src": "a style sheet",
  "style-src-elem": "a style sheet",
  "worker-src": "a worker",
};

/** @type {Readonly<Record<string, string>>} by directive, or what the browser says instead of an address: code and styles */
const WRITTEN = {
  eval: "code from a text (eval)",
  "wasm-eval": "WebAssembly",
  "script-src": "a script in markup",
  "script-src-elem": "a script in markup",
  "script-src-attr": "an event handler in markup",
  "style-src": "a style in markup",
  "style-src-elem": "a <style> element",
  "style-src-attr": "a style attribute",
};

/**
 * @typedef {object} Refusal
 * @property {string} file such as "rain/visual.js"; "" if it isn't known, or a library of the house
 * @property {number} line 0 if it isn't known
 * @property {string} what in a sentence
 * @property {string} words the same with its place
 * @property {boolean} isItsOwn of the visual that is on, and not of one in the gallery
 */

/** Tells each kind once for a file, and knows the last. */
export class Refusals {
  /** @type {Set<string>} */ #told = new Set();
  #last = { words: "", at: -Infinity };
  #origin;
  #now;

  /** @param {string} origin of this server @param {() => number} [now] milliseconds */
  constructor(origin, now = () => performance.now()) {
    this.#origin = origin;
    this.#now = now;
  }

  /** Another visual, or another version of it: what is refused from now on is news. */
  clear() {
    this.#told.clear();
    this.#last = { words: "", at: -Infinity };
  }

  /**
   * @param {Violation} event
   * @param {Pick<VisualCard, "name" | "title">} shown the visual that is on
   * @returns {Refusal | null} null if it was told already, or is none of a visual's, such as a browser's extension's
   */
  take({ effectiveDirective, blockedURI, sourceFile, lineNumber }, { name, title }) {
    if (sourceFile && originOf(sourceFile) !== this.#origin) return null;
    const file = sourceFile.includes("/visuals/") ? nameOf(sourceFile) : "";
    const line = file ? lineNumber : 0;
    const thing = nounOf(effectiveDirective, blockedURI);
    const what = `${thing}${inBrackets(blockedURI)} is refused here; docs/visuals.md says what loads.`;
    const words = `${file || title}${line ? `, line ${line}` : ""}: ${what}`;
    const isItsOwn = file === "" || file.startsWith(`${name}/`);
    if (isItsOwn) this.#last = { words, at: this.#now() };
    const kind = `${thing} ${file}`;
    if (this.#told.has(kind)) return null;
    this.#told.add(kind);
    return { file, line, what, words, isItsOwn };
  }

  /**
   * @param {string} words of an error of the visual that is on
   * @param {number} [within] milliseconds since the refusal; Infinity where a visual can't start, since `clear` was called before
   * @returns {string} the refusal that it follows from, which says more; else the same words
   */
  cause(words, within = FOLLOW_UP_MS) {
    return this.#now() - this.#last.at < within ? this.#last.words : words;
  }
}

/** @param {string} directive @param {string} blocked an address, its scheme, or a word such as "inline" @returns {string} */
function nounOf(directive, blocked) {
  if (WRITTEN[blocked]) return WRITTEN[blocked];
  if (blocked === "inline" || blocked === "") return WRITTEN[directive] ?? directive;
  return `${LOADED[directive] ?? directive} from ${from(blocked)}`;
}

/** @param {string} blocked @returns {string} whose it is, as short as that can be said */
function from(blocked) {
  const url = urlOf(blocked);
  return url ? url.host || url.protocol : `${blocked}:`; // browsers cut data: and blob: down to their scheme
}

/** @param {string} blocked @returns {string} the file, since of pictures and sounds browsers don't say which line wanted them */
function inBrackets(blocked) {
  const file = urlOf(blocked)?.pathname.split("/").pop();
  return file ? ` (${cut(file, MAX_FILE_LETTERS, MAX_FILE_LETTERS)})` : "";
}

/** @param {string} address @returns {string} "" if it is none */
function originOf(address) {
  return urlOf(address)?.origin ?? "";
}

/** @param {string} address @returns {URL | null} as URL.parse does, which Chrome has since 126 */
function urlOf(address) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
