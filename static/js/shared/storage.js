// Browser storage that may be missing or full, with the page's memory in its place.
// @ts-check

/** @type {Map<string, string>} for the page's life, where both storages are blocked */
const page = new Map();

/**
 * @param {string} name
 * @returns {string | null} what was kept, this tab's first
 */
export function get(name) {
  for (const storage of storages()) {
    const value = quietly(() => storage().getItem(name));
    if (value) return value;
  }
  return page.get(name) ?? null;
}

/** @param {string} name @returns {string | null} what was kept by this tab, over a reload, and by no other */
export function getInTab(name) {
  return quietly(() => sessionStorage.getItem(name)) ?? page.get(name) ?? null;
}

/**
 * @param {string} name
 * @param {string} value
 */
export function set(name, value) {
  page.set(name, value);
  for (const storage of storages()) quietly(() => storage().setItem(name, value));
}

/** @param {string} name @param {string} value */
export function setInTab(name, value) {
  page.set(name, value);
  quietly(() => sessionStorage.setItem(name, value));
}

/** @param {string} name */
export function remove(name) {
  page.delete(name);
  for (const storage of storages()) quietly(() => storage().removeItem(name));
}

/** @returns {(() => Storage)[]} even to name a blocked storage may throw, so each is asked for late */
function storages() {
  return [() => sessionStorage, () => localStorage];
}

/**
 * @template T
 * @param {() => T} attempt
 * @returns {T | null} null where the storage is blocked or full; the page then works with its own memory
 */
function quietly(attempt) {
  try {
    return attempt();
  } catch {
    return null;
  }
}
