// Look-up of elements by id, with an error where one is missing.
// @ts-check

/**
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id in this page
 * @param {new () => T} [kind]
 * @returns {T}
 */
export function find(id, kind) {
  return findIn(document, "The page", id, kind);
}

/**
 * @template {Element} [T=HTMLElement]
 * @param {DocumentFragment | Document} root
 * @param {string} name of the root, for the error
 * @param {string} id
 * @param {new () => T} [kind] any, unless you say otherwise
 * @returns {T}
 * @throws {Error} there is no such element
 */
export function findIn(root, name, id, kind) {
  const element = root.getElementById(id);
  if (!element) throw new Error(`${name} has no #${id}.`);
  if (kind && !(element instanceof kind)) throw new Error(`#${id} of ${name} is no ${kind.name}.`);
  return /** @type {T} */ (/** @type {unknown} */ (element));
}
