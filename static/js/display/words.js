// Where the page has words, so that light can part around them.
// @ts-check
/** @import { Rect } from "./visual.js" */

/**
 * @param {HTMLElement} page
 * @returns {Rect[]} of everything that is written and seen, in CSS pixels of the page
 */
export function words(page) {
  return [...page.querySelectorAll("[data-words]")]
    .filter((element) => element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true) // Safari 17.4
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0);
}
