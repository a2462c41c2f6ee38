// Passes outlive a reload and a closed tab. Either storage may be missing or full: private windows, in-app browsers.
// @ts-check

/**
 * @param {string} name
 * @returns {string | null} what was kept, this tab's first
 */
export function kept(name) {
  for (const storage of storages()) {
    const value = quietly(() => storage().getItem(name));
    if (value) return value;
  }
  return null;
}

/**
 * @param {string} name
 * @param {string} value
 */
export function keep(name, value) {
  for (const storage of storages()) quietly(() => storage().setItem(name, value));
}

/** @param {string} name */
export function forget(name) {
  for (const storage of storages()) quietly(() => storage().removeItem(name));
}

/** @returns {(() => Storage)[]} even to name a blocked storage may throw, so each is asked for late */
function storages() {
  return [() => sessionStorage, () => localStorage];
}

/**
 * @template T
 * @param {() => T} attempt
 * @returns {T | null} null where the storage is blocked or full; the page then works without memory
 */
function quietly(attempt) {
  try {
    return attempt();
  } catch {
    return null;
  }
}
