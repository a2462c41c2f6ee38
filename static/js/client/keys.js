// Keyboard, switch or presenter in place of a thumb.
// @ts-check

/** @import { Point } from "../shared/motion.js" */

/**
 * @typedef {object} KeyHandlers
 * @property {(towards: Point) => void} lean the arrows that are held, −1 to 1 each; (0, 0) when let go
 * @property {(towards: Point) => void} step an arrow went down, or repeats: −1, 0 or 1 each
 * @property {() => void} tap
 */

/** @type {Readonly<Record<string, Point>>} */
export const ARROWS = Object.freeze({
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
});

/**
 * @param {HTMLElement} pad hears its keys while it has the focus itself
 * @param {KeyHandlers} handlers
 */
export function listenToKeys(pad, handlers) {
  /** @type {Set<string>} */
  const down = new Set();

  function lean() {
    const held = [...down].map((key) => ARROWS[key]);
    handlers.lean({ x: held.reduce((sum, { x }) => sum + x, 0), y: held.reduce((sum, { y }) => sum + y, 0) });
  }

  function letGo() {
    if (down.size === 0) return;
    down.clear();
    lean();
  }

  pad.addEventListener("keydown", (event) => {
    const { key } = event;
    if (event.composedPath()[0] !== pad) return; // a button within has it
    if (!(key in ARROWS) && key !== " " && key !== "Enter") return;
    event.preventDefault();
    if (key in ARROWS) {
      handlers.step(ARROWS[key]);
      if (!down.has(key)) {
        down.add(key);
        lean();
      }
    } else if (!event.repeat) handlers.tap();
  });
  pad.addEventListener("keyup", ({ key }) => {
    if (down.delete(key)) lean();
  });
  pad.addEventListener("blur", letGo);
}

/** R works anywhere outside a field. @param {Document} page @param {() => void} recentre */
export function listenForRecentring(page, recentre) {
  page.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    const [target] = event.composedPath();
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (key.toLowerCase() === "r" && !ctrlKey && !metaKey && !altKey && !isField) recentre();
  });
}
