// Written by `make protocol` from controller_app/core/protocol.py; change it there.
// @ts-check

/** a quaternion's component of 1.0 travels as this integer */
export const QUATERNION_UNIT = 10000;

/** a fraction of 1.0 travels as this integer */
export const FRACTION_UNIT = 10000;

/** `seq` counts up to this and starts again at 0 */
export const SEQ_WRAP = 65536;

/** a tap's `id` counts up to this and starts again at 0 */
export const TAP_WRAP = 2147483648;

/** the longest message that the server reads */
export const MESSAGE_BYTES = 4096;

/** the longest value that a visual may keep, as JSON */
export const REMEMBERED_LETTERS = 1000;

/** the Socket.IO namespace of phones */
export const PHONE_NAMESPACE = "/phone";

/** the Socket.IO namespace of displays */
export const DISPLAY_NAMESPACE = "/display";

/** seats' colours, in the order they are given out */
export const COLOURS = /** @type {const} */ (["orange", "sky", "mint", "yellow", "blue", "vermilion", "rose", "white"]);

/** seats' shapes, in the order they are given out */
export const SHAPES = /** @type {const} */ (["star", "circle", "triangle", "drop", "square", "hexagon", "crescent", "cross"]);

/** @typedef {"orange" | "sky" | "mint" | "yellow" | "blue" | "vermilion" | "rose" | "white"} Colour */

/** @typedef {"star" | "circle" | "triangle" | "drop" | "square" | "hexagon" | "crescent" | "cross"} Shape */

/** @typedef {"tilt" | "aim" | "attitude" | "shake" | "none"} Motion */

/** @typedef {"room_closed" | "replaced" | "full" | "server_restarting" | "not_found" | "taken" | "busy" | "token_needed" | "misbehaved"} Reason */

/** The name of every event. */
export const EVENT = Object.freeze(/** @type {const} */ ({
  /** phone → server */
  TILT: "tilt",
  /** phone → server */
  PAD: "pad",
  /** server → display */
  FRAME: "frame",
  /** phone → server */
  JOIN: "join",
  /** phone → server */
  TAP: "tap",
  /** phone → server */
  PRESS: "press",
  /** phone → server */
  CHOOSE: "choose",
  /** phone → server */
  SAY: "say",
  /** phone → server */
  COMPLAIN: "complain",
  /** phone → server */
  LEAVE: "leave",
  /** phone → server, display → server */
  CLOCK: "clock",
  /** display → server */
  OPEN: "open",
  /** display → server */
  SHOW: "show",
  /** display → server */
  OFFER: "offer",
  /** display → server, server → phone */
  TELL: "tell",
  /** display → server, server → phone */
  EQUIP: "equip",
  /** display → server, server → phone */
  REMEMBER: "remember",
  /** recorder → server */
  LISTEN: "listen",
  /** server → recorder */
  NOTED: "noted",
  /** server → display */
  RECORDING: "recording",
  /** server → phone */
  SEATED: "seated",
  /** server → phone */
  DISPLAY_HERE: "display_here",
  /** server → phone */
  PACE: "pace",
  /** server → phone */
  LATE: "late",
  /** server → display */
  OPENED: "opened",
  /** server → display */
  MOVED: "moved",
  /** server → display */
  JOINED: "joined",
  /** server → display */
  AWAY: "away",
  /** server → display */
  BACK: "back",
  /** server → display */
  LEFT: "left",
  /** server → display */
  OFFERED: "offered",
  /** server → display */
  TAPPED: "tapped",
  /** server → display */
  PRESSED: "pressed",
  /** server → display */
  CHOSEN: "chosen",
  /** server → display */
  SAID: "said",
  /** server → display */
  COMPLAINED: "complained",
  /** server → phone, server → display */
  SAVED: "saved",
  /** server → phone, server → display */
  SHOWN: "shown",
  /** server → phone, server → display */
  REFUSED: "refused",
  /** server → phone, server → display, server → recorder */
  ENDED: "ended",
}));

/**
 * A phone's place in the room, as everybody may know it.
 * @typedef {object} SeatCard
 * @property {number} number the seat's number, as shown on the display, 1 to 9999
 * @property {Colour} colour
 * @property {Shape} shape
 * @property {string} name plain text, shown as it is, at most 80 characters
 * @property {boolean} [away] its phone is not connected; the seat is kept for it
 */

/**
 * Something to press or to choose on a phone.
 * @typedef {object} Button
 * @property {string} name what the visual calls it, at most 40 characters
 * @property {string} label what stands on it, at most 40 characters
 */

/**
 * What a phone offers the hand. A visual may change it while it runs.
 * @typedef {object} Controls
 * @property {Motion} motion how the visual reads the hand, so that touch can do the same
 * @property {boolean} [pad] whether taps and the thumb's place count
 * @property {Button[]} [buttons] to press and to hold
 * @property {string} [question] what the choices answer, at most 120 characters
 * @property {Button[]} [choices] one of them can be chosen
 * @property {number} [text] letters (graphemes) that a person may write; 0 is none, 0 to 200
 */

/**
 * What a visual's visual.json says of itself.
 * @typedef {object} VisualCard
 * @property {string} name a visual's folder, at most 40 characters
 * @property {string} title plain text, shown as it is, at most 80 characters
 * @property {string} sentence what it is, for the display, at most 200 characters
 * @property {string} hint what the hand does, for the phone, at most 80 characters
 * @property {string} description for who can't see it, at most 1000 characters
 * @property {[number, number]} players the fewest and the most phones that it is made for
 * @property {Controls} controls
 * @property {string[]} [phone_page] files of its own phone page, phone.js among them; none: the controls
 */

/**
 * How the phone is held: its rotation since the last recentring, in its own axes at that moment.
 *
 * A unit quaternion, already turned for the page's rotation: x to the page's right, y to its top, z out of
 * the glass. ``rest`` says how steeply the phone was held when it was recentred, so that the display
 * can tell turning from rolling. Source: W3C, Device Orientation and Motion, "Worked example".
 *
 * - `seq`: counts this phone's samples; wraps, newer wins, 0 to 65535
 * - `at`: milliseconds on the server's clock, as the sender estimates it, 0 to 4503599627370495
 * - `x`: in units of 1e-4, -10000 to 10000
 * - `y`: in units of 1e-4, -10000 to 10000
 * - `z`: in units of 1e-4, -10000 to 10000
 * - `w`: in units of 1e-4, -10000 to 10000
 * - `rest`: degrees; 0 lies flat, 90 stands upright, -180 to 180
 * @typedef {[seq: number, at: number, x: number, y: number, z: number, w: number, rest: number]} Tilt
 */

/**
 * Where the thumb is on the phone's pad, and whether it touches.
 *
 * - `seq`: counts this phone's samples; wraps, newer wins, 0 to 65535
 * - `at`: milliseconds on the server's clock, as the sender estimates it, 0 to 4503599627370495
 * - `x`: in units of 1e-4, origin at the top left, 0 to 10000
 * - `y`: in units of 1e-4, origin at the top left, 0 to 10000
 * @typedef {[seq: number, at: number, x: number, y: number, down: boolean]} Pad
 */

/**
 * The newest samples of all phones that moved since the frame before.
 * @typedef {[tilts: [number, Tilt][], pads: [number, Pad][]]} Frame
 */

/**
 * Take a seat. Travels as the Socket.IO ``auth`` of the connection, since joining is connecting.
 * @typedef {object} Join
 * @property {string} room the room's code, in any case, with any spaces, at most 24 characters
 * @property {string | null} [seat] the seat pass of an earlier visit, a signed pass, as the server handed it out, at most 400 characters
 * @property {string | null} [offer] of a seat whose phone is away, as its QR says, the room's code, in any case, with any spaces, at most 24 characters
 */

/**
 * A short touch. Acknowledged with whether it is on its way to the display, now or since an earlier attempt.
 *
 * - `id`: counts this page's taps, from a random start; wraps, 0 to 2147483647
 * - `at`: milliseconds on the server's clock, as the sender estimates it, 0 to 4503599627370495
 * - `x`: in units of 1e-4, origin at the top left, 0 to 10000
 * - `y`: in units of 1e-4, origin at the top left, 0 to 10000
 * @typedef {[id: number, at: number, x: number, y: number]} Tap
 */

/**
 * A button goes down or up. Whatever a phone holds down is released when it goes away.
 * @typedef {object} Press
 * @property {string} name a visual's folder, at most 40 characters
 * @property {boolean} down
 */

/**
 * One of the choices. Acknowledged with whether it was there to choose.
 * @typedef {object} Choose
 * @property {string} name a visual's folder, at most 40 characters
 */

/**
 * What a person wrote. Acknowledged with true once it is on its way, else why it isn't: false, if the visual takes
 * no messages at the moment, ``"empty"``, if nothing of it would be seen, ``"too_many"``, if it came too soon.
 * @typedef {object} Say
 * @property {string} text cleaned by the server; plain text, shown as it is, at most 1000 characters
 */

/**
 * An error in the phone's page, for the author of a visual. Taken only while the server runs with ``--dev``.
 * @typedef {object} Complain
 * @property {string} message cleaned by the server, at most 200 characters
 * @property {string} file empty: not known, at most 100 characters
 * @property {number} line 0: not known, 0 to 999999
 */

/**
 * Give the seat up for good.
 * @typedef {Record<string, never>} Leave
 */

/**
 * Ask for the server's clock; the acknowledgement is a Moment.
 * @typedef {Record<string, never>} Clock
 */

/**
 * Open a room, or come back to one. Travels as the Socket.IO ``auth`` of the connection.
 * @typedef {object} Open
 * @property {string | null} [host] the host pass of an earlier visit, a signed pass, as the server handed it out, at most 400 characters
 * @property {string | null} [open_pass] the right to open rooms, from an earlier visit, a signed pass, as the server handed it out, at most 400 characters
 * @property {string | null} [token] the host token, where the server asks for it, what lets a display open rooms, at most 128 characters
 */

/**
 * Change the visual for everyone in the room.
 * @typedef {object} Show
 * @property {string} visual a visual's folder, at most 40 characters
 */

/**
 * Let another phone take the seat of one that is away.
 * @typedef {object} Offer
 * @property {number} number the seat's number, as shown on the display, 1 to 9999
 */

/**
 * Let one phone feel or read something.
 * @typedef {object} Tell
 * @property {number} phone the seat's number, as shown on the display, 1 to 9999
 * @property {number} [buzz] milliseconds of vibration, 0 to 1000
 * @property {boolean} [flash]
 * @property {string} [text] plain text, shown as it is, at most 80 characters
 * @property {string} [colour] for the phone's edge; empty: its own
 */

/**
 * Change what phones offer the hand, until the visual changes.
 * @typedef {object} Equip
 * @property {Controls} controls
 */

/**
 * Keep something for the visual: it survives the display's reload, and phones hear it, but for ``own-`` names.
 * @typedef {object} Remember
 * @property {string} name a visual's folder, at most 40 characters
 * @property {string} value JSON; empty: forget it, at most 1000 characters
 */

/**
 * Hear what phones do in a room, to write it down. Travels as the Socket.IO ``auth`` of the connection.
 * @typedef {object} Listen
 * @property {string} right to record this room, signed with the server's own secret, at most 400 characters
 * @property {boolean} [motion] how phones are held and where thumbs are, too
 */

/**
 * What phones did, as a recording keeps it: no names, no words.
 * @typedef {object} Noted
 * @property {string} notes of core/recording.py, a line each
 */

/**
 * Whether somebody records the room: the display says so to everyone.
 * @typedef {object} Recording
 * @property {boolean} on
 * @property {boolean} motion how phones are held, too
 */

/**
 * The phone has its seat.
 * @typedef {object} Seated
 * @property {string} room the room's code, in any case, with any spaces, at most 24 characters
 * @property {SeatCard} seat
 * @property {string} seat_pass a signed pass, as the server handed it out, at most 400 characters
 * @property {VisualCard} visual
 * @property {Controls} controls
 * @property {Record<string, string>} state what the visual remembers, as JSON by name
 * @property {boolean} display_here the display is connected
 * @property {number} hertz samples a second that this phone may send, 1 to 60
 * @property {number} https_port where motion works; 0 if there is no such port, 0 to 65535
 * @property {boolean} [dev] an author is at work: errors of the page are wanted
 */

/**
 * The display has come or gone; the seat stays either way.
 * @typedef {object} DisplayHere
 * @property {boolean} here
 */

/**
 * How often this phone may send samples from now on.
 * @typedef {object} Pace
 * @property {number} hertz samples a second that this phone may send, 1 to 60
 */

/**
 * This phone's samples arrive late: its line carries less than it sends, so let it empty, and send less.
 * @typedef {object} Late
 * @property {number} by milliseconds from the newest sample's moment to its arrival, 0 or more
 */

/**
 * The room is open; this is all there is to know of it.
 * @typedef {object} Opened
 * @property {string} room the room's code, in any case, with any spaces, at most 24 characters
 * @property {string} host_pass a signed pass, as the server handed it out, at most 400 characters
 * @property {string} open_pass the right to open rooms; empty where everybody has it, at most 400 characters
 * @property {string} address what a person types, without http:// and the code, at most 200 characters
 * @property {string} link what the QR says, at most 300 characters
 * @property {SeatCard[]} seats
 * @property {VisualCard} visual
 * @property {VisualCard[]} visuals
 * @property {Record<string, string>} state what the visual remembers, as JSON by name
 */

/**
 * The server's computer is in another network: phones come in by another address.
 * @typedef {object} Moved
 * @property {string} address what a person types, without http:// and the code, at most 200 characters
 * @property {string} link what the QR says, at most 300 characters
 */

/**
 * A phone has taken a seat.
 * @typedef {object} Joined
 * @property {SeatCard} seat
 * @property {string} host_pass in place of the earlier one: it knows of this seat, at most 400 characters
 */

/**
 * A seat's phone has lost its connection; its seat is kept.
 * @typedef {object} Away
 * @property {number} number the seat's number, as shown on the display, 1 to 9999
 */

/**
 * A seat's phone is connected again.
 * @typedef {object} Back
 * @property {number} number the seat's number, as shown on the display, 1 to 9999
 */

/**
 * A seat is free again.
 * @typedef {object} Left
 * @property {number} number the seat's number, as shown on the display, 1 to 9999
 */

/**
 * A seat can be taken by whoever scans this, until its own phone is back.
 * @typedef {object} Offered
 * @property {number} number the seat's number, as shown on the display, 1 to 9999
 * @property {string} address what a person types, without http://, at most 200 characters
 * @property {string} picture where the picture of its QR is, at most 100 characters
 */

/**
 * A phone was tapped. The frame sent before it holds the tilt from before the tap.
 *
 * - `number`: the seat's number, as shown on the display, 1 to 9999
 * @typedef {[number: number, tap: Tap]} Tapped
 */

/**
 * A phone's button went down or up.
 *
 * - `number`: the seat's number, as shown on the display, 1 to 9999
 * - `name`: a visual's folder, at most 40 characters
 * @typedef {[number: number, name: string, down: boolean]} Pressed
 */

/**
 * A phone has chosen.
 *
 * - `number`: the seat's number, as shown on the display, 1 to 9999
 * - `name`: a visual's folder, at most 40 characters
 * @typedef {[number: number, name: string]} Chosen
 */

/**
 * A person has written.
 *
 * - `number`: the seat's number, as shown on the display, 1 to 9999
 * - `text`: plain text, shown as it is, at most 200 characters
 * @typedef {[number: number, text: string]} Said
 */

/**
 * A phone's page has an error, while the server runs with ``--dev``: the display's console says so too.
 * @typedef {object} Complained
 * @property {number} number the seat's number, as shown on the display, 1 to 9999
 * @property {string} sentence which phone, which visual, where and what
 */

/**
 * An author saved a file of a visual, while the server runs with ``--dev``.
 * @typedef {object} Saved
 * @property {string} name a visual's folder, at most 40 characters
 * @property {VisualCard | null} visual as it is now; null if it is broken
 * @property {string} fault what is wrong with its visual.json, in a sentence, at most 300 characters
 * @property {string} edition under which its files are to be had, at most 20 characters
 */

/**
 * The visual has changed.
 * @typedef {object} Shown
 * @property {VisualCard} visual
 */

/**
 * A message was not carried out.
 * @typedef {object} Refused
 * @property {string} error the cause, for programs
 * @property {string} message the cause, for people
 */

/**
 * This connection ends, and why.
 * @typedef {object} Ended
 * @property {Reason} reason
 * @property {string} message what happened and what to do, for people
 * @property {number} [after] milliseconds after which to come back by itself, 0 or more
 */
