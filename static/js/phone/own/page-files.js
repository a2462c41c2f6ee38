// Loader for the files of a visual's own phone page.
// @ts-check
import { WrongFile, loadCode } from "../../shared/author-code.js";
import { read } from "./fragment.js";

/** @import { VisualCard } from "../../protocol.js" */
/** @import { CreatePage } from "./contract.js" */

/**
 * @typedef {object} Files
 * @property {CreatePage} create
 * @property {DocumentFragment} fragment
 * @property {URL | null} styles
 */

/**
 * @param {VisualCard} card
 * @param {string} edition of the files, if it is a newer one than this page's; "" is this page's
 * @returns {Promise<Files>}
 * @throws {WrongFile} in words, with the line where that is known
 */
export async function fetchPageFiles({ name, phone_page: files = [] }, edition) {
  const path = edition ? `/static/${edition}/visuals/${name}/` : `../../../visuals/${name}/`;
  const folder = new URL(path, import.meta.url);
  if (!files.includes("phone.html")) throw new WrongFile(`${name}/phone.html`, 0, "it is missing beside phone.js");
  const [{ default: create }, text] = await Promise.all([
    loadCode(new URL("phone.js", folder)),
    fetchText(new URL("phone.html", folder)),
  ]);
  if (typeof create !== "function") throw new WrongFile(`${name}/phone.js`, 0, "its default export makes no page");
  const { fragment, why } = read(text, folder);
  if (why) throw new WrongFile(`${name}/phone.html`, 0, why);
  return { create: /** @type {CreatePage} */ (create), fragment, styles: files.includes("phone.css") ? new URL("phone.css", folder) : null };
}

/** @param {URL} address */
async function fetchText(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname} could not be loaded: ${answer.status}.`);
  return answer.text();
}
