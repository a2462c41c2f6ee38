// Keyboard shortcuts of the display.
// @ts-check
import { t } from "../../shared/translation.js";

/** @import { Sentences } from "../../../locales/en.d.ts" */


/**
 * @typedef {object} Actions
 * @property {() => void} code bring the QR full size, and back
 * @property {() => void} next the next visual
 * @property {() => void} gallery all visuals to choose from, and back
 * @property {(place: number) => void} pick a visual by its place, from 1
 * @property {() => void} takeover offer the place of a phone that is away to another one
 * @property {() => void} simulator a pretend phone more, for mouse and keyboard
 * @property {() => void} dismiss all pretend phones
 * @property {() => void} full full screen, and back
 * @property {() => void} meter the latency meter
 * @property {() => void} smooth smoothing and prediction, or samples as they come
 * @property {() => void} sound on or off
 * @property {(key: string) => boolean} other any other key: perhaps the visual's; whether it means something
 * @property {() => void} theme dark or bright
 * @property {(step: number) => void} margin words further from the edges by so many percent, or nearer
 * @property {() => void} help these keys
 */

/** @typedef {Extract<keyof Sentences, `display.keys.${string}`>} KeySentence */

/** @type {readonly (readonly [key: string, what: KeySentence])[]} */
export const HELP = [
  ["Q", "display.keys.code"],
  ["G", "display.keys.gallery"],
  ["V", "display.keys.next"],
  ["T", "display.keys.takeover"],
  ["P", "display.keys.pretend"],
  ["Shift P", "display.keys.dismiss"],
  ["F", "display.keys.full"],
  ["B", "display.keys.theme"],
  ["L", "display.keys.meter"],
  ["S", "display.keys.smooth"],
  ["M", "display.keys.sound"],
  ["+", "display.keys.wider"],
  ["-", "display.keys.narrower"],
  ["?", "display.keys.help"],
];

/**
 * @param {EventTarget} target
 * @param {Actions} actions
 * @param {() => boolean} isTyping the host writes something: keys are letters then
 */
export function listen(target, actions, isTyping) {
  target.addEventListener("keydown", (event) => {
    const { key, repeat, ctrlKey, metaKey, altKey, shiftKey } = /** @type {KeyboardEvent} */ (event);
    if (repeat || ctrlKey || metaKey || altKey || isTyping()) return;
    const act = named(actions, key.toLowerCase(), shiftKey);
    if (/^[1-9]$/.test(key)) actions.pick(Number(key));
    else if (act) act();
    else if (actions.other(key)) event.preventDefault(); // or the letter stands in the line that it asks for
  });
}

/**
 * @param {Actions} actions
 * @param {string} key
 * @param {boolean} shift
 * @returns {(() => void) | undefined}
 */
function named({ code, next, gallery, takeover, simulator, dismiss, full, meter, smooth, sound, theme, margin, help }, key, shift) {
  /** @type {Record<string, () => void>} */
  const table = {
    q: code, v: next, g: gallery, t: takeover, f: full, l: meter, s: smooth, m: sound, b: theme, "?": help,
    p: shift ? dismiss : simulator, "+": () => margin(1), "=": () => margin(1), "-": () => margin(-1),
  };
  return table[key];
}

/**
 * Write the keys into the page.
 * @param {HTMLElement} panel
 * @param {readonly string[]} titles of the visuals on 1 to 9
 * @param {readonly (readonly [key: string, what: string])[]} more keys, the visual's own
 */
export function explain(panel, titles, more) {
  const list = document.createElement("dl");
  const visuals = titles.slice(0, 9).map((title, at) => /** @type {const} */ ([String(at + 1), title]));
  const help = HELP.map(([key, sentence]) => /** @type {const} */ ([key, t(sentence)]));
  for (const [key, what] of [...more, ...help, ...visuals]) {
    const term = document.createElement("dt");
    const kbd = document.createElement("kbd");
    kbd.textContent = key;
    kbd.translate = false;
    term.append(kbd);
    const words = document.createElement("dd");
    words.textContent = what;
    list.append(term, words);
  }
  panel.replaceChildren(list);
}
