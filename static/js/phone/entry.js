// Pages before a room, choose and join: they have an attract mode, nothing else.
// @ts-check
import { Promised } from "./attract.js";

const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById("attract"));
const words = /** @type {HTMLElement} */ (document.getElementById("entry-content"));
new Promised(canvas, {
  theme: document.documentElement.dataset.theme === "bright" ? "bright" : "dark",
  calm: matchMedia("(prefers-reduced-motion: reduce)").matches,
  words: () => words.getBoundingClientRect(),
}).start();
