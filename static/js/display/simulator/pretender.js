// One simulated phone: a real session, with a simulated hand.
// @ts-check
import { refusal, tryLater } from "../../shared/server-refusals.js";
import { t } from "../../shared/translation.js";
import { unstored } from "../../client/passes.js";
import { Visit } from "../../client/session.js";
import { Hand } from "./hand.js";
import { Held } from "./held.js";
import { Track } from "./track.js";

/** @import { Heard } from "../../client/session.js" */
/** @import { Point } from "../../shared/motion.js" */
/** @import { Controls, SeatCard, Tell } from "../../protocol.js" */
/** @import { Loop } from "./loop.js" */
/** @import { Deed } from "./track.js" */

/**
 * @typedef {object} PretenderHears
 * @property {(isFirst: boolean) => void} seated it has its seat, or has it back
 * @property {() => void} equipped what the visual asks of phones is known, or has changed
 * @property {() => void} turned another visual is on
 * @property {(tell: Tell) => void} told
 * @property {(message: string) => void} refused
 * @property {(message: string) => void} ended it has no seat any more, or never got one; "" where there is nothing to say
 */

const SLOW = 8000; // milliseconds after which a seat won't come any more

/** For the server a phone like any other. Its pass ends with the page, so it never sits on a real phone's seat. */
export class Pretender {
  #visit;
  #hand;
  #hears;
  #track;
  #held = new Held();
  /** @type {Loop | null} */ #loop = null;
  /** @type {SeatCard | null} */ #seat = null;
  /** @type {Controls} */ #controls = { motion: "none" };
  /** @type {ReturnType<typeof setTimeout>} */ #slow;

  /**
   * @param {string} room its code
   * @param {Readonly<Point>} place where its hand is at first: fractions of the picture
   * @param {PretenderHears} hears
   */
  constructor(room, place, hears) {
    this.#hears = hears;
    this.#hand = new Hand(place);
    this.#track = new Track(place);
    this.#slow = setTimeout(() => hears.ended(t("display.pretend.no_answer")), SLOW);
    this.#visit = new Visit(room, "", {
      changed: (state, ended) => state === "ended" && hears.ended(ended ? ended.reason === "busy" ? tryLater(ended) : t("display.pretend.no_seat") : ""),
      seated: ({ seat, controls }) => this.#sit(seat, controls),
      shown: ({ controls }) => {
        hears.turned();
        this.#equip(controls);
      },
      equipped: (controls) => this.#equip(controls),
      displayHere: () => this.#steer(), // a display that was away knows nothing of a hand that keeps still
      told: (tell) => hears.told(tell),
      saved: () => {},
      refused: (refused) => hears.refused(refusal(refused)),
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

  /** Do something, and remember it. @param {Deed} deed @returns {Promise<boolean>} whether it counts */
  async do(deed) {
    this.#track.note(deed, performance.now());
    return (await this.#act(deed)) ?? true;
  }

  /** @param {string} text @returns {Promise<Heard>} what came of it; words are said once, and not repeated */
  say(text) {
    return this.#visit.say(text);
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
    if (this.#loop) this.#loop.pass(seconds * 1000).forEach((deed) => this.#act(deed));
    else if (this.#hand.step(seconds)) this.#steered();
    else return false;
    return true;
  }

  /** The page is hidden: nobody steers, and nobody holds anything down. */
  sleep() {
    this.#letGo();
    this.#visit.sleep();
  }

  wake() {
    this.#visit.wake();
    this.#steer();
  }

  retry() {
    this.#visit.retry();
  }

  leave() {
    clearTimeout(this.#slow);
    this.#visit.leave();
  }

  #letGo() {
    this.#held.ends.forEach((deed) => this.#act(deed));
  }

  /** @param {Deed} deed @returns {Promise<boolean> | void} */
  #act(deed) {
    this.#held.note(deed);
    switch (deed.what) {
      case "point":
        this.#hand.point(deed.place);
        return this.#steer();
      case "thumb":
        return this.#visit.touch(deed.place, deed.down);
      case "tap":
        return this.#visit.tap(deed.place, this.#hand.pose);
      case "press":
        return this.#visit.press(deed.name, deed.down);
      case "choose":
        return this.#visit.choose(deed.name);
    }
  }

  #steered() {
    this.#track.note({ what: "point", place: this.#hand.place }, performance.now());
    this.#steer();
  }

  #steer() {
    this.#visit.steer(this.#hand.pose);
  }

  /** @param {SeatCard} seat @param {Controls} controls */
  #sit(seat, controls) {
    clearTimeout(this.#slow);
    const isFirst = this.#seat === null;
    this.#seat = seat;
    this.#equip(controls);
    this.#hears.seated(isFirst);
  }

  /** @param {Controls} controls */
  #equip(controls) {
    this.#controls = controls;
    this.#hand.serve(controls.motion);
    this.#steer();
    this.#hears.equipped();
  }
}
