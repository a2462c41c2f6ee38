// Contract of a visual's own phone page: all that phone.js in its folder may know.
// @ts-check
/** @import { Theme } from "../../shared/marks.js" */
/** @import { Point } from "../../shared/motion.js" */
/** @import { Translate } from "../../shared/translation.js" */
/** @import { Colour, Controls, Shape } from "../../protocol.js" */

/**
 * What `stage.tell` says to this phone.
 * @typedef {object} Told
 * @property {number} buzz milliseconds; the house has vibrated already
 * @property {boolean} flash the house has flashed the edge already
 * @property {string} text
 * @property {string} colour the house has painted the edge already; "" is the seat's own
 */

/**
 * What a phone page is given: this phone.
 * @typedef {object} Phone
 * @property {ShadowRoot} root where phone.html stands
 * @property {<T extends Element = HTMLElement>(id: string, kind?: new () => T) => T} find an element of phone.html by
 *   its id; throws where there is none, or where it is of another kind
 * @property {number} width of its place, in CSS pixels
 * @property {number} height
 * @property {number} number the seat, from 1
 * @property {string} name two friendly words
 * @property {Colour} colour
 * @property {string} paint the colour as CSS, for the theme in use
 * @property {Shape} shape
 * @property {Theme} theme
 * @property {{ground: string, raised: string, text: string, quiet: string}} palette CSS colours of the theme
 * @property {boolean} calm the person asked for reduced motion: fade, don't travel
 * @property {Point} tilt how far it leans, by motion or by the thumb: −1 to 1 each, x right, y towards the person
 * @property {Point} aim where it points: fractions of the screen, origin top left
 * @property {Translate} t a sentence of the visual's `locales/` in the page's language, as on the stage
 * @property {() => number} clock milliseconds on the server's clock, which the display shares; 0 if it isn't known yet
 * @property {(x?: number, y?: number) => boolean} tap fractions of the pad, its middle if left out; this and what
 *   follows say whether it is on its way: no more than 20 a second are, and none after the page's end
 * @property {(name: string, down: boolean) => boolean} press one of the buttons that `equip` named goes down or up; it
 *   goes up by itself when the page ends or is hidden
 * @property {(name: string) => Promise<boolean>} choose one of the choices; whether it counts
 * @property {(text: string) => Promise<boolean>} say what a person wrote, as long as `equip` allows; whether it arrived
 * @property {(x: number, y: number, down: boolean) => void} pad where the thumb is: fractions
 * @property {(to: Point | null) => void} steer by touch, whatever motion says: a lean of −1 to 1 each, or, where the
 *   visual reads `aim`, a place in fractions of the screen. null gives it back
 */

/**
 * What a phone page does. All of it may be left out.
 * @typedef {object} Page
 * @property {(seconds: number) => void} [draw] once a painted frame; seconds since the last one, at most 0.1
 * @property {(told: Told) => boolean | void} [tell] what `stage.tell` says; true if the page shows the text itself
 * @property {(controls: Controls) => void} [equip] what the visual offers the hand: at the start, and whenever it changes
 * @property {(width: number, height: number) => void} [resize] CSS pixels
 * @property {() => void} [close] the end: let go of what outlives the elements
 */

/** @typedef {(phone: Phone) => Page | void} CreatePage the default export of phone.js */

export {};
