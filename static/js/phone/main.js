// Phone page: finds the elements and wires the parts; loaded when Join is tapped.
// @ts-check
import { find } from "../shared/dom.js";
import * as storage from "../shared/storage.js";
import { theme } from "../shared/theme.js";
import { WakeLock } from "../shared/wake-lock.js";
import { Chime } from "./chime.js";
import { Controls } from "../client/controls.js";
import { Glow } from "./glow.js";
import { Actions } from "./actions.js";
import { wireInput } from "./wire-input.js";
import { listenForRecentring } from "../client/keys.js";
import { followLifecycle } from "../client/lifecycle.js";
import { OwnPage } from "./own/own-page.js";
import { Phone } from "./app.js";
import { AttractMode } from "./attract-mode.js";
import { Rotation } from "./rotation.js";
import { Secure } from "./secure.js";
import { pageTurned } from "../client/sensors.js";
import { wireSheet } from "./sheets.js";
import { Steering } from "../client/steering.js";
import { View } from "./view.js";
import { learn, t } from "../shared/translation.js";

const SOUND_KEY = "sound"; // under this name it is kept that somebody wants none

await learn(document);

const main = find("phone");
const join = find("join");
const pad = find("pad");
const place = find("own-page");
const openMore = find("open-more");
const byTouch = find("by-touch");
const byMotion = find("by-motion");
const sound = find("sound-switch");
const fullScreen = find("full-screen");
const lockRotation = find("lock-rotation");
const useMotion = find("use-motion");
const more = find("more-sheet", HTMLDialogElement);
const secureSheet = find("secure-sheet", HTMLDialogElement);
const link = find("room-link", HTMLTextAreaElement);
const copyLink = find("copy-link");
const useMotionToo = find("use-motion-in-sheet");
const welcomeWords = find("welcome-content");
const endedWords = find("ended-content");
const steps = find("secure-steps");

const look = {
  theme: theme(),
  calm: matchMedia("(prefers-reduced-motion: reduce)").matches,
};
const view = new View({
  body: document.body,
  join,
  useMotion,
  roomLinkBox: find("room-link-box"),
  roomLink: link,
  pad,
  ownPage: place,
  announcement: find("announcement"),
  joinStatus: find("join-status"),
  seatMark: find("seat-mark"),
  seatHeading: find("seat-heading"),
  seatFigure: find("seat-figure"),
  seatName: find("seat-name"),
  visualHint: find("visual-hint"),
  connectionQuality: find("connection-quality"),
  connectionQualityWord: find("connection-quality-word"),
  steeringHint: find("steering-hint"),
  padBanner: find("pad-banner"),
  toast: find("toast"),
  ownPageFault: find("own-page-fault"),
  notice: find("notice"),
  noticeText: find("notice-text"),
  noMotionReason: find("no-motion-reason"),
  endedTitle: find("ended-title"),
  endedText: find("ended-text"),
  startOver: find("start-over"),
  otherRoom: find("other-room"),
  edge: find("edge"),
  sheets: [more, secureSheet],
  themeColour: /** @type {HTMLElement} */ (document.querySelector("meta[name=theme-color]")),
});
const rotation = new Rotation(window);
const turned = () => pageTurned(window);
const steering = new Steering(turned);
const chime = new Chime();
const glow = new Glow(find("glow", HTMLCanvasElement), look, (room) => steering.light(room));
const attractMode = new AttractMode(find("attract", HTMLCanvasElement), {
  ...look,
  words: () => (welcomeWords.offsetParent ? welcomeWords : endedWords).getBoundingClientRect(),
});
const wake = new WakeLock(navigator);
const actions = new Actions(window, { view, steering, glow, wake, chime });
const room = { code: main.dataset.code ?? "", offer: main.dataset.offer ?? "", onInternet: "onInternet" in main.dataset };
const secure = new Secure(room.code, Number(main.dataset.httpsPort), window);
const controls = new Controls(
  {
    body: document.body,
    question: find("question"),
    choices: find("choices"),
    buttons: find("buttons"),
    writing: find("message-form", HTMLFormElement),
    text: find("message-text", HTMLInputElement),
    sent: find("message-status"),
  },
  {
    press: (name, down) => actions.press(name, down),
    choose: (name) => actions.choosing(name),
    say: (text) => actions.say(text),
  },
);
const clock = () => actions.now();
const own = new OwnPage(place, { actions, steering, theme: look.theme, clock }, {
  covers: (isThere) => controls.cover(isThere),
  failed: (error, isRunning) => phone.fail(error, isRunning),
  left: (text) => view.tell(text),
});
const parts = { view, actions, secure, steering, glow, attractMode, controls, own, chime, wake };
export const phone = new Phone(room, window, parts);

for (const each of [pad, place]) wireInput(each, { actions, steering, glow, turned });
listenForRecentring(document, () => actions.recentre());
wireSheet(more, [openMore, find("open-no-motion-reason")], offerWhatWorks);
wireSheet(secureSheet, [useMotion, useMotionToo], explainWarning);

find("start-over").addEventListener("click", () => phone.again());
find("recentre").addEventListener("click", () => actions.recentre());
find("leave").addEventListener("click", () => phone.leave());
find("hide-notice").addEventListener("click", () => view.closeNotice());
copyLink.addEventListener("click", () => (copyLink.textContent = t(copy(link) ? "phone.copied" : "phone.copy_link")));
byTouch.addEventListener("click", () => actions.choose("touch"));
byMotion.addEventListener("click", () => actions.choose("motion"));
sound.addEventListener("click", () => {
  showSound(chime.muted);
  storage.set(SOUND_KEY, chime.muted ? "off" : "on");
});
fullScreen.addEventListener("click", async () => (await rotation.toggle()) || view.tell(t("phone.lock_rotation")));
rotation.follow(() => actions.isSeated && steering.isRead && steering.source === "motion" && view.tell(rotation.sentence));
followLifecycle(document, window, phone);
find("play").addEventListener("gesturestart", (event) => event.preventDefault()); // Safari's pinch; words may grow

showSound(storage.get(SOUND_KEY) !== "off");
phone.arrive();

function offerWhatWorks() {
  byTouch.hidden = steering.source === "touch";
  byMotion.hidden = steering.source === "motion" || !steering.canMove;
  useMotionToo.hidden = !secure.canGo;
  lockRotation.hidden = rotation.canLock;
  fullScreen.hidden = !rotation.canFill;
  fullScreen.textContent = t(rotation.isFull ? "phone.end_full_screen" : "phone.full_screen");
}

function explainWarning() {
  const items = secure.steps.map((step) => Object.assign(document.createElement("li"), { textContent: step }));
  steps.replaceChildren(...items);
  find("go-secure", HTMLAnchorElement).href = secure.address;
}

/**
 * The plain page has no clipboard to write to, so the old way it is; what is selected can be copied by hand as well.
 * @param {HTMLTextAreaElement} field
 */
function copy(field) {
  field.focus({ preventScroll: true });
  field.setSelectionRange(0, field.value.length);
  return document.execCommand("copy");
}

/** @param {boolean} on */
function showSound(on) {
  chime.muted = !on;
  sound.textContent = t(on ? "phone.sound_on" : "phone.sound_off");
}
