// Contract of a visual: all that a folder under static/visuals/ may know.
// @ts-check
/** @import { Colour, Controls, Shape } from "../../protocol.js" */
/** @import { Theme } from "../../shared/marks.js" */
/** @import { Point, Quaternion } from "../../shared/motion.js" */
/** @import { Translate } from "../../shared/translation.js" */

/**
 * A phone in the room, as it is at this painted frame. The same object for as long as it sits there.
 * @typedef {object} Phone
 * @property {number} number its seat, from 1
 * @property {string} name two friendly words
 * @property {string} id of its browser: 12 letters, the same also after it left and came again with another number
 * @property {Colour} colour
 * @property {string} paint the colour as CSS, for the theme in use
 * @property {Shape} shape
 * @property {boolean} away its phone is not connected; the seat is kept
 * @property {Quaternion} attitude its turning since it was recentred, in its own axes: x right, y top, z out of the glass
 * @property {Point} tilt how far it leans: −1 to 1 each, x right, y towards the person (down on the screen)
 * @property {Point} aim where it points: fractions of the screen, origin top left
 * @property {{x: number, y: number, down: boolean} | null} pad the thumb: fractions of the pad; null before the first touch
 * @property {number} shake how hard it is shaken: 0 at rest to 1
 * @property {ReadonlySet<string>} held names of the buttons that are down
 * @property {number} age milliseconds since the newest sample was taken; Infinity before the first
 */

/**
 * A tap on a phone, with what its phone was doing at that moment.
 * @typedef {object} TapOn
 * @property {number} x fraction of the screen, where the phone pointed
 * @property {number} y
 * @property {number} age milliseconds since the thumb came down
 */

/** @typedef {{x: number, y: number, width: number, height: number}} Rect CSS pixels, origin top left of the canvas */

/**
 * @typedef {object} Table
 * @property {string} title
 * @property {readonly string[]} head
 * @property {readonly (readonly string[])[]} rows the first of each names it
 */

/**
 * What a visual is given.
 * @typedef {object} Stage
 * @property {HTMLCanvasElement} canvas fresh for this visual; take the context you like. Its pixel size is kept right
 * @property {number} width CSS pixels
 * @property {number} height CSS pixels
 * @property {number} ratio canvas pixels to a CSS pixel
 * @property {Theme} theme
 * @property {{ground: string, raised: string, text: string, quiet: string}} palette CSS colours of the theme
 * @property {boolean} calm the person asked for reduced motion: fade, don't travel
 * @property {() => number} random 0 to 1, seeded, so that a picture can be had again
 * @property {() => Rect[]} words where the page has words and the code; light should part around them
 * @property {() => Rect} safe the part that no television crops: words and figures of your own belong into it
 * @property {(shape: Shape) => Path2D} outline a shape in a box of 24 × 24
 * @property {(phone: Phone, what: {buzz?: number, flash?: boolean, text?: string, colour?: string}) => void} tell make
 *   one phone buzz (milliseconds, at most 1000), flash, show a line, or have an edge of another colour ("#FFA62B")
 * @property {(changes: Partial<Controls>) => void} equip change what phones offer the hand: how it is read, buttons, a
 *   question and its choices, how much may be written. What is left out is as in visual.json
 * @property {{get: <T>(name: string) => T | undefined, set: (name: string, value: unknown) => void}} state kept through a reload of
 *   the display: up to 32 values that JSON can hold in 1000 letters each. Phones hear them, but for names that begin
 *   with "own-"
 * @property {(label: string, options?: {most?: number, text?: string}) => Promise<string | null>} ask let the host type
 *   one line of at most 120 code points, or `most`; null if there is none to be had
 * @property {(table: Table | null) => void} table show figures as a table over the picture; null takes it away
 * @property {(name: string, text: string) => void} download give the host a file, such as "result.csv"
 * @property {Translate} t a sentence of the visual's `locales/` in the page's language, by its key: `t("goal")`, or
 *   `t("maze", { number: 3 })` for "Maze {{number}}"; `count` selects between the forms of a plural; a list is joined
 * @property {() => number} clock milliseconds on the server's clock, which phones share; 0 if it isn't known yet
 * @property {{context: AudioContext | null, out: AudioNode | null}} sound both null until the host turns sound on (M);
 *   connect to `out`, ask each time
 */

/**
 * What a visual does. Only `draw` is needed.
 * @typedef {object} Visual
 * @property {(seconds: number, phones: readonly Phone[]) => void} draw once a painted frame; seconds since the last
 *   one, at most 0.1. With nobody in, `phones` is empty: draw the promise of a hand
 * @property {(phone: Phone) => void} [joined]
 * @property {(phone: Phone) => void} [left]
 * @property {(phone: Phone, tap: TapOn) => void} [tap]
 * @property {(phone: Phone, press: {name: string, down: boolean}) => void} [press] a button goes down or up; it goes up
 *   by itself when the phone goes away
 * @property {(phone: Phone, name: string) => void} [choose] one of the choices
 * @property {(phone: Phone, text: string) => void} [say] what a person wrote: plain text, one line
 * @property {(key: string) => boolean | void} [key] the host pressed a key at the display; true if it meant something
 * @property {readonly (readonly [key: string, what: string])[]} [keys] what those keys do, for the list under "?"
 * @property {(width: number, height: number) => void} [resize] also when the theme changes; CSS pixels
 * @property {() => void} [close] let go of everything that outlives the canvas
 */

/** @typedef {(stage: Stage) => Visual} CreateVisual the default export of visual.js */

export {};
