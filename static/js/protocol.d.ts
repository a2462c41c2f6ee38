// Written by `make protocol` from controller_app/core/protocol.py; change it there.

/** a quaternion's component of 1.0 travels as this integer */
export const QUATERNION_UNIT: 10000;

/** a fraction of 1.0 travels as this integer */
export const FRACTION_UNIT: 10000;

/** `seq` counts up to this and starts again at 0 */
export const SEQ_WRAP: 65536;

/** a tap's `id` counts up to this and starts again at 0 */
export const TAP_WRAP: 2147483648;

/** ids of a seat's last taps */
export const MAX_TAPS_REMEMBERED: 32;

/** after the finger: a tap means something else by then */
export const MAX_TAP_AGE_MS: 2000;

/** an older tap has a wrong clock */
export const IMPLAUSIBLE_TAP_AGE_MS: 60000;

/** lean that counts as 1 */
export const FULL_TILT_DEGREES: 40;

/** turning from the screen's left edge to its right */
export const AIM_WIDTH_DEGREES: 44;

/** lifting from the screen's bottom edge to its top */
export const AIM_HEIGHT_DEGREES: 28;

/** the longest message that the server reads */
export const MESSAGE_BYTES: 4096;

/** the longest value that a visual may keep, as JSON */
export const REMEMBERED_LETTERS: 1000;

/** the longest text from a person; an emoji may take several of them */
export const SAY_CODE_POINTS: 1000;

/** the Socket.IO namespace of a phone */
export const PHONE_NAMESPACE: "/phone";

/** the Socket.IO namespace of a display */
export const DISPLAY_NAMESPACE: "/display";

/** the Socket.IO namespace of a recorder */
export const RECORDER_NAMESPACE: "/recorder";

/** seats' colours, in the order they are given out */
export const COLOURS: readonly ["orange", "sky", "mint", "yellow", "blue", "vermilion", "rose", "white"];

/** seats' shapes, in the order they are given out */
export const SHAPES: readonly ["star", "circle", "triangle", "drop", "square", "hexagon", "crescent", "cross"];

export type Colour = "orange" | "sky" | "mint" | "yellow" | "blue" | "vermilion" | "rose" | "white";

export type Shape = "star" | "circle" | "triangle" | "drop" | "square" | "hexagon" | "crescent" | "cross";

export type Motion = "tilt" | "aim" | "attitude" | "shake" | "none";

export type Reason = "room_closed" | "replaced" | "full" | "server_restarting" | "not_found" | "taken" | "busy" | "token_needed" | "misbehaved";

export type Cause = "" | "returning" | "too_many_guesses" | "too_many_joins" | "too_many_returns" | "too_many_rooms" | "wrong_token" | "too_many_tokens";

/** The name of every event. */
export const EVENT: Readonly<{
  /** phone → server */
  JOIN: "join";
  /** phone → server */
  TILT: "tilt";
  /** phone → server */
  PAD: "pad";
  /** phone → server */
  TAP: "tap";
  /** phone → server */
  PRESS: "press";
  /** phone → server */
  CHOOSE: "choose";
  /** phone → server */
  SAY: "say";
  /** phone → server, display → server */
  COMPLAIN: "complain";
  /** phone → server */
  LEAVE: "leave";
  /** phone → server, display → server */
  CLOCK: "clock";
  /** server → phone */
  SEATED: "seated";
  /** server → phone */
  DISPLAY_HERE: "display_here";
  /** server → phone */
  PACE: "pace";
  /** server → phone */
  LATE: "late";
  /** display → server, server → phone */
  TELL: "tell";
  /** display → server, server → phone */
  EQUIP: "equip";
  /** display → server, server → phone */
  REMEMBER: "remember";
  /** server → phone, server → display */
  SAVED: "saved";
  /** server → phone, server → display */
  SHOWN: "shown";
  /** server → phone, server → display */
  REFUSED: "refused";
  /** server → phone, server → display, server → recorder */
  ENDED: "ended";
  /** display → server */
  OPEN: "open";
  /** display → server */
  SHOW: "show";
  /** display → server */
  OFFER: "offer";
  /** server → display */
  FRAME: "frame";
  /** server → display */
  OPENED: "opened";
  /** server → display */
  MOVED: "moved";
  /** server → display */
  JOINED: "joined";
  /** server → display */
  AWAY: "away";
  /** server → display */
  BACK: "back";
  /** server → display */
  LEFT: "left";
  /** server → display */
  OFFERED: "offered";
  /** server → display */
  TAPPED: "tapped";
  /** server → display */
  PRESSED: "pressed";
  /** server → display */
  CHOSEN: "chosen";
  /** server → display */
  SAID: "said";
  /** server → display */
  COMPLAINED: "complained";
  /** server → display */
  RECORDING: "recording";
  /** recorder → server */
  LISTEN: "listen";
  /** server → recorder */
  NOTED: "noted";
}>;

/**
 * A phone's place in the room, as everybody may know it.
 */
export interface SeatCard {
  /** the seat's number, as shown on the display, 1 to 9999 */
  number: number;
  colour: Colour;
  shape: Shape;
  /** plain text, shown as it is, at most 80 characters */
  name: string;
  /** its phone is not connected; the seat is kept for it */
  away?: boolean;
  /** of its browser, also after leaving and joining again; 12 hex digits, at most 12 characters */
  id?: string;
}

/**
 * Something to press or to choose on a phone.
 */
export interface Button {
  /** what the visual calls it, at most 40 characters */
  name: string;
  /** what stands on it, at most 40 characters */
  label: string;
}

/**
 * What a phone offers the hand. A visual may change it while it runs.
 */
export interface Controls {
  /** how the visual reads the hand, so that touch can do the same */
  motion: Motion;
  /** whether taps and the thumb's place count */
  pad?: boolean;
  /** to press and to hold */
  buttons?: Button[];
  /** what the choices answer, at most 120 characters */
  question?: string;
  /** one of them can be chosen */
  choices?: Button[];
  /** letters (graphemes) that a person may write; 0 is none, 0 to 200 */
  text?: number;
}

/**
 * What a visual's folder says of itself, in the pages' language.
 */
export interface VisualCard {
  /** a visual's folder, at most 40 characters */
  name: string;
  /** plain text, shown as it is, at most 80 characters */
  title: string;
  /** what it is, for the display, at most 200 characters */
  sentence: string;
  /** what the hand does, for the phone, at most 80 characters */
  hint: string;
  /** for who can't see it, at most 1000 characters */
  description: string;
  /** the fewest and the most phones that it is made for */
  players: [number, number];
  controls: Controls;
  /** files of its own phone page, phone.js among them; none: the controls */
  phone_page?: string[];
  /** its own, by key; phones get those of a visual with a page of its own alone */
  sentences?: Record<string, string>;
}

/**
 * Take a seat. Travels as the Socket.IO ``auth`` of the connection, since joining is connecting.
 */
export interface Join {
  /** the room's code, in any case, with any spaces, at most 24 characters */
  room: string;
  /** the seat pass of an earlier visit, a signed pass, as the server handed it out, at most 400 characters */
  seat?: string | null;
  /** of a seat whose phone is away, as its QR says, the room's code, in any case, with any spaces, at most 24 characters */
  offer?: string | null;
}

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
 */
export type Tilt = [seq: number, at: number, x: number, y: number, z: number, w: number, rest: number];

/**
 * Where the thumb is on the phone's pad, and whether it touches.
 *
 * - `seq`: counts this phone's samples; wraps, newer wins, 0 to 65535
 * - `at`: milliseconds on the server's clock, as the sender estimates it, 0 to 4503599627370495
 * - `x`: in units of 1e-4, origin at the top left, 0 to 10000
 * - `y`: in units of 1e-4, origin at the top left, 0 to 10000
 */
export type Pad = [seq: number, at: number, x: number, y: number, down: boolean];

/**
 * A short touch. Acknowledged with whether it is on its way to the display, now or since an earlier attempt.
 *
 * - `id`: counts this page's taps, from a random start; wraps, 0 to 2147483647
 * - `at`: milliseconds on the server's clock, as the sender estimates it, 0 to 4503599627370495
 * - `x`: in units of 1e-4, origin at the top left, 0 to 10000
 * - `y`: in units of 1e-4, origin at the top left, 0 to 10000
 */
export type Tap = [id: number, at: number, x: number, y: number];

/**
 * A button goes down or up. Whatever a phone holds down is released when it goes away.
 */
export interface Press {
  /** a visual's folder, at most 40 characters */
  name: string;
  down: boolean;
}

/**
 * One of the choices. Acknowledged with whether it was there to choose.
 */
export interface Choose {
  /** a visual's folder, at most 40 characters */
  name: string;
}

/**
 * What a person wrote. Acknowledged with true once it is on its way, else why it isn't: false, if the visual takes
 * no messages at the moment, ``"empty"``, if nothing of it would be seen, ``"too_many"``, if it came too soon.
 */
export interface Say {
  /** cleaned by the server; plain text, shown as it is, at most 1000 characters */
  text: string;
}

/**
 * An error in the page, for the author of a visual. Taken only while the server runs with ``--dev``.
 */
export interface Complain {
  /** cleaned by the server, at most 200 characters */
  message: string;
  /** empty: not known, at most 100 characters */
  file: string;
  /** 0: not known, 0 to 999999 */
  line: number;
}

/**
 * Give the seat up for good.
 */
export type Leave = Record<string, never>;

/**
 * Ask for the server's clock; the acknowledgement is a Moment.
 */
export type Clock = Record<string, never>;

/**
 * The phone has its seat.
 */
export interface Seated {
  /** the room's code, in any case, with any spaces, at most 24 characters */
  room: string;
  seat: SeatCard;
  /** a signed pass, as the server handed it out, at most 400 characters */
  seat_pass: string;
  visual: VisualCard;
  controls: Controls;
  /** what the visual remembers, as JSON by name */
  state: Record<string, string>;
  /** the display is connected */
  display_here: boolean;
  /** samples a second that this phone may send, 1 to 60 */
  hertz: number;
  /** where motion works; 0 if there is no such port, 0 to 65535 */
  https_port: number;
  /** an author is at work: errors of the page are wanted */
  dev?: boolean;
}

/**
 * The display has come or gone; the seat stays either way.
 */
export interface DisplayHere {
  here: boolean;
}

/**
 * How often this phone may send samples from now on.
 */
export interface Pace {
  /** samples a second that this phone may send, 1 to 60 */
  hertz: number;
}

/**
 * This phone's samples arrive late: its line carries less than it sends, so let it empty, and send less.
 */
export interface Late {
  /** milliseconds from the newest sample's moment to its arrival, 0 or more */
  by: number;
}

/**
 * Let one phone feel or read something.
 */
export interface Tell {
  /** the seat's number, as shown on the display, 1 to 9999 */
  phone: number;
  /** milliseconds of vibration, 0 to 1000 */
  buzz?: number;
  flash?: boolean;
  /** plain text, shown as it is, at most 1000 characters */
  text?: string;
  /** for the phone's edge; empty: its own */
  colour?: string;
}

/**
 * Change what phones offer the hand, until the visual changes.
 */
export interface Equip {
  controls: Controls;
}

/**
 * Keep something for the visual: it survives the display's reload, and phones hear it, but for ``own-`` names.
 */
export interface Remember {
  /** a visual's folder, at most 40 characters */
  name: string;
  /** JSON; empty: forget it, at most 1000 characters */
  value: string;
}

/**
 * An author saved a file of a visual, while the server runs with ``--dev``.
 */
export interface Saved {
  /** a visual's folder, at most 40 characters */
  name: string;
  /** as it is now; null if it is broken */
  visual: VisualCard | null;
  /** what is wrong with its visual.json, in a sentence, at most 300 characters */
  fault: string;
  /** under which its files are to be had, at most 20 characters */
  edition: string;
}

/**
 * The visual has changed.
 */
export interface Shown {
  visual: VisualCard;
}

/**
 * A message was not carried out.
 */
export interface Refused {
  /** the cause, for programs */
  error: string;
  /** the cause in English, for developers */
  message: string;
}

/**
 * This connection ends, and why.
 */
export interface Ended {
  reason: Reason;
  /** what happened and what to do, in English for developers */
  message: string;
  /** milliseconds after which to come back by itself, 0 or more */
  after?: number;
  /** which of several causes the reason has; empty where it has one */
  cause?: Cause;
  /** how long it lasts, as a person may be told; 0: not known, 0 or more */
  seconds?: number;
}

/**
 * Open a room, or come back to one. Travels as the Socket.IO ``auth`` of the connection.
 */
export interface Open {
  /** the host pass of an earlier visit, a signed pass, as the server handed it out, at most 400 characters */
  host?: string | null;
  /** the right to open rooms, from an earlier visit, a signed pass, as the server handed it out, at most 400 characters */
  open_pass?: string | null;
  /** the host token, where the server asks for it, what lets a display open rooms, at most 128 characters */
  token?: string | null;
}

/**
 * Change the visual for everyone in the room.
 */
export interface Show {
  /** a visual's folder, at most 40 characters */
  visual: string;
}

/**
 * Let another phone take the seat of one that is away.
 */
export interface Offer {
  /** the seat's number, as shown on the display, 1 to 9999 */
  number: number;
}

/**
 * The newest samples of all phones that moved since the frame before: for each stream a list.
 */
export type Frame = [tilts: [number, Tilt][], pads: [number, Pad][]];

/**
 * The room is open; this is all there is to know of it.
 */
export interface Opened {
  /** the room's code, in any case, with any spaces, at most 24 characters */
  room: string;
  /** a signed pass, as the server handed it out, at most 400 characters */
  host_pass: string;
  /** the right to open rooms; empty where everybody has it, at most 400 characters */
  open_pass: string;
  /** what a person types, without http:// and the code, at most 200 characters */
  address: string;
  /** what the QR says, at most 300 characters */
  link: string;
  seats: SeatCard[];
  visual: VisualCard;
  visuals: VisualCard[];
  /** what the visual remembers, as JSON by name */
  state: Record<string, string>;
  /** an author is at work: errors of visuals are wanted */
  dev?: boolean;
}

/**
 * The server's computer is in another network: phones come in by another address.
 */
export interface Moved {
  /** what a person types, without http:// and the code, at most 200 characters */
  address: string;
  /** what the QR says, at most 300 characters */
  link: string;
}

/**
 * A phone has taken a seat.
 */
export interface Joined {
  seat: SeatCard;
  /** in place of the earlier one: it knows of this seat, at most 400 characters */
  host_pass: string;
}

/**
 * A seat's phone has lost its connection; its seat is kept.
 */
export interface Away {
  /** the seat's number, as shown on the display, 1 to 9999 */
  number: number;
}

/**
 * A seat's phone is connected again.
 */
export interface Back {
  /** the seat's number, as shown on the display, 1 to 9999 */
  number: number;
}

/**
 * A seat is free again.
 */
export interface Left {
  /** the seat's number, as shown on the display, 1 to 9999 */
  number: number;
}

/**
 * A seat can be taken by whoever scans this, until its own phone is back.
 */
export interface Offered {
  /** the seat's number, as shown on the display, 1 to 9999 */
  number: number;
  /** what a person types, without http://, at most 200 characters */
  address: string;
  /** where the picture of its QR is, at most 100 characters */
  picture: string;
}

/**
 * A phone was tapped. The frame sent before it holds the tilt from before the tap.
 *
 * - `number`: the seat's number, as shown on the display, 1 to 9999
 */
export type Tapped = [number: number, tap: Tap];

/**
 * A phone's button went down or up.
 *
 * - `number`: the seat's number, as shown on the display, 1 to 9999
 * - `name`: a visual's folder, at most 40 characters
 */
export type Pressed = [number: number, name: string, down: boolean];

/**
 * A phone has chosen.
 *
 * - `number`: the seat's number, as shown on the display, 1 to 9999
 * - `name`: a visual's folder, at most 40 characters
 */
export type Chosen = [number: number, name: string];

/**
 * A person has written.
 *
 * - `number`: the seat's number, as shown on the display, 1 to 9999
 * - `text`: one line of plain text, shown as it is, at most 1000 characters
 */
export type Said = [number: number, text: string];

/**
 * A phone's page has an error, while the server runs with ``--dev``: the display's console says so too.
 */
export interface Complained {
  /** the seat's number, as shown on the display, 1 to 9999 */
  number: number;
  /** which phone, which visual, where and what */
  sentence: string;
}

/**
 * Whether somebody records the room: the display says so to everyone.
 */
export interface Recording {
  on: boolean;
  /** how phones are held, too */
  motion: boolean;
}

/**
 * Hear what phones do in a room, to write it down. Travels as the Socket.IO ``auth`` of the connection.
 */
export interface Listen {
  /** to record this room, signed with the server's own secret, at most 400 characters */
  right: string;
  /** how phones are held and where thumbs are, too */
  motion?: boolean;
}

/**
 * What phones did, as a recording keeps it: no names, no words.
 */
export interface Noted {
  /** of core/recording.py, a line each */
  notes: string;
}

/** phone → server */
export interface PhoneToServer {
  join: Join;
  tilt: Tilt;
  pad: Pad;
  tap: Tap;
  press: Press;
  choose: Choose;
  say: Say;
  complain: Complain;
  leave: Leave;
  clock: Clock;
}

/** server → phone */
export interface ServerToPhone {
  seated: Seated;
  display_here: DisplayHere;
  pace: Pace;
  late: Late;
  tell: Tell;
  equip: Equip;
  remember: Remember;
  saved: Saved;
  shown: Shown;
  refused: Refused;
  ended: Ended;
}

/** display → server */
export interface DisplayToServer {
  open: Open;
  show: Show;
  offer: Offer;
  tell: Tell;
  equip: Equip;
  remember: Remember;
  complain: Complain;
  clock: Clock;
}

/** server → display */
export interface ServerToDisplay {
  frame: Frame;
  opened: Opened;
  moved: Moved;
  joined: Joined;
  away: Away;
  back: Back;
  left: Left;
  offered: Offered;
  tapped: Tapped;
  pressed: Pressed;
  chosen: Chosen;
  said: Said;
  complained: Complained;
  recording: Recording;
  saved: Saved;
  shown: Shown;
  refused: Refused;
  ended: Ended;
}

/** recorder → server */
export interface RecorderToServer {
  listen: Listen;
}

/** server → recorder */
export interface ServerToRecorder {
  noted: Noted;
  ended: Ended;
}

/** What a client receives and sends in each namespace. */
export interface Namespaces {
  "/phone": { received: ServerToPhone; sent: PhoneToServer };
  "/display": { received: ServerToDisplay; sent: DisplayToServer };
  "/recorder": { received: ServerToRecorder; sent: RecorderToServer };
}

/** Streams of samples: the newest wins. */
export interface Streams {
  tilt: Tilt;
  pad: Pad;
}

/**
 * One value of a sample, behind its count and its moment.
 * - `unit`: how many of the integer that travels are 1; 0 for true and false
 * - `step`: the least change that is sent at once
 */
export type StreamValue = Readonly<{ name: string; unit: number; low: number; high: number; step: number }>;

/** `min_gap_ms`: milliseconds between two samples, at least */
export type Stream = Readonly<{ event: keyof Streams; min_gap_ms: number; values: readonly StreamValue[] }>;

/** in the order of a frame's lists */
export const STREAMS: readonly Stream[];
