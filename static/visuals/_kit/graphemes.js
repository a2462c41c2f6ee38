// Graphemes of a text: letters as people count them, so that no cut falls within an emoji.
// @ts-check
import { graphemes } from "../../js/shared/graphemes.js";

export { graphemes };

/**
 * Cut a text to what may be told to a phone or kept in the state.
 * @param {string} text
 * @param {number} letters at most
 * @param {number} units UTF-16 code units at most, as `length` counts them
 * @returns {string} its first letters
 */
export function firstLetters(text, letters, units) {
  let kept = "";
  for (const letter of graphemes(text.slice(0, units + 2)).slice(0, letters)) {
    if (kept.length + letter.length > units) break;
    kept += letter;
  }
  return kept;
}
