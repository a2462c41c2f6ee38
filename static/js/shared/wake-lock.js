// Screen wake lock while somebody plays, where a page may have one.
// @ts-check

export class WakeLock {
  #navigator;
  /** @type {WakeLockSentinel | null} */ #lock = null;
  #wanted = false;
  #asking = false;

  /** @param {Pick<Navigator, "wakeLock">} navigator */
  constructor(navigator) {
    this.#navigator = navigator;
  }

  /** Take the lock, or take it back: the system drops it whenever the page is hidden. */
  async hold() {
    this.#wanted = true;
    if (this.#asking || (this.#lock && !this.#lock.released)) return;
    this.#asking = true;
    // A low battery refuses; the game goes on, the glass may go dark.
    this.#lock = (await this.#navigator.wakeLock?.request("screen").catch(() => null)) ?? null;
    this.#asking = false;
    if (!this.#wanted) await this.release();
  }

  async release() {
    this.#wanted = false;
    await this.#lock?.release();
    this.#lock = null;
  }
}
