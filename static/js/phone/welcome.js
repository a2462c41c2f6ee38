// All that the phone's page needs until Join is tapped: it hears the tap, and fetches the rest once it has been seen.
// @ts-check
import { askForMotion } from "./permission.js";

const join = /** @type {HTMLElement} */ (document.getElementById("join"));
const waiting = /** @type {HTMLElement} */ (document.getElementById("waiting"));
const rest = /** @type {HTMLTemplateElement} */ (document.getElementById("rest"));

// `click` rather than `pointerup`: it is as good for permissions, and keys and switches make it too.
join.addEventListener("click", () => join.getAttribute("aria-disabled") === "true" || enter());
requestAnimationFrame(() => setTimeout(fetchRest)); // after the page's first picture
performance.mark("usable"); // for benchmarks/first_load.py

const SLOW = 6000; // milliseconds of connecting after which the page says what may be wrong
/** @type {Promise<typeof import("./main.js") | null> | undefined} */ let coming; // null: it failed, and stays so

function fetchRest() {
  return (coming ??= styled().then(() => import("./main.js")).catch(fail));
}

/** @param {unknown} error @returns {null} */
function fail(error) {
  console.error(error);
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
  const label = join.textContent;
  offer(join.dataset.connecting, true);
  const slow = setTimeout(() => (waiting.textContent = waiting.dataset.slow ?? ""), SLOW);
  const main = await fetchRest();
  if (main) main.phone.enter(permission);
  else if (await isServerThere()) location.reload(); // a module that failed once is not fetched again everywhere
  else offer(label, false, waiting.dataset.failed);
  clearTimeout(slow);
}

/** @param {string | null | undefined} label @param {boolean} busy @param {string} [why] */
function offer(label, busy, why = "") {
  join.textContent = label ?? "";
  join.setAttribute("aria-disabled", String(busy));
  waiting.textContent = why;
}

/** @returns {Promise<boolean>} */
function isServerThere() {
  return fetch(location.href, { method: "HEAD", cache: "no-store" }).then(() => true, () => false);
}
