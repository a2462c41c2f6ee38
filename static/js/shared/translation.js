// Translation: sentences of the page's language, with values and plural forms.
// @ts-check
/** @import { Sentences } from "../../locales/en.d.ts" */

/** @typedef {Readonly<Record<string, string>>} Catalogue sentences by key, in i18next's JSON v4 format made flat */
/** @typedef {string | number | readonly string[]} Value a list is joined as its language joins it */
/** @typedef {(key: string, values?: Readonly<Record<string, Value>>) => string} Translate */

const ENGLISH = "en";
const BRITISH = "en-GB"; // what the sentences are written in: no comma before the last of a list

let spoken = ENGLISH;
/** @type {Translate} */ let translate = translator(ENGLISH, {});

/**
 * @param {string} language its tag (BCP 47)
 * @param {Catalogue} catalogue
 * @returns {Translate} gives the sentence of a key, or the key itself where there is none
 */
export function translator(language, catalogue) {
  const rules = new Intl.PluralRules(language);
  const lists = new Intl.ListFormat(language === ENGLISH ? BRITISH : language);
  const text = (/** @type {Value} */ value) => (typeof value === "object" ? lists.format(value) : String(value));
  return (key, values = {}) => {
    const form = `${key}_${rules.select(Number(values.count))}`;
    const sentence = catalogue[key] ?? catalogue[form] ?? catalogue[`${key}_other`] ?? key;
    return sentence.replace(/{{(\w+)}}/g, (place, name) => text(values[name] ?? place));
  };
}

/**
 * Speak a language from now on.
 * @param {string} language
 * @param {Catalogue} catalogue
 */
export function speak(language, catalogue) {
  spoken = language;
  translate = translator(language, catalogue);
}

/** @param {Catalogue} [catalogue] a visual's own, in the page's language @returns {Translate} */
export function translatorOf(catalogue = {}) {
  return translator(spoken, catalogue);
}

/**
 * Fetch the page's part of the catalogue, which it names in `<link id="sentences">`, and speak its language.
 * @param {Document} page
 */
export async function learn(page) {
  const { href } = /** @type {HTMLLinkElement} */ (page.getElementById("sentences"));
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${href} could not be loaded: ${answer.status}.`);
  speak(page.documentElement.lang, await answer.json());
}

/**
 * The sentence of a key in the page's language.
 * @template {keyof Sentences} K
 * @param {K} key
 * @param {Sentences[K] extends null ? [] : [values: Sentences[K]]} values for its placeholders; `count` selects its form
 * @returns {string}
 */
export function t(key, ...[values]) {
  return translate(key, values ?? {});
}
