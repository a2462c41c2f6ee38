// Sheets that slide up from below. The browser's own dialog keeps the focus and closes on Escape.
// @ts-check

/**
 * @param {HTMLDialogElement} sheet
 * @param {readonly HTMLElement[]} openers
 */
export function wireSheet(sheet, openers) {
  for (const opener of openers) opener.addEventListener("click", () => sheet.open || sheet.showModal());
  sheet.addEventListener("click", ({ target }) => {
    // A button in it has done its work, and the dark beside it counts as the dialog itself.
    if (target === sheet || target instanceof HTMLButtonElement) sheet.close();
  });
}
