// A keyboard, a switch or a presenter instead of a thumb.
// @ts-check

/** @import { Point } from "../motion.js" */

/**
 * @typedef {object} KeysHear
 * @property {(towards: Point) => void} lean the arrows that are held, −1 to 1 each; (0, 0) when let go
 * @property {(towards: Point) => void} step an arrow went down, or repeats: −1, 0 or 1 each
 * @property {() => void} tap
 * @property {() => void} recentre
 */

/** @type {Readonly<Record<string, Point>>} */
export const ARROWS = Object.freeze({
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
});

/**
 * @param {HTMLElement} pad hears its keys while it has the focus; R works anywhere outside a field
 * @param {Document} page
 * @param {KeysHear} hears
 */
export function listenToKeys(pad, page, hears) {
  /** @type {Set<string>} */
  const down = new Set();

  function lean() {
    const held = [...down].map((key) => ARROWS[key]);
    hears.lean({ x: held.reduce((sum, { x }) => sum + x, 0), y: held.reduce((sum, { y }) => sum + y, 0) });
  }

  function letGo() {
    if (down.size === 0) return;
    down.clear();
    lean();
  }

  pad.addEventListener("keydown", (event) => {
    const { key } = event;
    if (!(key in ARROWS) && key !== " " && key !== "Enter") return;
    event.preventDefault();
    if (key in ARROWS) {
      hears.step(ARROWS[key]);
      if (!down.has(key)) {
        down.add(key);
        lean();
      }
    } else if (!event.repeat) hears.tap();
  });
  pad.addEventListener("keyup", ({ key }) => {
    if (down.delete(key)) lean();
  });
  pad.addEventListener("blur", letGo);
  page.addEventListener("keydown", ({ key, target, ctrlKey, metaKey, altKey }) => {
    const plain = !ctrlKey && !metaKey && !altKey && !(target instanceof HTMLInputElement);
    if (key.toLowerCase() === "r" && plain) hears.recentre();
  });
}
