// Download: a text that becomes a file on the host's computer.
// @ts-check

const MEDIA_TYPES = /** @type {Readonly<Record<string, string>>} */ ({ csv: "text/csv", json: "application/json", svg: "image/svg+xml" });
const REVOKE_AFTER_MS = 60_000; // milliseconds until the browser has surely taken the text

/**
 * @param {string} name of the file; its ending says what it is
 * @param {string} text
 */
export function download(name, text) {
  const kind = MEDIA_TYPES[name.split(".").at(-1) ?? ""] ?? "text/plain";
  const address = URL.createObjectURL(new Blob([text], { type: `${kind};charset=utf-8` }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS);
}
