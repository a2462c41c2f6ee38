// Mouse over the picture as a simulated hand.
// @ts-check
import { Pad } from "../../client/pad.js";

/** @import { Point } from "../../shared/motion.js" */

/**
 * Places are fractions of the picture, origin top left.
 * @typedef {object} MouseHandlers
 * @property {(place: Point) => void} point
 * @property {(place: Point, down: boolean) => void} thumb
 * @property {(place: Point) => void} tap
 */

/**
 * @param {HTMLElement} picture
 * @param {() => boolean} isBusy the mouse has something else to do: it lets go, and does nothing more here
 * @param {MouseHandlers} handlers
 */
export function followMouse(picture, isBusy, handlers) {
  picture.addEventListener("pointermove", ({ clientX, clientY }) => {
    const { left, top, width, height } = picture.getBoundingClientRect();
    if (!isBusy()) handlers.point({ x: (clientX - left) / width, y: (clientY - top) / height });
  });
  // A finger that rests on a phone's pad wants no menu; whoever writes a visual does.
  picture.addEventListener("contextmenu", (event) => event.stopImmediatePropagation());
  new Pad(picture, {
    land: (place) => isBusy() || handlers.point(place),
    thumb: (place, down) => (down && isBusy()) || handlers.thumb(place, down),
    tap: (place) => isBusy() || handlers.tap(place),
    turned: () => 0,
    steers: () => false,
    drag() {},
    release() {},
    doubleTap() {},
  });
}
