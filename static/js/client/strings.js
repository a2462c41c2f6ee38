// Sentences of the phone. Short, plain, kind: what is, then what to do.
// @ts-check

/** @import { Reason, SeatCard } from "../protocol.js" */
/** @import { Silence } from "./sensors.js" */
/** @import { Trouble } from "./steering.js" */

/** @typedef {"safari" | "chrome" | "samsung" | "firefox" | "brave"} Family whose menus and warnings look alike */

/** @typedef {"good" | "fair" | "poor"} Quality */

/**
 * @typedef {object} Ending
 * @property {string} title what is
 * @property {string} text what to do
 * @property {string} again a button that starts over; "" for none
 * @property {boolean} ask whether another code can be typed
 */

/** What came of a message that a person wrote. */
export const SAID = Object.freeze({
  sent: "Sent.",
  lost: "That did not arrive. Try again.",
  empty: "Nothing of that can be seen. Write something else.",
  too_many: "Wait a moment, then send it again.",
});

export const RECONNECTING = "Lost the connection. Trying again. You keep your place.";
export const RESTARTING = "The screen is starting again. You keep your place.";
export const DISPLAY_AWAY = "The screen is away. You keep your place.";
export const DISPLAY_BACK = "The screen is back.";
export const RECENTRED = "Recentred.";
export const TURNED = "The page turned.";
export const LOCK_ROTATION = "Lock your phone’s rotation to keep this page as it is.";
export const TURNED_FULL_SCREEN = "The page turned. Full screen, under •••, keeps it as it is.";
export const FULL_SCREEN = "Full screen";
export const END_FULL_SCREEN = "End full screen";
export const BY_MOTION = "Your phone steers.";
export const BY_TOUCH = "Your thumb steers.";
export const DRAG = "Drag to steer";
export const JOIN = "Join";
export const ALLOW_MOTION = "Allow motion";
export const IN_APP = "For motion, open this page in Safari or Chrome.";
export const COPY_LINK = "Copy link";
export const COPIED = "Copied";

/** @type {Readonly<Record<Trouble, string>>} */
export const TROUBLE = Object.freeze({
  "": "",
  unfelt: "",
  stopped: "This phone’s motion has stopped. Move it, or steer with your thumb.",
  heading: "This phone can’t tell where it points. Steer with your thumb.",
});

const FAIR = 120; // milliseconds of round trip
const POOR = 300; // milliseconds of round trip
// Android's WebView says so itself; on iPhones every browser has "Safari/" and a bare web view has not.
const ANDROID_WEBVIEW = /; wv\)|Version\/4\.0 Chrome\//;
const APPS =
  /FBAN|FBAV|FB_IAB|Instagram|Barcelona|Line\/|MicroMessenger|TikTok|musical_ly|Bytedance|GSA\/|Snapchat|Pinterest|Twitter|LinkedInApp|KAKAOTALK|NAVER\(|QQ\/|Weibo|Telegram|Discord|Slack|Teams\/|Viber|Alipay|DingTalk/i;

/** @param {SeatCard} seat @returns {string} as in "You are the orange star" */
export function figure({ colour, shape }) {
  return `the ${colour} ${shape}`;
}

/** @param {SeatCard} seat @returns {string} */
export function joined(seat) {
  return `Joined. You are ${figure(seat)}, number ${seat.number}, ${seat.name}.`;
}

/** @param {SeatCard} seat @returns {string} */
export function backAgain(seat) {
  return `Connected again. You are ${figure(seat)}.`;
}

/** @param {number} taps how many @returns {string} */
export function lost(taps) {
  return taps === 1 ? "That tap did not reach the screen." : "Those taps did not reach the screen.";
}

/** @param {number} roundTrip milliseconds @returns {Quality} */
export function qualityOf(roundTrip) {
  if (roundTrip < FAIR) return "good";
  return roundTrip < POOR ? "fair" : "poor";
}

/**
 * @param {string} userAgent
 * @param {boolean} [brave] it says of itself that it is Brave, for it poses as Chrome
 * @returns {Family}
 */
export function familyOf(userAgent, brave = false) {
  if (brave) return "brave";
  if (/SamsungBrowser/.test(userAgent)) return "samsung";
  if (/Firefox|FxiOS/.test(userAgent)) return "firefox";
  if (/Chrom(e|ium)|CriOS|EdgiOS/.test(userAgent)) return "chrome";
  return /Safari|iPhone|iPad/.test(userAgent) ? "safari" : "chrome";
}

/** @param {string} userAgent @returns {boolean} an app's own browser, which may withhold motion */
export function isInApp(userAgent) {
  return ANDROID_WEBVIEW.test(userAgent) || APPS.test(userAgent) || (isOnIphone(userAgent) && !/Safari\//.test(userAgent));
}

/** @param {string} userAgent @returns {boolean} WebKit decides there, whatever the browser is called */
export function isOnIphone(userAgent) {
  return /iPhone|iPad|iPod/.test(userAgent);
}

/**
 * Why the phone's motion does nothing.
 * @param {Silence} why
 * @param {Family} family
 * @param {boolean} [onIphone]
 * @returns {string}
 */
export function noMotion(why, family, onIphone = false) {
  if (why === "insecure") return "Your browser gives motion only on a secure page.";
  if (why === "denied") return `Motion is not allowed here. ${ALLOW[onIphone ? "safari" : family]}`;
  if (family === "brave") return `Brave keeps motion to itself. ${ALLOW.brave}`;
  return "This device has no motion sensor. Steer with your thumb.";
}

// iPhones keep an answer until the browser ends, for new tabs as well (WebKit's DeviceOrientationAndMotionAccessController).
/** @type {Readonly<Record<Family, string>>} */
const ALLOW = Object.freeze({
  safari: "To change that, close this browser completely, open it again, scan the code and tap Allow.",
  chrome: "To change that, tap the sign left of the address, then Permissions, then Motion sensors.",
  samsung: "To change that, tap the lock left of the address, then Permissions, then Motion sensors.",
  firefox: "To change that, tap the lock left of the address, then clear its permissions.",
  brave: "To change that, open Settings, then Site settings, then Motion sensors.",
});

/**
 * What the browser will show on the way to the secure page, and what to tap there.
 * @param {Family} family
 * @param {boolean} [onIphone] where each browser but Safari has a page of its own, in words of its own
 * @returns {string[]} one step each
 */
export function stepsPast(family, onIphone = false) {
  if (onIphone && family !== "safari") return ["Tap Advanced or Show Details.", "Tap the line that goes on to the page."];
  return {
    safari: ["Tap Show Details.", "Tap visit this website, then Visit Website."],
    chrome: ["Tap Advanced.", "Tap Proceed, at the very bottom."],
    samsung: ["Tap Advanced.", "Tap Proceed."],
    firefox: ["Tap Advanced.", "Tap Accept the Risk and Continue."],
    brave: ["Tap Advanced.", "Tap Proceed, at the very bottom."],
  }[family];
}

/**
 * @param {Reason | "left" | "no_code" | "kept"} reason
 * @param {string} code the room's
 * @returns {Ending}
 */
export function ending(reason, code) {
  switch (reason) {
    case "not_found":
      return { title: `Room ${code} is not open.`, text: LOOK, again: "Try again", ask: true };
    case "kept":
      return { title: `Room ${code} is not open now.`, text: KEPT, again: "", ask: true };
    case "no_code":
      return { title: "Which room?", text: LOOK, again: "", ask: true };
    case "full":
      return { title: "The room is full.", text: "Wait until somebody leaves.", again: "Try again", ask: false };
    case "taken":
      return { title: "This place is taken.", text: "You can have one of your own.", again: "Join", ask: false };
    case "room_closed":
      return { title: "The room is closed.", text: "Thank you for playing.", again: "", ask: true };
    case "replaced":
      return { title: "This seat is open in another tab.", text: "Go on there, or here.", again: "Use it here", ask: false };
    case "left":
      return { title: "You have left.", text: "Your light is out. Come back whenever you like.", again: "Join again", ask: false };
    default:
      return { title: "The connection has ended.", text: "This phone can start over.", again: "Try again", ask: false };
  }
}

const KEPT = "You keep your place. This page goes back in when the screen does. Is another code on the screen? Type it here.";
const LOOK = "Look at the code on the screen and type it here.";
