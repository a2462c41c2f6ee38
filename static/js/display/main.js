// The big screen: finds elements and wires the parts.
// @ts-check
import { Clock } from "../shared/clock.js";
import { keep, kept } from "../shared/storage.js";
import { DISPLAY_NAMESPACE, EVENT } from "../protocol.js";
import { Wake } from "../shared/wake-lock.js";
import { Asking } from "./stage/prompt.js";
import { keepChains } from "./stage/chains.js";
import { download } from "./stage/download.js";
import { Exhibits } from "./gallery/dialog.js";
import { inWords, isOf } from "./stage/faults.js";
import { Gallery, load } from "./gallery/catalogue.js";
import { Invite } from "./panels/invite.js";
import { explain, listen } from "./panels/shortcuts.js";
import { Line } from "./line.js";
import { Margin } from "./panels/margin.js";
import { Memory } from "./stage/state.js";
import { Meter } from "./panels/meter.js";
import { Notice } from "./panels/notice.js";
import { Opening } from "./panels/opening.js";
import { Phones } from "./phones/phones.js";
import { hideRestingPointer } from "./panels/pointer.js";
import { Pretend } from "./simulator/pretend.js";
import { Refusals } from "./stage/refusals.js";
import { seatOf, showSeats } from "./panels/seats.js";
import { Sound } from "./stage/sound.js";
import { Stage } from "./stage/stage.js";
import { StandIn } from "./gallery/fallback.js";
import { showTable } from "./stage/table.js";
import { Takeover } from "./panels/takeover.js";
import { TapMemory } from "./phones/tap-filter.js";
import { Telling } from "./stage/tell-queue.js";
import { Terminal } from "./stage/terminal.js";
import { TokenPage } from "./token-page.js";
import { safe, words } from "./panels/text-boxes.js";

/** @import { Theme } from "../shared/marks.js" */
/** @import { Phone } from "./stage/contract.js" */
/** @import { Away, Back, Chosen, Complained, Controls, Frame, Joined, Left, Moved, Offered, Open, Opened } from "../protocol.js" */
/** @import { Pressed, Recording, Refused, Said, Saved, Shown, Tapped, VisualCard } from "../protocol.js" */

const HOST_PASS = "host";
const OPEN_PASS = "open"; // the right to open rooms, where the server asks for its host token
const THEME = "theme";
const GALLERY = "/gallery"; // the display's page that begins with all visuals
const COMPARE_EVERY = 3000; // milliseconds between two looks at the server's clock
const LONGEST_WAIT = 2000; // milliseconds between two attempts to connect: a hall waits, and displays are no herd
const TRY_AGAIN = 30_000; // milliseconds after an end that is not another display's

const page = find("display");
const seats = find("seats");
const clock = new Clock();
const phones = new Phones(theme());
const taps = new TapMemory();
const gallery = new Gallery();
const exhibits = new Exhibits(find("gallery", HTMLDialogElement), gallery, (name) => wish(name), theme, () => files);
const standIn = new StandIn(gallery, exhibits, (name) => wish(name), document);
const invite = new Invite(page);
const opening = new Opening(page);
const notice = new Notice(find("notice"));
const margin = new Margin(document.documentElement, Number(page.dataset.margin));
const takeover = new Takeover(find("takeover"), (number) => connection.emit(EVENT.OFFER, { number }));
const memory = new Memory((name, value) => connection.emit(EVENT.REMEMBER, { name, value }));
const asking = new Asking(find("prompt", HTMLDialogElement));
const telling = new Telling((phone, what) => connection.emit(EVENT.TELL, { phone, ...what }));
const refusals = new Refusals(location.origin);
const terminal = new Terminal((complaint) => connection.emit(EVENT.COMPLAIN, complaint));
const sound = new Sound();
const meter = new Meter(find("meter"), phones, () => clock.roundTrip);
const elements = { page, picture: find("stage"), strip: find("simulator") };
const tokenPage = new TokenPage(find("token-page"), page, () => connection.reopen());
const pretend = new Pretend(elements, () => invite.room, (text) => notice.say(text));

/** @type {ReturnType<typeof setTimeout> | undefined} */ let again; // by itself: nobody may be there to reload the page
const connection = new Line(DISPLAY_NAMESPACE, rights, (state, ended) => {
  page.dataset.state = state;
  if (state !== "open") {
    phones.list.forEach(letGo);
    phones.release();
  }
  if (state === "reconnecting") clock.startOver(); // a restarted server has another clock
  if (state === "open") compareClocks();
  if (state === "ended") pretend.dismiss(); // nobody sees them here
  clearTimeout(again);
  if (state === "ended" && ended?.reason !== "replaced") again = setTimeout(() => connection.reopen(), TRY_AGAIN);
  if (ended?.reason === "token_needed") {
    exhibits.close(); // the topmost of all, it would lie over the question
    asking.close();
    notice.connection(state);
  } else if (opening.isOpen) opening.connection(state, ended);
  else notice.connection(state, ended);
  tokenPage.connection(state, ended);
}, LONGEST_WAIT);
connection.delayed = (why) => opening.delay(why);

const stage = new Stage({
  host: find("stage"),
  phones,
  words: () => words(page),
  safe: () => safe(page),
  tell: (phone, what) => telling.tell(phone.number, what),
  equip,
  state: memory,
  ask: (label, options) => asking.ask(label, options),
  table: (table) => showTable(find("visual-table"), table),
  download,
  sound,
  clock: () => clock.now(),
  theme: theme(),
  onError: (error, count, isOver) => {
    console.error(error);
    terminal.tell(error);
    const words = refusals.cause(inWords(error, count));
    notice.say(isOver ? "" : words);
    if (isOver && shown) standIn.failed(shown.name, `${shown.title} can't go on: ${words}`);
    if (isOver) asking.close();
  },
  onFrame: ({ paint }) => meter.painted(paint),
});

connection.on(EVENT.OPENED, (/** @type {Opened} */ opened) => {
  const isFirst = !shown;
  terminal.isWanted = opened.dev ?? false;
  keep(HOST_PASS, opened.host_pass);
  keep(OPEN_PASS, opened.open_pass);
  invite.write(opened);
  opening.close();
  gallery.reset(opened.visuals, opened.visual);
  const before = phones.list;
  phones.reset(opened.seats);
  peopleChanged();
  const goesOn = opened.visual.name === shown?.name;
  show(opened.visual, opened.state);
  if (goesOn) tellMissed(before);
  if (isFirst && location.pathname === GALLERY) exhibits.toggle();
  if (equipped) equip(equipped); // the server may have been started again
});

connection.on(EVENT.RECORDING, (/** @type {Recording} */ recording) => invite.record(recording));

connection.on(EVENT.MOVED, (/** @type {Moved} */ moved) => invite.move(moved));

connection.on(EVENT.JOINED, (/** @type {Joined} */ { seat, host_pass }) => {
  keep(HOST_PASS, host_pass); // after a restart it keeps newcomers off this seat
  const phone = phones.join(seat);
  peopleChanged();
  stage.joined(phone);
});

connection.on(EVENT.AWAY, (/** @type {Away} */ { number }) => {
  letGo(phones.away(number));
  peopleChanged();
});

connection.on(EVENT.BACK, (/** @type {Back} */ { number }) => {
  phones.back(number);
  peopleChanged();
});

connection.on(EVENT.LEFT, (/** @type {Left} */ { number }) => {
  letGo(phones.at(number));
  const phone = phones.leave(number);
  peopleChanged();
  if (phone) stage.left(phone);
});

connection.on(EVENT.FRAME, (/** @type {Frame} */ frame) => {
  phones.take(frame);
  meter.arrived(frame);
});

connection.on(EVENT.TAPPED, (/** @type {Tapped} */ [number, tap]) => {
  const phone = phones.at(number);
  const now = clock.now();
  if (phone && taps.admits(number, tap, now)) stage.tap(phone, Math.max(0, now - tap[1]));
});

connection.on(EVENT.PRESSED, (/** @type {Pressed} */ [number, name, down]) => {
  const phone = phones.press(number, name, down);
  if (phone) stage.press(phone, name, down);
});

connection.on(EVENT.CHOSEN, (/** @type {Chosen} */ [number, name]) => {
  const phone = phones.at(number);
  if (phone) stage.choose(phone, name);
});

connection.on(EVENT.SAID, (/** @type {Said} */ [number, text]) => {
  const phone = phones.at(number);
  if (phone) stage.say(phone, text);
});

connection.on(EVENT.OFFERED, (/** @type {Offered} */ offered) => takeover.show(offered));

connection.on(EVENT.SAVED, async (/** @type {Saved} */ { name, visual, fault, edition }) => {
  if (visual) gallery.renew(visual);
  files = edition;
  if (visual && standIn.isFor(name)) wish(name);
  if (name !== shown?.name) return;
  if (!visual) return notice.say(fault);
  page.querySelector("[data-hint]")?.replaceChildren(visual.hint);
  try {
    refusals.clear();
    const create = await load(name, edition);
    if (name !== shown?.name) return;
    standIn.turned(name);
    notice.say("");
    stage.show(create);
  } catch (error) {
    console.warn(error);
    terminal.tell(error);
    const why = refusals.cause(error instanceof Error ? error.message : String(error), Infinity);
    if (standIn.hasFailed(name)) standIn.failed(name, `${visual.title} can't go on: ${why}`);
    else notice.say(`The last version goes on. ${why}`);
  }
});

connection.on(EVENT.COMPLAINED, (/** @type {Complained} */ { sentence }) => console.error(sentence));

connection.on(EVENT.REFUSED, (/** @type {Refused} */ { message }) => console.warn(message));

connection.on(EVENT.SHOWN, (/** @type {Shown} */ { visual }) => {
  gallery.turnTo(visual);
  exhibits.close(); // whoever chose, here or by a key
  show(visual, {}, standIn.hasFailed(visual.name));
});

listen(document, {
  code: () => invite.toggle(),
  next: () => wish(gallery.after()),
  gallery: () => exhibits.toggle(),
  pick: (place) => wish(gallery.name(place)),
  takeover: () => takeover.next(phones.list) || notice.say("No phone is away, so no place is free to take."),
  pretend: () => pretend.add(),
  dismiss: () => pretend.dismiss(),
  full,
  meter: () => meter.toggle(),
  smooth: () => smooth(!phones.smooth),
  sound: () => notice.say(sound.toggle() ? "Sound is on." : "Sound is off."),
  theme: () => keep(THEME, turn(theme() === "dark" ? "bright" : "dark")),
  margin: (step) => notice.say(`Words keep ${margin.widen(step)} % from the edges.`),
  help,
  other: (key) => stage.key(key) || pretend.key(key),
}, () => tokenPage.isOpen || asking.isOpen || pretend.isTyping);

seats.addEventListener("click", ({ target }) => {
  const phone = phones.at(seatOf(target));
  if (phone?.away) takeover.offer(phone);
});

keepChains(AudioNode.prototype);
turn(/** @type {Theme} */ (kept(THEME) ?? theme()));
hideRestingPointer();
stayAwake(new Wake(navigator));
setInterval(compareClocks, COMPARE_EVERY);

addEventListener("error", (event) => count(event, event.error));
addEventListener("unhandledrejection", (event) => count(event, event.reason));
addEventListener("securitypolicyviolation", refused);

/** @type {VisualCard | null} */ let shown = null;
/** @type {string | undefined} */ let files; // their edition, once an author has saved some
/** @type {Partial<Controls> | null} */ let equipped = null; // what the visual asked of phones beyond its visual.json

document.documentElement.dataset.runs = ""; // for fallback.js

/** What lets this display open a room, or come back to its own. @returns {Open} */
function rights() {
  return { host: kept(HOST_PASS), open_pass: kept(OPEN_PASS), token: tokenPage.typed };
}

/** What a visual throws in timers and promises of its own is told like the rest. @param {Event} event @param {unknown} error */
function count(event, error) {
  if (!shown || !stage.isPlaying || !isOf(error, shown.name)) return; // what a stopped one left running is no news
  event.preventDefault(); // or the browser would write it into the console too
  stage.fault(error);
}

/** What a visual wanted and the page's policy refuses. @param {SecurityPolicyViolationEvent} event */
function refused(event) {
  if (!shown) return;
  const refusal = refusals.take(event, shown);
  if (!refusal) return;
  const { file, line, what, words, isItsOwn } = refusal;
  terminal.tell(what, { file, line });
  if (isItsOwn && standIn.hasFailed(shown.name)) standIn.failed(shown.name, `${shown.title} can't go on: ${words}`);
  else notice.say(words);
}

/** @param {VisualCard} card @param {Readonly<Record<string, string>>} state kept for it @param {boolean} [again] from the start */
async function show(card, state, again = false) {
  page.querySelector("[data-title]")?.replaceChildren(card.title);
  page.querySelector("[data-hint]")?.replaceChildren(card.hint);
  memory.begin(card.name, state);
  if (card.name === shown?.name && !again) return;
  shown = card;
  standIn.turned(card.name);
  equipped = null;
  sound.clear();
  refusals.clear();
  asking.close();
  telling.clear();
  showTable(find("visual-table"), null);
  try {
    const create = await load(card.name, files);
    if (card === shown) stage.show(create);
  } catch (error) {
    console.error(error);
    terminal.tell(error);
    const why = refusals.cause(error instanceof Error ? error.message : String(error), Infinity);
    if (card === shown) standIn.failed(card.name, `${card.title} can't be shown. ${why}`);
  }
}

/** @param {Partial<Controls>} changes */
function equip(changes) {
  if (!shown) return;
  equipped = changes;
  connection.emit(EVENT.EQUIP, { controls: { ...shown.controls, ...changes } });
}

/** Who came and who went while the connection was away. @param {readonly Phone[]} before */
function tellMissed(before) {
  const [then, now] = [new Set(before), new Set(phones.list)];
  for (const phone of then) if (!now.has(phone)) stage.left(phone);
  for (const phone of now) if (!then.has(phone)) stage.joined(phone);
}

/** Where a browser or a frame allows no full screen, or has none, the request is refused. */
async function full() {
  try {
    await (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  } catch {
    notice.say("This browser refused full screen. Its own menu may have it.");
  }
}

function help() {
  const panel = find("shortcuts");
  panel.hidden = !panel.hidden;
  explain(panel, gallery.titles, stage.keys);
}

/** Let go of what a phone held down that is away. @param {Phone | undefined} phone */
function letGo(phone) {
  if (phone) for (const name of phones.letGo(phone.number)) stage.press(phone, name, false);
}

/** @param {string | undefined} name of a visual that everyone should see */
function wish(name) {
  if (name) connection.emit(EVENT.SHOW, { visual: name });
}

function peopleChanged() {
  invite.count(phones.list.length);
  showSeats(seats, phones.list);
  takeover.changed(phones.list);
}

/** @returns {Theme} */
function theme() {
  return document.documentElement.dataset.theme === "bright" ? "bright" : "dark";
}

/** @param {Theme} to @returns {Theme} */
function turn(to) {
  document.documentElement.dataset.theme = to;
  phones.theme = to;
  stage.setTheme(to);
  return to;
}

/** @param {boolean} on */
function smooth(on) {
  phones.smooth = on;
  notice.say(on ? "Motion is smoothed and shown where it is by now." : "Motion is shown raw, sample by sample.");
}

function compareClocks() {
  if (connection.state === "open") clock.compare(() => connection.ask(EVENT.CLOCK)).catch(() => {});
}

/** @param {Wake} wake */
function stayAwake(wake) {
  wake.hold();
  // Browsers freeze no page that holds a lock; shared, since another tab may hold it too.
  navigator.locks?.request("display", { mode: "shared" }, () => new Promise(() => {}));
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && wake.hold());
  window.addEventListener("online", () => connection.wake()); // the laptop slept, or its cable is back
  document.addEventListener("resume", () => connection.wake());
}

/**
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @param {new () => T} [kind]
 * @returns {T}
 */
function find(id, kind) {
  const element = document.getElementById(id);
  if (element instanceof (kind ?? HTMLElement)) return /** @type {T} */ (element);
  throw new Error(`The page has no element #${id}.`);
}

export { clock, connection, gallery, memory, phones, stage }; // for tests and for the curious at the console
