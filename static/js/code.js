// Loads an author's code, and says in words where it is no JavaScript.
// @ts-check

/** A file of an author that is not what it must be. */
export class WrongFile extends Error {
  /**
   * @param {string} file such as "rain/visual.js"
   * @param {number} line from 1; 0 if it isn't known
   * @param {string} what is wrong, without a full stop
   */
  constructor(file, line, what) {
    super(line ? `${file}, line ${line}: ${what}.` : `${file}: ${what}.`);
    this.file = file;
    this.line = line;
    this.what = what;
  }
}

/**
 * @param {URL} module
 * @returns {Promise<any>} what it exports
 * @throws {WrongFile} where it is no JavaScript, or imports what isn't there
 */
export async function loadCode(module) {
  try {
    return await import(module.href);
  } catch (error) {
    throw error instanceof SyntaxError ? await whereWrong(module, error) : error;
  }
}

/**
 * A browser says where code is wrong only to the page, and only of a script of the page.
 * @param {URL} module
 * @param {SyntaxError} error
 * @returns {Promise<WrongFile>}
 */
function whereWrong(module, error) {
  return new Promise((tell) => {
    const script = Object.assign(document.createElement("script"), { type: "module", src: `${module}?where` });
    const hear = (/** @type {ErrorEvent} */ event) => {
      event.stopImmediatePropagation(); // who listens for errors hears of it from whoever loads
      end(new WrongFile(fileOf(new URL(event.filename || module, location.href)), event.lineno, error.message));
    };
    const end = (/** @type {WrongFile} */ wrong) => {
      window.removeEventListener("error", hear, true);
      script.remove();
      tell(wrong);
    };
    window.addEventListener("error", hear, true);
    script.addEventListener("error", () => end(new WrongFile(fileOf(module), 0, error.message)));
    document.head.append(script);
  });
}

/** @param {URL} address @returns {string} as its author knows the file: "rain/visual.js" */
function fileOf({ pathname }) {
  return pathname.split("/visuals/").pop() ?? pathname;
}
