// Pages before a room, choose and join: they have an attract mode, nothing else.
// @ts-check
import { find } from "../shared/dom.js";
import { theme } from "../shared/theme.js";
import { Promised } from "./attract.js";

const content = find("entry-content");
new Promised(find("attract", HTMLCanvasElement), {
  theme: theme(),
  calm: matchMedia("(prefers-reduced-motion: reduce)").matches,
  words: () => content.getBoundingClientRect(),
}).start();
