// Loader for an author's code, with its syntax errors in words.
// @ts-check

let asked = 0; // scripts that only say where they are wrong

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
 * @returns {Promise<Record<string, unknown>>} what it exports
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
 * @param {unknown} error that nobody caught
 * @returns {boolean} it is the answer to a question that was put here
 */
export function isAnswer(error) {
  return asked > 0 && error instanceof SyntaxError;
}

/**
 * A browser says where code is wrong only to the page, and only of a script of the page.
 * @param {URL} module
 * @param {SyntaxError} error
 * @returns {Promise<WrongFile>}
 */
function whereWrong(module, error) {
  asked += 1;
  return new Promise((tell) => {
    const script = Object.assign(document.createElement("script"), { type: "module", src: `${module}?where` });
    const hear = (/** @type {ErrorEvent} */ { filename, lineno }) => {
      end(new WrongFile(fileOf(new URL(filename || module, location.href)), lineno, error.message));
    };
    const end = (/** @type {WrongFile} */ wrong) => {
      window.removeEventListener("error", hear);
      setTimeout(() => (asked -= 1)); // others may hear the same event after this
      script.remove();
      tell(wrong);
    };
    window.addEventListener("error", hear);
    script.addEventListener("error", () => end(new WrongFile(fileOf(module), 0, error.message)));
    document.head.append(script);
  });
}

/** @param {URL} address @returns {string} as its author knows the file: "rain/visual.js" */
function fileOf({ pathname }) {
  return pathname.split("/visuals/").pop() ?? pathname;
}
