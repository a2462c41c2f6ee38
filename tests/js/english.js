// The sentences of the pages in English, for modules that say something.
// @ts-check
import { readFileSync } from "node:fs";
import { speak, translatorOf } from "../../static/js/shared/translation.js";

/** @typedef {{[name: string]: string | Tree}} Tree */

const STATIC = new URL("../../static/", import.meta.url);

export const ENGLISH = read("locales/en.json");

speak("en", ENGLISH);

/** @param {string} visual its folder's name */
export function sentencesOf(visual) {
  return read(`visuals/${visual}/locales/en.json`);
}

/** @param {string} visual its folder's name @returns what it reads its sentences with */
export function englishOf(visual) {
  return translatorOf(sentencesOf(visual));
}

/** @param {string} file @returns {Readonly<Record<string, string>>} its sentences by their whole keys */
function read(file) {
  return Object.fromEntries(leaves(JSON.parse(readFileSync(new URL(file, STATIC), "utf8")), ""));
}

/** @param {Tree} tree @param {string} above @returns {[key: string, sentence: string][]} */
function leaves(tree, above) {
  return Object.entries(tree).flatMap(([name, value]) => {
    const key = above + name;
    return typeof value === "string" ? [[key, value]] : leaves(value, `${key}.`);
  });
}
