// The sentences of the pages in English, for modules that say something.
// @ts-check
import { readFileSync } from "node:fs";
import { speak } from "../../static/js/shared/translation.js";

/** @typedef {{[name: string]: string | Tree}} Tree */

const FILE = new URL("../../static/locales/en.json", import.meta.url);

export const ENGLISH = Object.fromEntries(leaves(JSON.parse(readFileSync(FILE, "utf8")), ""));

speak("en", ENGLISH);

/** @param {Tree} tree @param {string} above @returns {[key: string, sentence: string][]} */
function leaves(tree, above) {
  return Object.entries(tree).flatMap(([name, value]) => {
    const key = above + name;
    return typeof value === "string" ? [[key, value]] : leaves(value, `${key}.`);
  });
}
