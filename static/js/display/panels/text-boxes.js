// Rectangles of the page's words, so that a visual can keep clear of them.
// @ts-check
/** @import { Rect } from "../stage/contract.js" */

/**
 * @param {HTMLElement} page
 * @returns {Rect[]} of everything that is written and seen, in CSS pixels of the page
 */
export function words(page) {
  return [...page.querySelectorAll("[data-text-box]")]
    .filter((element) => element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true) // Safari 17.4
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0);
}

/**
 * @param {HTMLElement} page
 * @returns {Rect} what no television crops: all within the page's padding, in CSS pixels of the page
 */
export function safe(page) {
  const { paddingLeft, paddingTop } = getComputedStyle(page);
  const [x, y] = [parseFloat(paddingLeft), parseFloat(paddingTop)];
  return { x, y, width: page.clientWidth - 2 * x, height: page.clientHeight - 2 * y };
}
