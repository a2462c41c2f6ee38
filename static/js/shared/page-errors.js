// Page errors that nobody caught, with the files as their author knows them.
// @ts-check
import { WrongFile, isAnswer } from "./author-code.js";
import { cut } from "./graphemes.js";

/** @typedef {{file: string, line: number}} ErrorLocation file: such as "rain/phone.js", "" if it isn't known; line: 0 then */

/** @type {Readonly<ErrorLocation>} where it isn't known */
export const NOWHERE = Object.freeze({ file: "", line: 0 });

const MAX_MESSAGE_CODE_POINTS = 200; // of what the browser says
const MAX_FILE_LETTERS = 100;

// A line of a stack. An address ends where the next begins, or a message full of them would be read again for each.
const FRAME = /(https?:\/\/(?:(?!https?:\/\/)[^\s()])+?):(\d+)(?::\d+)?\)?$/gm;

/**
 * Listen for what nobody caught.
 * @param {EventTarget} scope the window
 * @param {(error: unknown, location: ErrorLocation) => void} take
 * @param {{signal?: AbortSignal}} [until]
 */
export function listenForErrors(scope, take, until) {
  for (const kind of ["error", "unhandledrejection"]) scope.addEventListener(kind, (event) => tellOf(event, take), until);
}

/**
 * @param {Event} event "error" or "unhandledrejection"
 * @param {(error: unknown, location: ErrorLocation) => void} take what the event tells of
 */
export function tellOf(event, take) {
  if (event.type === "unhandledrejection") {
    const { reason } = /** @type {PromiseRejectionEvent} */ (event);
    return take(reason, locationOf(reason));
  }
  const { error, message, filename, lineno } = /** @type {ErrorEvent} */ (event);
  if (message === undefined || isAnswer(error)) return; // a picture that didn't load; what whoever loads will tell
  take(error ?? message, locationOf(error, { file: nameOf(filename), line: lineno }));
}

/**
 * Where it was thrown. What an author's code asked of the house in vain was thrown there for its author.
 * @param {unknown} error
 * @param {ErrorLocation} [location] as the browser says
 * @returns {ErrorLocation}
 */
export function locationOf(error, location = NOWHERE) {
  if (error instanceof WrongFile) return { file: error.file, line: error.line };
  return locationInVisual(error) ?? (location.file ? undefined : framesOf(error)[0]) ?? location;
}

/**
 * @param {unknown} error
 * @returns {ErrorLocation | undefined} the innermost line of a visual that it passed through, as far as the browser says; of the
 *   kit only if there is none
 */
export function locationInVisual(error) {
  const frames = framesOf(error, "/visuals/");
  return frames.find(({ file }) => !file.startsWith("_kit/")) ?? frames[0];
}

/** @param {unknown} error @returns {string} what it says */
export function messageOf(error) {
  const words = error instanceof WrongFile ? error.what : String(error);
  return cut(words, MAX_MESSAGE_CODE_POINTS, MAX_MESSAGE_CODE_POINTS);
}

/** @param {unknown} error @returns {string} where and what, as in "rain/phone.js, line 3: TypeError: …" */
export function sentenceOf(error) {
  return `${whereOf(locationOf(error))}${messageOf(error)}`;
}

/** @param {ErrorLocation} location @returns {string} such as "rain/phone.js, line 3: "; "" where it isn't known */
export function whereOf({ file, line }) {
  return line ? `${file}, line ${line}: ` : file && `${file}: `;
}

/** @param {unknown} error @param {string} [part] of the address @returns {ErrorLocation[]} what it passed through, innermost first */
function framesOf(error, part = "") {
  const frames = error instanceof Error ? [...(error.stack ?? "").matchAll(FRAME)] : [];
  return frames.filter(([, address]) => address.includes(part)).map(([, address, line]) => ({ file: nameOf(address), line: Number(line) }));
}

/** @param {string} address of a script @returns {string} as its author knows the file */
export function nameOf(address) {
  const [, path = ""] = /^\w+:\/\/[^/]*(\/[^?#]*)/.exec(address) ?? []; // Safari has URL.canParse since 17
  const name = path.replace(/^\/static\/(~[^/]*\/)?(visuals\/)?/, "").replace(/^\//, "");
  return name.replace(/[^\w./-]/g, "_").slice(-MAX_FILE_LETTERS);
}
