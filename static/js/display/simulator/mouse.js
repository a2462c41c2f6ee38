// Mouse over the picture as a simulated hand.
// @ts-check
import { Pad } from "../../client/pad.js";

/** @import { Point } from "../../shared/motion.js" */

/**
 * Places are fractions of the picture, origin top left.
 * @typedef {object} MouseHears
 * @property {(place: Point) => void} point
 * @property {(place: Point, down: boolean) => void} thumb
 * @property {(place: Point) => void} tap
 */

/**
 * @param {HTMLElement} picture
 * @param {() => boolean} isBusy the mouse has something else to do: it lets go, and does nothing more here
 * @param {MouseHears} hears
 */
export function followMouse(picture, isBusy, hears) {
  picture.addEventListener("pointermove", ({ clientX, clientY }) => {
    const { left, top, width, height } = picture.getBoundingClientRect();
    if (!isBusy()) hears.point({ x: (clientX - left) / width, y: (clientY - top) / height });
  });
  // A finger that rests on a phone's pad wants no menu; whoever writes a visual does.
  picture.addEventListener("contextmenu", (event) => event.stopImmediatePropagation());
  new Pad(picture, {
    land: (place) => isBusy() || hears.point(place),
    thumb: (place, down) => (down && isBusy()) || hears.thumb(place, down),
    tap: (place) => isBusy() || hears.tap(place),
    turned: () => 0,
    steers: () => false,
    drag() {},
    release() {},
    doubleTap() {},
  });
}
