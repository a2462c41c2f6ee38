// Display app: its connection, its room and the visual that is on.
// @ts-check
import * as storage from "../shared/storage.js";
import { EVENT } from "../protocol.js";

/** @import { Clock } from "../shared/clock.js" */
/** @import { Connection, ConnectionState } from "../shared/connection.js" */
/** @import { Ended, Joined, Open, Opened, Saved, VisualCard } from "../protocol.js" */
/** @import { GalleryDialog } from "./gallery/gallery-dialog.js" */
/** @import { Gallery } from "./gallery/catalogue.js" */
/** @import { VisualFallback } from "./gallery/visual-fallback.js" */
/** @import { Invite } from "./panels/invite.js" */
/** @import { Notice } from "./panels/notice.js" */
/** @import { Opening } from "./panels/opening.js" */
/** @import { People } from "./people.js" */
/** @import { Simulator } from "./simulator/simulator.js" */
/** @import { CurrentVisual } from "./stage/current-visual.js" */
/** @import { Prompt } from "./stage/prompt.js" */
/** @import { ErrorReport } from "../shared/error-report.js" */
/** @import { TokenPage } from "./token-page.js" */

/**
 * @typedef {object} DisplayParts
 * @property {HTMLElement} page
 * @property {Connection<"/display">} connection
 * @property {Clock} clock
 * @property {People} people
 * @property {CurrentVisual} visual
 * @property {Prompt} prompt
 * @property {ErrorReport} errorReport
 * @property {Gallery} gallery
 * @property {GalleryDialog} galleryDialog
 * @property {VisualFallback} fallback
 * @property {Simulator} simulator
 * @property {Invite} invite
 * @property {Opening} opening
 * @property {Notice} notice
 * @property {TokenPage} tokenPage
 * @property {boolean} beginsWithGallery all visuals are shown first
 */

const HOST_PASS_KEY = "host";
const OPEN_PASS_KEY = "open"; // the right to open rooms, where the server asks for its host token
const REOPEN_AFTER_MS = 30_000; // after an end that is not another display's

export class Display {
  #parts;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #reopening; // by itself: nobody may be there to reload the page

  /** @param {DisplayParts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** What lets this display open a room, or come back to its own. @returns {Open} */
  get rights() {
    return { host: storage.get(HOST_PASS_KEY), open_pass: storage.get(OPEN_PASS_KEY), token: this.#parts.tokenPage.typed };
  }

  /** @param {ConnectionState} state @param {Ended} [ended] */
  connectionChanged(state, ended) {
    const { page, people, clock, connection, simulator } = this.#parts;
    page.dataset.state = state;
    if (state !== "open") people.releaseAll();
    if (state === "reconnecting") clock.startOver(); // a restarted server has another clock
    if (state === "open") this.compareClocks();
    if (state === "ended") simulator.dismiss(); // nobody sees them here
    clearTimeout(this.#reopening);
    if (state === "ended" && ended?.reason !== "replaced") {
      this.#reopening = setTimeout(() => connection.reopen(), REOPEN_AFTER_MS);
    }
    this.#tellConnection(state, ended);
  }

  /** @param {Opened} opened */
  opened(opened) {
    const { errorReport, invite, opening, gallery, people, visual, galleryDialog, beginsWithGallery } = this.#parts;
    const isFirst = visual.card === null;
    const goesOn = opened.visual.name === visual.card?.name;
    errorReport.isWanted = opened.dev ?? false;
    storage.set(HOST_PASS_KEY, opened.host_pass);
    storage.set(OPEN_PASS_KEY, opened.open_pass);
    invite.write(opened);
    opening.close();
    gallery.reset(opened.visuals, opened.visual);
    const tellMissed = people.reset(opened.seats);
    visual.show(opened.visual, opened.state);
    if (goesOn) tellMissed();
    if (isFirst && beginsWithGallery) galleryDialog.toggle();
    visual.equipAgain();
  }

  /** @param {Joined} joined */
  joined({ seat, host_pass }) {
    storage.set(HOST_PASS_KEY, host_pass); // after a restart it keeps newcomers off this seat
    this.#parts.people.joined(seat);
  }

  /** An author saved a file of a visual. @param {Saved} saved */
  saved(saved) {
    const { gallery, fallback, visual } = this.#parts;
    if (saved.visual) {
      gallery.renew(saved.visual);
      if (fallback.isFor(saved.name)) this.wish(saved.name);
    }
    visual.renew(saved);
  }

  /** @param {VisualCard} card of the visual that is on from now on */
  shown(card) {
    const { gallery, galleryDialog, visual, fallback } = this.#parts;
    gallery.turnTo(card);
    galleryDialog.close(); // whoever chose, here or by a key
    visual.show(card, {}, fallback.hasFailed(card.name));
  }

  /** @param {string | undefined} name of a visual that everyone should see */
  wish(name) {
    if (name) this.#parts.connection.emit(EVENT.SHOW, { visual: name });
  }

  compareClocks() {
    const { connection, clock } = this.#parts;
    if (connection.state === "open") clock.compare(() => connection.ask(EVENT.CLOCK, {})).catch(() => {});
  }

  /** @param {ConnectionState} state @param {Ended} [ended] */
  #tellConnection(state, ended) {
    const { galleryDialog, prompt, notice, opening, tokenPage } = this.#parts;
    if (ended?.reason === "token_needed") {
      galleryDialog.close(); // the topmost of all, it would lie over the question
      prompt.close();
      notice.connection(state);
    } else if (opening.isOpen) opening.connection(state, ended);
    else notice.connection(state, ended);
    tokenPage.connection(state, ended);
  }
}
