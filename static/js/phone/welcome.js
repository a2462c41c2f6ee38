// All that the phone's page needs until Join is tapped: it hears the tap, and fetches the rest once it has been seen.
// @ts-check
import { askForMotion } from "./permission.js";

const join = /** @type {HTMLElement} */ (document.getElementById("join"));
const rest = /** @type {HTMLTemplateElement} */ (document.getElementById("rest"));

// `click` rather than `pointerup`: it is as good for permissions, and keys and switches make it too.
join.addEventListener("click", () => join.getAttribute("aria-disabled") === "true" || enter());
requestAnimationFrame(() => setTimeout(preload)); // after the page's first picture
performance.mark("usable"); // for benchmarks/first_load.py

function preload() {
  document.head.append(rest.content); // all at once, instead of each when the one before it has come
  import("./main.js");
}

async function enter() {
  const permission = askForMotion(window); // first: what stands before may use the tap up
  join.setAttribute("aria-disabled", "true");
  const main = await import("./main.js").catch(() => null);
  if (main) main.phone.enter(permission);
  else location.reload(); // the network went away; a module that failed once is not fetched again everywhere
}
