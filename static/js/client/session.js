// Session of one phone in a room: takes the seat, streams samples, comes back.
// @ts-check
import { Clock } from "../shared/clock.js";
import { Connection } from "../shared/connection.js";
import { cut } from "../shared/graphemes.js";
import { EVENT, PHONE_NAMESPACE, SAY_CODE_POINTS, STREAMS } from "../protocol.js";
import { SendRate } from "./send-rate.js";
import { STORED } from "./passes.js";
import { hasMoved, sampleOf, tapMessage } from "./samples.js";
import { TapQueue } from "./tap-queue.js";

/** @import { ConnectionState } from "../shared/connection.js" */
/** @import { Point } from "../shared/motion.js" */
/** @import { Complain, Controls, Ended, Refused, Saved, Seated, Streams, Tell, VisualCard } from "../protocol.js" */
/** @import { Passes } from "./passes.js" */
/** @import { Pose } from "./steering.js" */
/** @import { Values } from "./samples.js" */
/** @import { Waiting } from "./tap-queue.js" */
/** @import { Delay } from "../shared/transports.js" */

/** @typedef {"sent" | "lost" | "empty" | "too_many"} SayResult what came of a message that a person wrote */

/**
 * @typedef {object} SessionHandlers
 * @property {(state: ConnectionState, ended?: Ended) => void} changed
 * @property {(why: Delay) => void} delayed connecting takes longer than it should
 * @property {(seated: Seated) => void} seated at each connection, so also after a reconnect
 * @property {(visual: VisualCard) => void} shown
 * @property {(controls: Controls) => void} equipped what the visual asks for has changed
 * @property {(here: boolean) => void} displayHere
 * @property {(tell: Tell) => void} told
 * @property {(saved: Saved) => void} saved an author saved a file of a visual
 * @property {(refused: Refused) => void} refused
 * @property {(roundTrip: number) => void} measured milliseconds
 * @property {(thumbs: Point[]) => void} lost taps that did not reach the screen; fractions of the pad
 */

const COMPARE_SOON_MS = 300; // milliseconds between the first round trips
const COMPARE_LATER_MS = 4000;
const SOON_ROUNDS = 3; // round trips
const CLOCK_TRUSTED_MS = 3000; // milliseconds; a sample that seems older rather comes from a page whose clock stood still

export class Session {
  #room;
  #offer;
  #handlers;
  #passes;
  #connection;
  #clock = new Clock();
  #rate = new SendRate(
    STREAMS.map(({ event, min_gap_ms }) => ({
      event,
      least: min_gap_ms,
      moved: (from, to) => hasMoved(event, from, to),
    })),
    (event, sample) => this.#connection.stream(event, sample),
  );
  #taps = new TapQueue();
  #samples = 0;
  #trips = 0;
  #seated = false;
  /** @type {Point | null} */ #held = null; // where the thumb is down
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #comparing;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #keeping; // taps

  /**
   * @param {string} room its code
   * @param {string} offer of a seat whose phone is away; "" for none
   * @param {SessionHandlers} handlers
   * @param {Passes} [passes] what keeps the seat pass
   */
  constructor(room, offer, handlers, passes = STORED) {
    this.#room = room;
    this.#offer = offer;
    this.#handlers = handlers;
    this.#passes = passes;
    this.#connection = new Connection(PHONE_NAMESPACE, {
      auth: () => ({ room, seat: passes.of(room), offer: this.#offer || null }),
      changed: (state, ended) => this.#changed(state, ended),
      delayed: handlers.delayed,
    });
    this.#connection.on(EVENT.SEATED, (seated) => this.#sit(seated));
    this.#connection.on(EVENT.SHOWN, ({ visual }) => handlers.shown(visual));
    this.#connection.on(EVENT.EQUIP, ({ controls }) => handlers.equipped(controls));
    this.#connection.on(EVENT.DISPLAY_HERE, ({ here }) => this.#display(here));
    this.#connection.on(EVENT.PACE, ({ hertz }) => (this.#rate.limit = hertz));
    this.#connection.on(EVENT.LATE, ({ by }) => this.#slowDown(by));
    this.#connection.on(EVENT.TELL, handlers.told);
    this.#connection.on(EVENT.SAVED, handlers.saved);
    this.#connection.on(EVENT.REFUSED, handlers.refused);
  }

  /**
   * Send a sample when it is due, unless a newer one of its stream comes before.
   * @param {keyof Streams} event of the stream
   * @param {Values} values in their natural units
   */
  stream(event, values) {
    if (this.#seated) this.#rate.offer(event, this.#sample(event, values));
  }

  /** @param {Pose} pose */
  steer(pose) {
    this.stream(EVENT.TILT, valuesOf(pose));
  }

  /** @param {Point} thumb fractions of the pad @param {boolean} down */
  touch(thumb, down) {
    this.#held = down ? thumb : null;
    this.stream(EVENT.PAD, [thumb.x, thumb.y, down]);
  }

  /**
   * @param {Point} thumb fractions of the pad
   * @param {Pose} pose how the phone is held
   * @param {number} [held] milliseconds since the thumb came down
   */
  tap(thumb, pose, held = 0) {
    const tap = this.#taps.add(thumb, pose, performance.now() - held);
    this.#keepTaps();
    if (!this.#seated) return;
    const tilt = this.#rate.take(EVENT.TILT); // first where it points, then the tap
    if (tilt) this.#connection.emit(EVENT.TILT, tilt);
    this.#send(tap);
  }

  /** @param {string} name of a button @param {boolean} down */
  press(name, down) {
    if (!this.#seated) return;
    const tilt = this.#rate.take(EVENT.TILT); // first where it points, then the press
    if (tilt) this.#connection.emit(EVENT.TILT, tilt);
    this.#connection.emit(EVENT.PRESS, { name, down });
  }

  /** @param {string} name of a choice @returns {Promise<boolean>} whether it counts */
  async choose(name) {
    return this.#seated && (await answered(this.#connection.ask(EVENT.CHOOSE, { name }))) === true;
  }

  /** @param {string} text that the person wrote @returns {Promise<SayResult>} what came of it */
  async say(text) {
    if (!this.#seated) return "lost";
    const answer = await answered(this.#connection.ask(EVENT.SAY, { text: cut(text, Infinity, SAY_CODE_POINTS) }));
    if (answer === "empty" || answer === "too_many") return answer;
    return answer === true ? "sent" : "lost";
  }

  /** @param {Complain} complaint of this page, for the author who is at work */
  complain(complaint) {
    this.#connection.emit(EVENT.COMPLAIN, complaint);
  }

  /** @returns {number} milliseconds on the server's clock; 0 if it isn't known yet */
  now() {
    return this.#clock.now();
  }

  /** Give the seat up. */
  leave() {
    this.#connection.emit(EVENT.LEAVE, {});
    this.#passes.retire(this.#room);
    this.#connection.close();
  }

  /** Connect again after an ending. */
  again() {
    this.#connection.reopen();
  }

  /** The page is hidden: nobody steers, and nobody holds anything down. */
  sleep() {
    if (this.#held) this.#connection.emit(EVENT.PAD, this.#sample(EVENT.PAD, [this.#held.x, this.#held.y, false]));
    this.#held = null;
    this.#rate.pause();
    clearTimeout(this.#comparing);
  }

  /** The page is stored away: sleep, and hang up. */
  rest() {
    this.sleep();
    this.#connection.rest();
  }

  /** The page is seen again, perhaps after hours in a pocket; its clock may have stood still meanwhile. */
  wake() {
    this.#rate.resume();
    this.#lose(this.#taps.giveUp());
    this.retry();
    this.#clock.startOver();
    if (this.#seated) this.#compare();
  }

  /** Connect now, or make sure that the connection still stands. */
  retry() {
    this.#connection.wake();
  }

  /** @param {ConnectionState} state @param {Ended} [ended] */
  #changed(state, ended) {
    if (state !== "open") {
      this.#seated = false;
      clearTimeout(this.#comparing);
    }
    if (state === "ended") this.#taps.giveUp(); // the page says why; nobody asks for them
    if (ended?.reason === "taken") this.#offer = "";
    this.#handlers.changed(state, ended);
  }

  /** @param {Seated} seated */
  #sit(seated) {
    this.#passes.keep(this.#room, seated.seat_pass);
    this.#offer = "";
    this.#rate.limit = seated.hertz;
    this.#seated = true;
    this.#clock.startOver(); // it may be another server by now
    this.#trips = 0;
    this.#tellAnew();
    this.#handlers.seated(seated);
    this.#compare();
  }

  /** @param {boolean} here */
  #display(here) {
    if (here) this.#tellAnew();
    this.#handlers.displayHere(here);
  }

  // A display that reloaded knows nothing of a phone that keeps still, and may not have got its taps.
  #tellAnew() {
    this.#rate.startOver();
    this.#keepTaps();
    for (const tap of this.#taps.waiting) {
      this.#connection.emit(EVENT.TILT, this.#sample(EVENT.TILT, valuesOf(tap.pose), this.#clock.at(tap.at)));
      this.#send(tap);
    }
    if (this.#held) this.touch(this.#held, true);
  }

  /**
   * @template {keyof Streams} E
   * @param {E} event of the stream
   * @param {Values} values in their natural units
   * @param {number} [at] milliseconds on the server's clock
   * @returns {Streams[E]}
   */
  #sample(event, values, at = this.#clock.now()) {
    return sampleOf(event, this.#samples++, at, values);
  }

  /** @param {Waiting} tap */
  #send({ id, at, thumb }) {
    const tap = tapMessage(id, this.#clock.at(at), thumb);
    this.#connection.emit(EVENT.TAP, tap, (shown) => this.#taps.answered(id, shown === true));
  }

  #keepTaps() {
    clearTimeout(this.#keeping);
    this.#lose(this.#taps.giveUp(performance.now()));
    if (this.#taps.until === Infinity) return;
    this.#keeping = setTimeout(() => this.#keepTaps(), this.#taps.until - performance.now());
  }

  /** @param {Waiting[]} taps */
  #lose(taps) {
    if (taps.length === 0) return;
    if (this.#seated && taps.some(({ isAnswered }) => !isAnswered)) this.retry(); // the line may be dead
    this.#handlers.lost(taps.map(({ thumb }) => thumb));
  }

  /** @param {number} by milliseconds that samples are late */
  async #slowDown(by) {
    if (by > CLOCK_TRUSTED_MS) this.#clock.startOver();
    this.#rate.slowDown();
    await this.#compare(); // the question waits behind the samples, so its answer says that they have arrived
    this.#rate.goOn();
  }

  async #compare() {
    clearTimeout(this.#comparing);
    this.#trips += 1;
    this.#comparing = setTimeout(() => this.#compare(), this.#trips < SOON_ROUNDS ? COMPARE_SOON_MS : COMPARE_LATER_MS);
    try {
      await this.#clock.compare(() => this.#connection.ask(EVENT.CLOCK, {}));
      this.#handlers.measured(this.#clock.typicalTrip);
    } catch {
      this.#handlers.measured(Infinity); // no answer in time; the connection says itself when it is lost
    }
  }
}

/** @param {Promise<unknown>} answer @returns {Promise<unknown>} false if the question did not arrive */
function answered(answer) {
  return answer.catch(() => false);
}

/** @param {Pose} pose @returns {Values} of a tilt */
function valuesOf({ attitude, rest }) {
  return [...attitude, rest];
}
