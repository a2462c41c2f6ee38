// Written by `make protocol` from controller_app/core/protocol.py; change it there.

export const QUATERNION_UNIT = 10000;
export const FRACTION_UNIT = 10000;
export const SEQ_WRAP = 65536;
export const TAP_WRAP = 2147483648;
export const MAX_TAPS_REMEMBERED = 32;
export const MAX_TAP_AGE_MS = 2000;
export const IMPLAUSIBLE_TAP_AGE_MS = 60000;
export const FULL_TILT_DEGREES = 40;
export const AIM_WIDTH_DEGREES = 44;
export const AIM_HEIGHT_DEGREES = 28;
export const MESSAGE_BYTES = 4096;
export const REMEMBERED_LETTERS = 1000;
export const SAY_CODE_POINTS = 1000;
export const PHONE_NAMESPACE = "/phone";
export const DISPLAY_NAMESPACE = "/display";
export const RECORDER_NAMESPACE = "/recorder";
export const COLOURS = ["orange", "sky", "mint", "yellow", "blue", "vermilion", "rose", "white"];
export const SHAPES = ["star", "circle", "triangle", "drop", "square", "hexagon", "crescent", "cross"];
export const STREAMS = [
  {"event": "tilt", "min_gap_ms": 0, "values": [{"name": "x", "unit": 10000, "low": -10000, "high": 10000, "step": 9}, {"name": "y", "unit": 10000, "low": -10000, "high": 10000, "step": 9}, {"name": "z", "unit": 10000, "low": -10000, "high": 10000, "step": 9}, {"name": "w", "unit": 10000, "low": -10000, "high": 10000, "step": 9}, {"name": "rest", "unit": 1, "low": -180, "high": 180, "step": 1}]},
  {"event": "pad", "min_gap_ms": 66, "values": [{"name": "x", "unit": 10000, "low": 0, "high": 10000, "step": 20}, {"name": "y", "unit": 10000, "low": 0, "high": 10000, "step": 20}, {"name": "down", "unit": 0, "low": 0, "high": 1, "step": 1}]},
];
export const EVENT = Object.freeze({
  JOIN: "join",
  TILT: "tilt",
  PAD: "pad",
  TAP: "tap",
  PRESS: "press",
  CHOOSE: "choose",
  SAY: "say",
  COMPLAIN: "complain",
  LEAVE: "leave",
  CLOCK: "clock",
  SEATED: "seated",
  DISPLAY_HERE: "display_here",
  PACE: "pace",
  LATE: "late",
  TELL: "tell",
  EQUIP: "equip",
  REMEMBER: "remember",
  SAVED: "saved",
  SHOWN: "shown",
  REFUSED: "refused",
  ENDED: "ended",
  OPEN: "open",
  SHOW: "show",
  OFFER: "offer",
  FRAME: "frame",
  OPENED: "opened",
  MOVED: "moved",
  JOINED: "joined",
  AWAY: "away",
  BACK: "back",
  LEFT: "left",
  OFFERED: "offered",
  TAPPED: "tapped",
  PRESSED: "pressed",
  CHOSEN: "chosen",
  SAID: "said",
  COMPLAINED: "complained",
  RECORDING: "recording",
  LISTEN: "listen",
  NOTED: "noted",
});
