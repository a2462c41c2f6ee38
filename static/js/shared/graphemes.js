// Graphemes: letters as people count them, so that no cut falls within an emoji.
// @ts-check

const segmenter = "Segmenter" in Intl ? new Intl.Segmenter() : null;

/**
 * @param {string} text a short one: V8 takes quadratic time, 29 s for 131,072 letters
 * @returns {string[]} its letters; where the browser knows no graphemes, its code points
 */
export function graphemes(text) {
  return segmenter ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [...text];
}

/**
 * @param {string} text
 * @param {number} letters at most
 * @param {number} codePoints of them at most: messages are limited in these
 * @returns {string} its first letters
 */
export function cut(text, letters, codePoints) {
  let kept = "";
  const enough = text.slice(0, 2 * codePoints + 2); // units: one code point more than there is room for
  for (const letter of graphemes(enough)) {
    letters -= 1;
    codePoints -= [...letter].length;
    if (letters < 0 || codePoints < 0) break;
    kept += letter;
  }
  return kept;
}

/**
 * Let a person write so much; `maxlength` counts UTF-16 units and cuts within an emoji.
 * @param {HTMLInputElement} input
 * @param {() => [letters: number, codePoints: number]} most asked at each change
 */
export function limit(input, most) {
  const shorten = () => shortenAtCaret(input, ...most());
  input.addEventListener("input", (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) shorten(); // a letter may be under way
  });
  input.addEventListener("compositionend", shorten);
}

/**
 * Leave out what was typed or pasted last, as `maxlength` does, and not what stands behind it.
 * @param {HTMLInputElement} input @param {number} letters @param {number} codePoints
 */
function shortenAtCaret(input, letters, codePoints) {
  const { value } = input;
  if (cut(value, letters, codePoints) === value) return;
  const caret = input.selectionStart ?? value.length;
  const after = cut(value.slice(caret), letters, codePoints);
  const before = cut(value.slice(0, caret), letters - graphemes(after).length, codePoints - [...after].length);
  input.value = cut(before + after, letters, codePoints);
  input.setSelectionRange(before.length, before.length);
}
