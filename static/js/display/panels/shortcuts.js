// Keyboard shortcuts of the display.
// @ts-check

/**
 * @typedef {object} Actions
 * @property {() => void} code bring the QR full size, and back
 * @property {() => void} next the next visual
 * @property {() => void} gallery all visuals to choose from, and back
 * @property {(place: number) => void} pick a visual by its place, from 1
 * @property {() => void} takeover offer the place of a phone that is away to another one
 * @property {() => void} pretend a pretend phone more, for mouse and keyboard
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

/** @type {readonly (readonly [key: string, what: string])[]} */
export const HELP = [
  ["Q", "the code to scan, full size"],
  ["G", "all pictures, to choose from"],
  ["V", "next visual"],
  ["T", "another phone takes a place that is away"],
  ["P", "a pretend phone that the mouse moves"],
  ["Shift P", "send the pretend phones away"],
  ["F", "full screen"],
  ["B", "bright or dark"],
  ["L", "latency"],
  ["S", "smooth motion, or raw"],
  ["M", "sound on or off"],
  ["+", "words further from the edges"],
  ["-", "words nearer to the edges"],
  ["?", "these keys"],
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
function named({ code, next, gallery, takeover, pretend, dismiss, full, meter, smooth, sound, theme, margin, help }, key, shift) {
  /** @type {Record<string, () => void>} */
  const table = {
    q: code, v: next, g: gallery, t: takeover, f: full, l: meter, s: smooth, m: sound, b: theme, "?": help,
    p: shift ? dismiss : pretend, "+": () => margin(1), "=": () => margin(1), "-": () => margin(-1),
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
  for (const [key, what] of [...more, ...HELP, ...visuals]) {
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
