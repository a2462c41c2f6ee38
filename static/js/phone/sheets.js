// Sheets: modal dialogs that slide up from below.
// @ts-check

/**
 * @param {HTMLDialogElement} sheet
 * @param {readonly HTMLElement[]} openers
 * @param {() => void} fill what it holds, before it opens: the browser gives the focus to the first button that shows
 */
export function wireSheet(sheet, openers, fill) {
  function open() {
    if (sheet.open) return;
    fill();
    sheet.showModal();
  }
  for (const opener of openers) opener.addEventListener("click", open);
  const close = (/** @type {MouseEvent} */ { target }) => {
    // The dark beside it counts as the dialog itself. It closes before its button works, which may set the focus.
    if (target === sheet || target instanceof HTMLButtonElement) sheet.close();
  };
  sheet.addEventListener("click", close, { capture: true });
}
