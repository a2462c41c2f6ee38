// Letters as people count them (graphemes): an emoji of several code points is one, so no cut falls within it.
// @ts-check

const SEGMENTER = "Segmenter" in Intl ? new Intl.Segmenter() : null; // Firefox has it since 2024

/**
 * @param {string} text a short one: V8 takes quadratic time, 29 s for 131,072 letters
 * @returns {string[]} its letters; where the browser knows no graphemes, its code points
 */
export function lettersOf(text) {
  return SEGMENTER ? Array.from(SEGMENTER.segment(text), ({ segment }) => segment) : [...text];
}

/**
 * @param {string} text
 * @param {number} letters at most
 * @param {number} units UTF-16 code units at most, as `length` counts them: what is told or kept is limited in them
 * @returns {string} its first letters
 */
export function firstLetters(text, letters, units) {
  let kept = "";
  for (const letter of lettersOf(text.slice(0, units + 2)).slice(0, letters)) {
    if (kept.length + letter.length > units) break;
    kept += letter;
  }
  return kept;
}
