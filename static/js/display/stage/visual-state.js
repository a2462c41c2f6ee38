// Kept state of the visual: outlives the page, and is told to phones.
// @ts-check
import { REMEMBERED_LETTERS } from "../../protocol.js";

/** Values are kept as JSON by the server, under names of small letters, digits and dashes. */
export class VisualState {
  #send;
  #visual = "";
  /** @type {Map<string, string>} */ #kept = new Map();

  /** @param {(name: string, value: string) => void} send to the server; "" forgets */
  constructor(send) {
    this.#send = send;
  }

  /**
   * A visual is on.
   * @param {string} visual its name
   * @param {Readonly<Record<string, string>>} state what the server kept for it
   */
  begin(visual, state) {
    const forgotten = visual === this.#visual ? [...this.#kept].filter(([name]) => !(name in state)) : [];
    this.#visual = visual;
    this.#kept = new Map([...forgotten, ...Object.entries(state)]);
    for (const [name, value] of forgotten) this.#send(name, value); // the server was started again
  }

  /**
   * @template T
   * @param {string} name
   * @returns {T | undefined} what was set last, perhaps before a reload; undefined if nothing was
   */
  get(name) {
    const value = this.#kept.get(name);
    return value === undefined ? undefined : JSON.parse(value);
  }

  /**
   * @param {string} name
   * @param {unknown} value anything that JSON can hold, in at most 1000 letters; undefined forgets
   * @throws {RangeError} it is longer: the server would not keep it, and after a reload it would be gone
   */
  set(name, value) {
    const text = value === undefined ? "" : JSON.stringify(value);
    if (text.length > REMEMBERED_LETTERS) {
      throw new RangeError(`"${name}" has ${text.length} letters as JSON, and at most ${REMEMBERED_LETTERS} are kept.`);
    }
    if ((this.#kept.get(name) ?? "") === text) return;
    if (text) this.#kept.set(name, text);
    else this.#kept.delete(name);
    this.#send(name, text);
  }
}
