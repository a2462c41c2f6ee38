// Welcome page until Join is tapped: hears the tap, and fetches the rest.
// @ts-check
import { askForMotion } from "../client/permission.js";

// Not with shared/dom.js: one more module to wait for before the page can be used.
const join = /** @type {HTMLElement} */ (document.getElementById("join"));
const waiting = /** @type {HTMLElement} */ (document.getElementById("join-status"));
const rest = /** @type {HTMLTemplateElement} */ (document.getElementById("play-assets"));

const LABEL = join.textContent;
const SLOW_MS = 6000; // of loading after which the page says so
const ANSWER_WITHIN_MS = 5000;
const RELOADED_KEY = "reloaded"; // in sessionStorage: a reload that mended nothing is not tried again
/** @type {Promise<typeof import("./main.js") | null> | undefined} */ let coming; // null: it failed, and stays so
let isTooOld = false;

// `click` rather than `pointerup`: it is as good for permissions, and keys and switches make it too.
join.addEventListener("click", () => join.getAttribute("aria-disabled") === "true" || enter());
requestAnimationFrame(() => setTimeout(fetchRest)); // after the page's first picture
waiting.textContent = ""; // fallback.js may have said that this is still loading
document.documentElement.dataset.runs = ""; // for fallback.js
performance.mark("usable"); // for benchmarks/first_load.py

function fetchRest() {
  return (coming ??= styled().then(() => import("./main.js")).catch(fail));
}

/** @param {unknown} error @returns {null} */
function fail(error) {
  console.error(error);
  isTooOld = error instanceof SyntaxError;
  if (isTooOld) offer(waiting.dataset.tooOld);
  return null;
}

/** @returns {Promise<unknown>} until all the rest is asked for, at once, and how it looks has come */
function styled() {
  const style = /** @type {HTMLLinkElement} */ (rest.content.querySelector("link[rel=stylesheet]"));
  document.head.append(rest.content);
  return new Promise((onload, onerror) => Object.assign(style, { onload, onerror }));
}

async function enter() {
  const permission = askForMotion(window); // first: what stands before may use the tap up
  show(join.dataset.connecting, true);
  const slow = setTimeout(() => (waiting.textContent = waiting.dataset.loading ?? ""), SLOW_MS);
  const main = await fetchRest();
  clearTimeout(slow);
  if (main) return main.phone.enter(permission);
  if (isTooOld) return offer(waiting.dataset.tooOld);
  if (!(await isServerThere())) return offer(waiting.dataset.failed);
  if (mayReload()) location.reload(); // a module that failed once is not fetched again everywhere
  else offer(waiting.dataset.incomplete);
}

/** @returns {boolean} once in this tab; never without a memory of it */
function mayReload() {
  try {
    if (sessionStorage.getItem(RELOADED_KEY)) return false;
    sessionStorage.setItem(RELOADED_KEY, "yes");
    return true;
  } catch {
    return false;
  }
}

/** @param {string} [why] the tap before came to nothing */
function offer(why) {
  show(LABEL, false, why);
}

/** @param {string | null | undefined} label @param {boolean} busy @param {string} [why] */
function show(label, busy, why = "") {
  join.textContent = label ?? "";
  join.setAttribute("aria-disabled", String(busy));
  waiting.textContent = why;
}

/** @returns {Promise<boolean>} */
function isServerThere() {
  const late = new Promise((resolve) => setTimeout(resolve, ANSWER_WITHIN_MS, false));
  return Promise.race([fetch(location.href, { method: "HEAD", cache: "no-store" }).then(() => true, () => false), late]);
}
