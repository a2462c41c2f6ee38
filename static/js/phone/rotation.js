// Page rotation: full screen with a locked orientation, or a sentence where it fails.
// @ts-check
import { t } from "../shared/translation.js";

export class Rotation {
  #scope;
  #page;

  /** @param {Window} scope */
  constructor(scope) {
    this.#scope = scope;
    this.#page = scope.document;
  }

  /** @returns {boolean} */
  get canFill() {
    return this.#page.fullscreenEnabled === true;
  }

  /** @returns {boolean} full screen can keep the page as it stands; some browsers have one without the other */
  get canLock() {
    return this.canFill && typeof this.#orientation?.lock === "function";
  }

  /** @returns {boolean} */
  get isFull() {
    return this.#page.fullscreenElement !== null;
  }

  /** @returns {string} what to do about a page that has just turned */
  get sentence() {
    return t(this.canLock ? "phone.turned_full_screen" : "phone.turned");
  }

  /**
   * Call it in a tap. Fill the screen as the page stands now, or give it back, which ends the lock as well.
   * @returns {Promise<boolean>} whether the page stands as it was asked to
   */
  async toggle() {
    try {
      if (this.isFull) await this.#page.exitFullscreen();
      else {
        await this.#page.documentElement.requestFullscreen({ navigationUI: "hide" });
        await this.#orientation?.lock(this.#orientation.type); // tablets and desktops may refuse
      }
      return true;
    } catch (error) {
      console.warn("Full screen:", error);
      return false;
    }
  }

  /** @param {() => void} turned the page has turned in the phone */
  follow(turned) {
    // Before iOS 16.4 only the window tells.
    if (this.#orientation) this.#orientation.addEventListener("change", turned);
    else this.#scope.addEventListener("orientationchange", turned);
  }

  /** @returns {ScreenOrientation | undefined} */
  get #orientation() {
    return this.#scope.screen.orientation;
  }
}
