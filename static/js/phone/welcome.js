// All that the phone's page needs until Join is tapped: it hears the tap, and fetches the rest once it has been seen.
// @ts-check
import { askForMotion } from "./permission.js";

const join = /** @type {HTMLElement} */ (document.getElementById("join"));
const rest = /** @type {HTMLTemplateElement} */ (document.getElementById("rest"));

// `click` rather than `pointerup`: it is as good for permissions, and keys and switches make it too.
join.addEventListener("click", () => join.getAttribute("aria-disabled") === "true" || enter());
requestAnimationFrame(() => setTimeout(fetchRest)); // after the page's first picture
performance.mark("usable"); // for benchmarks/first_load.py

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
  join.setAttribute("aria-disabled", "true");
  const main = await fetchRest();
  if (main) main.phone.enter(permission);
  else location.reload(); // the network went away; a module that failed once is not fetched again everywhere
}
