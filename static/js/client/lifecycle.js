// Page lifecycle as a state machine over nine events, whose order differs by browser.
// @ts-check

/**
 * - `seen`: in front, with a network
 * - `cut`: in front, without one
 * - `hidden`: behind another page or app, or the screen is dark; it may still run
 * - `frozen`: nothing of it runs
 * - `stored`: left, and kept for the back button
 * @typedef {"seen" | "cut" | "hidden" | "frozen" | "stored"} Life
 */

/** @typedef {"hide" | "show" | "freeze" | "resume" | "store" | "restore" | "offline" | "online"} Turn */

/**
 * What the page does about it.
 * @typedef {object} LifecycleHandlers
 * @property {() => void} sleep let go of what is held; send nothing more
 * @property {() => void} rest sleep, and hang up: some browsers store no page that has a connection
 * @property {() => void} wake be there again, at once
 * @property {() => void} retry a network has come: connect at once
 */

/**
 * What follows from each turn, and what the page does then; drawn in PROTOCOL.md.
 * @type {Readonly<Record<Life, Partial<Record<Turn, readonly [Life, (keyof LifecycleHandlers)?]>>>>}
 */
export const NEXT = Object.freeze({
  seen: {
    hide: ["hidden", "sleep"],
    freeze: ["frozen", "sleep"],
    store: ["stored", "rest"],
    offline: ["cut"],
    online: ["seen", "retry"],
  },
  cut: { hide: ["hidden", "sleep"], freeze: ["frozen", "sleep"], store: ["stored", "rest"], online: ["seen", "retry"] },
  hidden: { show: ["seen", "wake"], freeze: ["frozen"], store: ["stored", "rest"] },
  frozen: { show: ["seen", "wake"], resume: ["hidden"], store: ["stored", "rest"] },
  stored: { show: ["seen", "wake"], restore: ["hidden"] },
});

export class Lifecycle {
  #handlers;
  /** @type {Life} */ #life;

  /**
   * @param {LifecycleHandlers} handlers
   * @param {Life} [life] as it begins
   */
  constructor(handlers, life = "seen") {
    this.#handlers = handlers;
    this.#life = life;
  }

  get life() {
    return this.#life;
  }

  /** @param {Turn} turn one that doesn't fit changes nothing: browsers tell some things twice */
  take(turn) {
    const [life, action] = NEXT[this.#life][turn] ?? [this.#life];
    this.#life = life;
    if (action) this.#handlers[action]();
  }
}

/**
 * Follow a page through its life.
 * @param {Document} page
 * @param {EventTarget} scope its window
 * @param {LifecycleHandlers} handlers
 */
export function followLifecycle(page, scope, handlers) {
  const lifecycle = new Lifecycle(handlers, page.hidden ? "hidden" : "seen");
  const showIfSeen = () => page.hidden || lifecycle.take("show");
  page.addEventListener("visibilitychange", () => lifecycle.take(page.hidden ? "hide" : "show"));
  page.addEventListener("freeze", () => lifecycle.take("freeze"));
  page.addEventListener("resume", () => {
    lifecycle.take("resume");
    showIfSeen(); // a page that was frozen in front hears of no change
  });
  scope.addEventListener("pagehide", () => lifecycle.take("store"));
  scope.addEventListener("pageshow", () => {
    lifecycle.take("restore");
    showIfSeen();
  });
  scope.addEventListener("offline", () => lifecycle.take("offline"));
  scope.addEventListener("online", () => lifecycle.take("online"));
}
