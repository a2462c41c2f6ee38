// One simulated phone: a real session, with a simulated hand.
// @ts-check
import { refusal, tryLater } from "../../shared/server-refusals.js";
import { t } from "../../shared/translation.js";
import { unstored } from "../../client/passes.js";
import { Session } from "../../client/session.js";
import { SimulatedHand } from "./simulated-hand.js";
import { HeldInputs } from "./held-inputs.js";
import { ActionHistory } from "./action-history.js";

/** @import { SayResult } from "../../client/session.js" */
/** @import { Point } from "../../shared/motion.js" */
/** @import { Controls, SeatCard, Tell } from "../../protocol.js" */
/** @import { ActionLoop } from "./action-loop.js" */
/** @import { Action } from "./action-history.js" */

/**
 * @typedef {object} SimulatedPhoneHandlers
 * @property {(isFirst: boolean) => void} seated it has its seat, or has it back
 * @property {() => void} equipped what the visual asks of phones is known, or has changed
 * @property {() => void} turned another visual is on
 * @property {(tell: Tell) => void} told
 * @property {(message: string) => void} refused
 * @property {(message: string) => void} ended it has no seat any more, or never got one; "" where there is nothing to say
 */

const JOIN_TIMEOUT_MS = 8000; // milliseconds after which a seat won't come any more

/** For the server a phone like any other. Its pass ends with the page, so it never sits on a real phone's seat. */
export class SimulatedPhone {
  #session;
  #hand;
  #handlers;
  #track;
  #held = new HeldInputs();
  /** @type {ActionLoop | null} */ #loop = null;
  /** @type {SeatCard | null} */ #seat = null;
  /** @type {Controls} */ #controls = { motion: "none" };
  /** @type {ReturnType<typeof setTimeout>} */ #slow;

  /**
   * @param {string} room its code
   * @param {Readonly<Point>} place where its hand is at first: fractions of the picture
   * @param {SimulatedPhoneHandlers} handlers
   */
  constructor(room, place, handlers) {
    this.#handlers = handlers;
    this.#hand = new SimulatedHand(place);
    this.#track = new ActionHistory(place);
    this.#slow = setTimeout(() => handlers.ended(t("display.pretend.no_answer")), JOIN_TIMEOUT_MS);
    this.#session = new Session(room, "", {
      changed: (state, ended) => state === "ended" && handlers.ended(ended ? ended.reason === "busy" ? tryLater(ended) : t("display.pretend.no_seat") : ""),
      seated: ({ seat, controls }) => this.#sit(seat, controls),
      shown: ({ controls }) => {
        handlers.turned();
        this.#equip(controls);
      },
      equipped: (controls) => this.#equip(controls),
      displayHere: () => this.#steer(), // a display that was away knows nothing of a hand that keeps still
      told: (tell) => handlers.told(tell),
      saved: () => {},
      refused: (refused) => handlers.refused(refusal(refused)),
      measured: () => {},
      delayed: () => {},
      lost: () => {},
    }, unstored());
  }

  /** @returns {SeatCard | null} null before it has one */
  get seat() {
    return this.#seat;
  }

  /** @returns {Controls} what the visual asks of phones at the moment */
  get controls() {
    return this.#controls;
  }

  /** Do something, and remember it. @param {Action} action @returns {Promise<boolean>} whether it counts */
  async do(action) {
    this.#track.note(action, performance.now());
    return (await this.#act(action)) ?? true;
  }

  /** @param {string} text @returns {Promise<SayResult>} what came of it; words are said once, and not repeated */
  say(text) {
    return this.#session.say(text);
  }

  /** @param {Point} arrows that are held, −1 to 1 each */
  pull(arrows) {
    this.#hand.pull(arrows);
  }

  /** From now on it repeats what its hand did. */
  repeat() {
    this.#loop = this.#track.loop(performance.now());
  }

  /** Its hand is somebody's again. */
  stop() {
    this.#loop = null;
    this.#letGo();
  }

  /** @param {number} seconds that pass @returns {boolean} whether it has more to do by itself */
  step(seconds) {
    if (this.#loop) this.#loop.pass(seconds * 1000).forEach((action) => this.#act(action));
    else if (this.#hand.step(seconds)) this.#steered();
    else return false;
    return true;
  }

  /** The page is hidden: nobody steers, and nobody holds anything down. */
  sleep() {
    this.#letGo();
    this.#session.sleep();
  }

  wake() {
    this.#session.wake();
    this.#steer();
  }

  retry() {
    this.#session.retry();
  }

  leave() {
    clearTimeout(this.#slow);
    this.#session.leave();
  }

  #letGo() {
    this.#held.ends.forEach((action) => this.#act(action));
  }

  /** @param {Action} action @returns {Promise<boolean> | void} */
  #act(action) {
    this.#held.note(action);
    switch (action.what) {
      case "point":
        this.#hand.point(action.place);
        return this.#steer();
      case "thumb":
        return this.#session.touch(action.place, action.down);
      case "tap":
        return this.#session.tap(action.place, this.#hand.pose);
      case "press":
        return this.#session.press(action.name, action.down);
      case "choose":
        return this.#session.choose(action.name);
    }
  }

  #steered() {
    this.#track.note({ what: "point", place: this.#hand.place }, performance.now());
    this.#steer();
  }

  #steer() {
    this.#session.steer(this.#hand.pose);
  }

  /** @param {SeatCard} seat @param {Controls} controls */
  #sit(seat, controls) {
    clearTimeout(this.#slow);
    const isFirst = this.#seat === null;
    this.#seat = seat;
    this.#equip(controls);
    this.#handlers.seated(isFirst);
  }

  /** @param {Controls} controls */
  #equip(controls) {
    this.#controls = controls;
    this.#hand.serve(controls.motion);
    this.#steer();
    this.#handlers.equipped();
  }
}
