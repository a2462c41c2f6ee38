// Sheets that slide up from below. The browser's own dialog keeps the focus and closes on Escape.
// @ts-check

/**
 * @param {HTMLDialogElement} sheet
 * @param {readonly HTMLElement[]} openers
 */
export function wireSheet(sheet, openers) {
  for (const opener of openers) opener.addEventListener("click", () => sheet.open || sheet.showModal());
  const close = (/** @type {MouseEvent} */ { target }) => {
    // The dark beside it counts as the dialog itself. It closes before its button works, which may set the focus.
    if (target === sheet || target instanceof HTMLButtonElement) sheet.close();
  };
  sheet.addEventListener("click", close, { capture: true });
}
