// Phone app: all that happens from opening the page to leaving the room.
// @ts-check
import { remember } from "../shared/transports.js";
import { keepPass, passFor, passInAddress, transportInAddress } from "../client/passes.js";
import { askForMotion } from "../client/permission.js";
import { Sensors } from "../client/sensors.js";
import { Session } from "../client/session.js";
import { refusal, tryLater } from "../shared/server-refusals.js";
import { t } from "../shared/translation.js";
import { ending } from "./endings.js";
import { qualityOf } from "./quality.js";
import { figureOf } from "./view.js";

/** @import { ConnectionState } from "../shared/connection.js" */
/** @import { Delay } from "../shared/transports.js" */
/** @import { Point } from "../shared/motion.js" */
/** @import { Complain, Controls as Asked, Ended, Reason, Saved, SeatCard, Seated, Tell, VisualCard } from "../protocol.js" */
/** @import { Ending } from "./endings.js" */
/** @import { Chime } from "./chime.js" */
/** @import { ErrorReport } from "../shared/error-report.js" */
/** @import { Controls } from "../client/controls.js" */
/** @import { Glow } from "./glow.js" */
/** @import { Actions } from "./actions.js" */
/** @import { OwnPage } from "./own/own-page.js" */
/** @import { AttractMode } from "./attract-mode.js" */
/** @import { Permission } from "../client/permission.js" */
/** @import { Secure } from "./secure.js" */
/** @import { Steering } from "../client/steering.js" */
/** @import { View } from "./view.js" */
/** @import { WakeLock } from "../shared/wake-lock.js" */

/**
 * @typedef {object} Parts
 * @property {View} view
 * @property {Actions} actions
 * @property {Secure} secure
 * @property {Steering} steering
 * @property {Glow} glow
 * @property {AttractMode} attractMode
 * @property {Controls} controls
 * @property {OwnPage} own a visual's own phone page
 * @property {WakeLock} wake
 * @property {Chime} chime
 */

const MAX_EARLY_ERRORS = 5; // errors that are kept until it is known whether an author is at work
const RETURN_AFTER_MS = 15_000; // milliseconds, and at random up to twice that, between two looks for a room that is not open

export class Phone {
  #code;
  #offer;
  #onInternet;
  #scope;
  #parts;
  #sensors;
  /** @type {Session | null} */ #session = null;
  /** @type {Seated | null} */ #place = null;
  #who = ""; // the last seat: an answer that was chosen there is of that seat
  #visual = ""; // the name of the one that is on
  /** @type {Promise<ErrorReport | null>} */ #errorReport = Promise.resolve(null); // while an author is at work
  /** @type {Event[]} */ #early = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #returning; // to a room that is not open
  #isReturning = false;

  /**
   * @param {{code: string, offer: string, onInternet: boolean}} room an empty code or offer is none; onInternet: no
   *   Wi-Fi leads there, but the internet
   * @param {Window} scope
   * @param {Parts} parts
   */
  constructor({ code, offer, onInternet }, scope, parts) {
    this.#code = code;
    this.#offer = offer;
    this.#onInternet = onInternet;
    this.#scope = scope;
    this.#parts = parts;
    for (const kind of ["error", "unhandledrejection"]) scope.addEventListener(kind, this.#keep);
    this.#sensors = new Sensors(scope, {
      felt: (reading) => parts.actions.feel(reading),
      lost: () => parts.actions.lose(),
      silent: (why) => parts.view.notice(parts.secure.sentence(why), parts.secure.canGo, parts.secure.linkElsewhere),
    });
  }

  /** The page has opened: a phone that was here before needs no tap, unless its browser asks for one. */
  async arrive() {
    const { view, attractMode } = this.#parts;
    const transport = transportInAddress(this.#scope.location);
    if (transport) remember(transport);
    const brought = passInAddress(this.#scope.location, this.#scope.history);
    if (!this.#code) {
      this.#end(ending("no_code", ""));
      return;
    }
    if (brought) keepPass(this.#code, brought);
    view.show("welcome");
    view.offerJoin(t(brought ? "phone.allow_motion" : "phone.join"));
    attractMode.start();
    if (!passFor(this.#code)) return;
    const permission = await askForMotion(this.#scope);
    if (permission !== "unasked" && !this.#session) this.#join(Promise.resolve(permission));
  }

  /** The tap on Join. @param {Promise<Permission>} permission what askForMotion gave in it */
  enter(permission) {
    this.#parts.actions.touched();
    if (!this.#session) this.#join(permission);
  }

  /** After an ending. */
  again() {
    this.#parts.actions.touched();
    this.#connecting();
    this.#session?.again();
  }

  leave() {
    this.#stay();
    this.#session?.leave();
    this.#end(ending("left", this.#code));
  }

  /** The page is hidden. */
  sleep() {
    clearTimeout(this.#returning);
    this.#letGo();
    this.#session?.sleep();
  }

  /** The page is left, and may be stored. */
  rest() {
    clearTimeout(this.#returning);
    this.#letGo();
    this.#session?.rest();
  }

  /** The page is seen again. */
  wake() {
    this.#sensors.wake();
    if (!this.#session) return;
    this.#session.wake();
    if (this.#isReturning) this.#session.again();
    this.#parts.actions.steer();
    if (this.#place) this.#parts.wake.hold();
  }

  #letGo() {
    this.#sensors.sleep();
    this.#parts.steering.sleep();
    this.#release();
  }

  /** Nothing is held down: nobody hears of it now. */
  #release() {
    this.#parts.controls.release();
    this.#parts.own.release();
  }

  /** A network has come. */
  retry() {
    this.#session?.retry();
  }

  /** @param {Promise<Permission>} permission */
  #join(permission) {
    this.#connecting();
    this.#sensors.start(permission);
    this.#session = new Session(this.#code, this.#offer, {
      changed: (state, ended) => this.#changed(state, ended),
      delayed: (why) => this.#place || this.#delay(why),
      seated: (seated) => this.#sit(seated),
      shown: (visual) => {
        this.#show(visual, visual.controls);
        this.#parts.view.say(visual.hint);
      },
      equipped: (controls) => this.#equip(controls),
      displayHere: (here) => this.#display(here),
      told: (tell) => this.#hear(tell),
      saved: (saved) => this.#renew(saved),
      refused: (refused) => this.#parts.view.tell(refusal(refused)),
      measured: (roundTrip) => this.#parts.view.quality(qualityOf(roundTrip)),
      lost: (thumbs) => this.#lose(thumbs),
    });
    this.#parts.actions.follow(this.#session);
  }

  /** A visual's own phone page has an error. @param {unknown} error @param {boolean} isRunning the last version goes on */
  async fail(error, isRunning) {
    console.error(error);
    const errorReport = await this.#errorReport;
    errorReport?.take(error);
    const then = t(isRunning ? "shared.visual_keeps_running" : "phone.visual_page_failed");
    if (errorReport) this.#parts.view.fault(`${then} ${errorReport.sentence(error)}`);
  }

  /** @param {boolean} wanted @returns {Promise<ErrorReport | null>} */
  async #reportErrors(wanted) {
    const module = wanted ? await import("../shared/error-report.js") : null; // only authors need it
    for (const kind of ["error", "unhandledrejection"]) this.#scope.removeEventListener(kind, this.#keep);
    const early = this.#early.splice(0);
    const send = (/** @type {Complain} */ wrong) => void (this.#place?.dev && this.#session?.complain(wrong));
    const report = module && new module.ErrorReport(send);
    if (report) report.isWanted = true;
    report?.listen(this.#scope, early);
    return report;
  }

  #keep = (/** @type {Event} */ event) => {
    if (this.#early.length < MAX_EARLY_ERRORS) this.#early.push(event);
  };

  /** @param {Delay} why it takes so long */
  #delay(why) {
    this.#parts.view.wait(t(why === "away" && this.#onInternet ? "phone.delay.away_internet" : `phone.delay.${why}`));
  }

  #connecting() {
    this.#stay();
    this.#parts.view.connecting();
  }

  /** @param {Seated} seated */
  #sit(seated) {
    const { view, actions, secure, glow, attractMode, controls, chime, wake } = this.#parts;
    const first = this.#place === null;
    this.#stay();
    if (this.#offer) this.#scope.history.replaceState(null, "", `/${this.#code}`); // it is used up
    this.#offer = "";
    attractMode.stop();
    this.#place = seated;
    secure.port = seated.https_port;
    actions.seat(true);
    wake.hold(); // a phone that comes back has not been touched
    if (first) this.#errorReport = this.#reportErrors(seated.dev ?? false);
    const who = `${seated.seat.number} ${seated.seat.name}`;
    if (who !== this.#who) controls.forget();
    this.#who = who;
    view.seat(seated.seat);
    glow.become(seated.seat);
    this.#show(seated.visual, seated.controls);
    this.#display(seated.display_here, welcome(seated.seat, first));
    if (!first) return;
    view.focusWho();
    chime.ring();
  }

  /** @param {VisualCard} visual @param {Asked} controls what it asks for at the moment */
  #show(visual, controls) {
    const { view, own, controls: before } = this.#parts;
    if (visual.name !== this.#visual) {
      view.hush();
      before.startOver();
    }
    view.visual(visual);
    view.edge("");
    view.fault("");
    if (this.#place) own.show(visual, this.#place.seat);
    this.#visual = visual.name;
    this.#equip(controls);
  }

  /** @param {Saved} saved */
  #renew({ name, visual, fault, edition }) {
    const { view, own } = this.#parts;
    own.edition = edition;
    if (name !== this.#visual || !this.#place) return;
    view.fault(fault);
    if (!visual) return;
    view.visual(visual);
    own.renew(visual, this.#place.seat);
  }

  /** @param {Asked} controls */
  #equip(controls) {
    this.#parts.steering.serve(controls.motion);
    this.#parts.controls.offer(controls);
    this.#parts.own.equip(controls);
    this.#parts.actions.showSource();
    this.#parts.actions.steer();
  }

  /** @param {boolean} here @param {string} [spoken] */
  #display(here, spoken = t("phone.display_back")) {
    const { view, glow } = this.#parts;
    glow.shineIf(here);
    if (here) view.show("joined", spoken);
    else {
      this.#release();
      const sentence = t("phone.display_away");
      view.show("display-away", sentence, sentence);
    }
    this.#parts.actions.steer(); // a display that reloaded knows nothing of a phone that keeps still
  }

  /** @param {ConnectionState} state @param {Ended} [ended] */
  #changed(state, ended) {
    if (ended && state === "ended") this.#close(ended.reason);
    if (state !== "reconnecting") return;
    const { view, glow } = this.#parts;
    if (!this.#place) {
      if (ended) this.#parts.view.wait(ended.reason === "busy" ? tryLater(ended) : t("phone.restarting"));
      return;
    }
    this.#release();
    const sentence = t(ended ? "phone.restarting" : "phone.reconnecting");
    view.show("reconnecting", sentence, sentence);
    view.quality(null);
    glow.shineIf(false);
  }

  /** @param {Reason} reason */
  #close(reason) {
    const isKept = (reason === "room_closed" || reason === "not_found") && passFor(this.#code) !== null;
    if (isKept) this.#returning = setTimeout(() => this.#session?.again(), RETURN_AFTER_MS * (1 + Math.random()));
    if (isKept && this.#isReturning) return; // the page says so already, and somebody may be typing another code
    this.#isReturning = isKept;
    this.#end(ending(isKept ? "kept" : reason, this.#code));
  }

  /** Look no longer for a room that is not open. */
  #stay() {
    clearTimeout(this.#returning);
    this.#isReturning = false;
  }

  /** @param {Ending} ended */
  #end(ended) {
    this.#place = null;
    this.#parts.actions.seat(false);
    this.#parts.own.close();
    this.#parts.view.hush();
    this.#parts.wake.release();
    this.#parts.view.end(ended, this.#code);
    this.#parts.attractMode.start();
  }

  /** @param {Tell} tell the buzz has a twin for the eye: iPhones don't vibrate */
  #hear({ phone, buzz = 0, flash = false, text = "", colour = "" }) {
    if (buzz) this.#scope.navigator.vibrate?.(buzz);
    if (flash || buzz) this.#parts.view.flash(performance.now());
    const isShown = this.#parts.own.tell({ phone, buzz, flash, text, colour });
    if (text && !isShown) this.#parts.view.tell(text);
    if (colour) this.#parts.view.edge(colour);
  }

  /** @param {Point[]} taps fractions of the pad */
  #lose(taps) {
    for (const at of taps) this.#parts.glow.breakRipple(at);
    this.#parts.view.tell(t("phone.taps_lost", { count: taps.length }));
  }
}

/** @param {SeatCard} seat @param {boolean} isFirst it has not come back @returns {string} */
function welcome(seat, isFirst) {
  const figure = figureOf(seat);
  return isFirst ? t("phone.joined", { figure, number: seat.number, name: seat.name }) : t("phone.back_again", { figure });
}
