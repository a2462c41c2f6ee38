// Pages before a room, choose and join: they have an attract mode, nothing else.
// @ts-check
import { find } from "../shared/dom.js";
import { theme } from "../shared/theme.js";
import { AttractMode } from "./attract-mode.js";

const content = find("entry-content");
new AttractMode(find("attract", HTMLCanvasElement), {
  theme: theme(),
  calm: matchMedia("(prefers-reduced-motion: reduce)").matches,
  words: () => content.getBoundingClientRect(),
}).start();
