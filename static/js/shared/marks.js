// Marks of seats: one colour, one shape, alike on display and phone.
// @ts-check
/** @import { Colour, Shape } from "../protocol.js" */

/** @typedef {"dark" | "bright"} Theme */

/**
 * Eight colours that colour-blind people can tell apart, after Okabe and Ito, "Color Universal Design" (2008), lifted
 * for a dark ground and deepened for a bright one; at least 3:1 against either ground.
 * @type {Readonly<Record<Theme, Readonly<Record<Colour, string>>>>}
 */
export const PAINT = Object.freeze({
  dark: Object.freeze({
    orange: "#FFA62B",
    sky: "#56B4E9",
    mint: "#2BC49A",
    yellow: "#F4E04D",
    blue: "#5B8CFF",
    vermilion: "#FF6B3D",
    rose: "#F08CC8",
    white: "#F4F4F4",
  }),
  bright: Object.freeze({
    orange: "#C26A00",
    sky: "#0E86C4",
    mint: "#00855F",
    yellow: "#8F7A00",
    blue: "#2F55D4",
    vermilion: "#C8380A",
    rose: "#C2408F",
    white: "#4A4F57",
  }),
});

/** Ground and text of both themes, as in css/look.css. */
export const GROUND = Object.freeze({
  dark: Object.freeze({ ground: "#0B0E14", raised: "#151A23", text: "#F3F6FA", quiet: "#A8B3C2" }),
  bright: Object.freeze({ ground: "#FBFAF7", raised: "#FFFFFF", text: "#14181F", quiet: "#4A5463" }),
});

/**
 * Outlines as SVG path data in a box of 24 × 24, alike in weight, different in outline.
 * @type {Readonly<Record<Shape, string>>}
 */
export const OUTLINE = Object.freeze({
  star: "M12 1.2l3.2 7 7.6.8-5.7 5.1 1.6 7.5L12 17.8l-6.7 3.8 1.6-7.5L1.2 9l7.6-.8z",
  circle: "M12 2a10 10 0 1 1 0 20a10 10 0 1 1 0-20z",
  triangle: "M12 2.2L23 21.4H1z",
  drop: "M12 1c4.4 5.4 7 9.2 7 13.4a7 7 0 1 1-14 0C5 10.2 7.6 6.4 12 1z",
  square: "M3.2 3.2h17.6v17.6H3.2z",
  hexagon: "M12 1.5l9.4 5.3v10.4L12 22.5l-9.4-5.3V6.8z",
  crescent: "M15.6 1.8a10.4 10.4 0 1 0 6.7 13.3A8.6 8.6 0 0 1 15.6 1.8z",
  cross: "M8.7 2h6.6v6.7H22v6.6h-6.7V22H8.7v-6.7H2V8.7h6.7z",
});

const SVG = "http://www.w3.org/2000/svg";

/**
 * Draw a mark for use in the page; its colour is the CSS `color` of where it stands.
 * @param {Shape} shape
 * @returns {SVGSVGElement} without a title: the words beside it say the same
 */
export function drawMark(shape) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("mark");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", OUTLINE[shape]);
  path.setAttribute("fill", "currentColor");
  svg.append(path);
  return svg;
}
