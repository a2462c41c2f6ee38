// Letters as people count them (graphemes): an emoji of several code points is one, so no cut falls within it.
// @ts-check

const segmenter = "Segmenter" in Intl ? new Intl.Segmenter() : null;

/** @param {string} text @returns {string[]} its letters; where the browser knows no graphemes, its code points */
export function graphemes(text) {
  return segmenter ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [...text];
}

/** @param {string} text @param {number} most @returns {string} its first letters */
export function cut(text, most) {
  return text.length <= most ? text : graphemes(text).slice(0, most).join("");
}

/**
 * Let a person write so many letters; `maxlength` counts UTF-16 units and cuts within an emoji.
 * @param {HTMLInputElement} input
 * @param {() => number} most asked at each change
 */
export function limit(input, most) {
  const shorten = () => {
    const short = cut(input.value, most());
    if (short !== input.value) input.value = short;
  };
  input.addEventListener("input", (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) shorten(); // a letter may be under way
  });
  input.addEventListener("compositionend", shorten);
}
