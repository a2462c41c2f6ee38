// Sanitiser of a visual's phone.html: markup without code; the rest is refused.
// @ts-check

/** @typedef {{name: string, value: string}} Attribute */
/** @typedef {{localName: string, attributes: Iterable<Attribute>}} Marked an element, as far as it matters here */

const CODE_TAGS = new Set(["script", "iframe", "frame", "object", "embed", "template", "animate", "set"]);
const STYLE_TAGS = new Set(["style", "link"]);
const NAVIGATION_TAGS = new Set(["a", "area", "form", "base", "meta"]);
const ADDRESS_ATTRIBUTES = new Set(["action", "formaction", "srcdoc", "srcset", "ping", "background"]);
const OWN_FILE = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;

/**
 * @param {Marked} element
 * @returns {string} why it may not be there; "" if it may
 */
export function refusal({ localName, attributes }) {
  const tag = `<${localName}>`;
  if (CODE_TAGS.has(localName)) return `${tag} is not taken: code goes into phone.js`;
  if (STYLE_TAGS.has(localName)) return `${tag} is not taken: styles go into phone.css`;
  if (NAVIGATION_TAGS.has(localName)) return `${tag} is not taken: a phone's page leads nowhere else`;
  for (const { name, value } of attributes) {
    if (name.startsWith("on")) return `${name} on ${tag} is not taken: listeners go into phone.js`;
    if (name === "style") return `style on ${tag} is not taken: styles go into phone.css`;
    if (leads(name, value)) return `${name} on ${tag} is not taken: only files of the visual's folder are`;
  }
  return "";
}

/** @param {string} name @param {string} value @returns {boolean} out of the visual's folder */
function leads(name, value) {
  if (name === "src") return !OWN_FILE.test(value);
  return ADDRESS_ATTRIBUTES.has(name) || (/(^|:)href$/.test(name) && !value.startsWith("#"));
}

/**
 * Read a fragment without running anything: a parsed document has no window.
 * @param {string} text of phone.html
 * @param {URL} folder the visual's; a relative `src` is one of its files
 * @returns {{fragment: DocumentFragment, why: string}} why it is refused; "" if it is not
 */
export function read(text, folder) {
  const parsed = new DOMParser().parseFromString(text, "text/html");
  for (const element of parsed.querySelectorAll("*")) {
    const why = refusal(element);
    if (why) return { fragment: document.createDocumentFragment(), why };
    const src = element.getAttribute("src");
    if (src) element.setAttribute("src", new URL(src, folder).pathname);
  }
  const fragment = document.createDocumentFragment();
  fragment.append(...parsed.head.childNodes, ...parsed.body.childNodes);
  return { fragment, why: "" };
}
