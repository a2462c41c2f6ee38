// Theme of the page: dark, or bright for a lit room.
// @ts-check
/** @import { Theme } from "./marks.js" */

/** @returns {Theme} */
export function theme() {
  return document.documentElement.dataset.theme === "bright" ? "bright" : "dark";
}
