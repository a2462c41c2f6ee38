// The big screen: finds elements and wires the parts.
// @ts-check
import { Clock } from "../shared/clock.js";
import { Connection } from "../shared/connection.js";
import { find } from "../shared/dom.js";
import { ErrorReport } from "../shared/error-report.js";
import { theme } from "../shared/theme.js";
import { learn } from "../shared/translation.js";
import { DISPLAY_NAMESPACE, EVENT, MESSAGE_BYTES } from "../protocol.js";
import { Display } from "./app.js";
import { GalleryDialog } from "./gallery/gallery-dialog.js";
import { Gallery } from "./gallery/catalogue.js";
import { VisualFallback } from "./gallery/visual-fallback.js";
import { wireEvents } from "./events.js";
import { hostActions, restoreTheme } from "./host-actions.js";
import { Invite } from "./panels/invite.js";
import { Margin } from "./panels/margin.js";
import { Meter } from "./panels/meter.js";
import { Notice } from "./panels/notice.js";
import { Opening } from "./panels/opening.js";
import { hideRestingPointer } from "./panels/pointer.js";
import { listen } from "./panels/shortcuts.js";
import { Takeover } from "./panels/takeover.js";
import { safe, words } from "./panels/text-boxes.js";
import { People } from "./people.js";
import { Phones } from "./phones/phones.js";
import { TapFilter } from "./phones/tap-filter.js";
import { Simulator } from "./simulator/simulator.js";
import { keepChains } from "./stage/chains.js";
import { CurrentVisual } from "./stage/current-visual.js";
import { download } from "./stage/download.js";
import { Prompt } from "./stage/prompt.js";
import { Refusals } from "./stage/refusals.js";
import { Sound } from "./stage/sound.js";
import { Stage } from "./stage/stage.js";
import { VisualState } from "./stage/visual-state.js";
import { showTable } from "./stage/table.js";
import { TellQueue } from "./stage/tell-queue.js";
import { stayAwake } from "./stay-awake.js";
import { TokenPage } from "./token-page.js";

/** @import { Table } from "./stage/contract.js" */

const GALLERY_PATH = "/gallery"; // the display's page that begins with all visuals
const COMPARE_INTERVAL_MS = 3000; // between two looks at the server's clock
const MAX_RECONNECT_WAIT_MS = 2000; // a hall waits, and displays are no herd

document.documentElement.dataset.runs = ""; // for fallback.js
await learn(document).catch(tellIncomplete);

const page = find("display");
const picture = find("stage");
const clock = new Clock();
const phones = new Phones(theme());
const gallery = new Gallery();
const wish = (/** @type {string | undefined} */ name) => display.wish(name);
const galleryDialog = new GalleryDialog(find("gallery", HTMLDialogElement), gallery, wish, theme, () => visual.edition);
const fallback = new VisualFallback(gallery, galleryDialog, wish, document);
const invite = new Invite(page);
const opening = new Opening(page);
const notice = new Notice(find("notice"));
const prompt = new Prompt(find("prompt", HTMLDialogElement));
const sound = new Sound();
const tokenPage = new TokenPage(find("token-page"), page, () => connection.reopen());
const connection = new Connection(DISPLAY_NAMESPACE, {
  auth: () => display.rights,
  changed: (state, ended) => display.connectionChanged(state, ended),
  delayed: (why) => opening.delay(why),
  maxWaitMs: MAX_RECONNECT_WAIT_MS,
  maxMessageBytes: MESSAGE_BYTES,
});
const visualState = new VisualState((name, value) => connection.emit(EVENT.REMEMBER, { name, value }));
const tellQueue = new TellQueue((phone, what) => connection.emit(EVENT.TELL, { phone, ...what }));
const errorReport = new ErrorReport((complaint) => connection.emit(EVENT.COMPLAIN, complaint));
const takeover = new Takeover(find("takeover"), (number) => connection.emit(EVENT.OFFER, { number }));
const meter = new Meter(find("meter"), phones, () => clock.roundTrip);
const simulator = new Simulator({ page, picture, strip: find("simulator") }, () => invite.room, (text) => notice.say(text));
const table = (/** @type {Table | null} */ figures) => showTable(find("visual-table"), figures);

const stage = new Stage({
  host: picture,
  phones,
  words: () => words(page),
  safe: () => safe(page),
  tell: (phone, what) => tellQueue.tell(phone.number, what),
  equip: (changes) => visual.equip(changes),
  state: visualState,
  ask: (label, options) => prompt.ask(label, options),
  table,
  download,
  sound,
  clock: () => clock.now(),
  theme: theme(),
  onError: (error, count, isOver) => visual.failed(error, count, isOver),
  onFrame: ({ paint }) => meter.painted(paint),
});
const visual = new CurrentVisual({
  ...{ stage, visualState, prompt, tellQueue, sound, errorReport, fallback, notice, table },
  refusals: new Refusals(location.origin),
  describe({ title, hint }) {
    page.querySelector("[data-title]")?.replaceChildren(title);
    page.querySelector("[data-hint]")?.replaceChildren(hint);
  },
  equip: (controls) => connection.emit(EVENT.EQUIP, { controls }),
});
const people = new People({
  ...{ phones, clock, stage, invite, takeover, meter },
  ...{ seats: find("seats"), taps: new TapFilter() },
});
const display = new Display({
  ...{ page, connection, clock, people, visual, prompt, errorReport, gallery, galleryDialog, fallback, simulator },
  ...{ invite, opening, notice, tokenPage, beginsWithGallery: location.pathname === GALLERY_PATH },
});

wireEvents(connection, { display, people, invite, takeover });

const margin = new Margin(document.documentElement, Number(page.dataset.margin));
const isTyping = () => tokenPage.isOpen || prompt.isOpen || simulator.isTyping;
const host = { phones, stage, gallery, galleryDialog, invite, notice, takeover, meter, margin, sound, simulator };
listen(document, hostActions(wish, host), isTyping);

keepChains(AudioNode.prototype);
restoreTheme({ phones, stage });
hideRestingPointer();
stayAwake(() => connection.wake());
setInterval(() => display.compareClocks(), COMPARE_INTERVAL_MS);
addEventListener("error", (event) => visual.threw(event, event.error));
addEventListener("unhandledrejection", (event) => visual.threw(event, event.reason));
addEventListener("securitypolicyviolation", (event) => visual.refused(event));

/** The sentences didn't arrive: the page has brought this one along. @param {unknown} error @returns {never} */
function tellIncomplete(error) {
  const place = /** @type {HTMLElement} */ (document.querySelector("[data-incomplete]"));
  place.textContent = place.dataset.incomplete ?? "";
  throw error;
}

export { clock, connection, gallery, visualState, phones, stage }; // for tests and for the curious at the console
