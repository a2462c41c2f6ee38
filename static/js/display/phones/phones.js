// State of every phone at this moment: seat, pose, pad.
// @ts-check
import { PAINT } from "../../shared/marks.js";
import { IDENTITY, aimOf, inRoom, normalize, tiltOf } from "../../shared/motion.js";
import { FRACTION_UNIT, QUATERNION_UNIT, SEQ_WRAP } from "../../protocol.js";
import { Shaking } from "./shaking.js";
import { Smoothing } from "./smoothing.js";

/** @import { Theme } from "../../shared/marks.js" */
/** @import { Quaternion } from "../../shared/motion.js" */
/** @import { Frame, Pad, SeatCard, Tilt } from "../../protocol.js" */
/** @import { Phone } from "../stage/contract.js" */

const NEVER = -1; // no sample yet

/**
 * A phone and what is known of its samples.
 * @typedef {object} Sitting
 * @property {Phone} phone
 * @property {number} tiltSeq of the newest tilt, or NEVER
 * @property {number} padSeq of the newest pad, or NEVER
 * @property {number} at when the newest sample was taken: milliseconds on the server's clock, or NEVER
 * @property {Smoothing} smoothing of its tilts
 * @property {number} rest degrees of steepness at its last recentring
 * @property {Set<string>} held names of the buttons that are down
 * @property {Shaking} shaking
 */

/**
 * The state of every phone in the room: as its newest sample says once that has come, and from the next painted frame
 * on as the phone is held by then. Old samples and samples of strangers change nothing.
 */
export class Phones {
  /** Smooth what shakes and predict what is late; otherwise show samples as they came. */
  smooth = true;
  /** @type {Map<number, Sitting>} */ #sittings = new Map();
  /** @type {readonly Phone[]} */ #list = [];
  /** @type {Theme} */ #theme;

  /** @param {Theme} [theme] */
  constructor(theme = "dark") {
    this.#theme = theme;
  }

  /** @returns {readonly Phone[]} by number; another array after a join or a leave, the same one in between */
  get list() {
    return this.#list;
  }

  get theme() {
    return this.#theme;
  }

  set theme(theme) {
    this.#theme = theme;
    for (const { phone } of this.#sittings.values()) phone.paint = PAINT[theme][phone.colour];
  }

  /**
   * Start again from what the server knows; who was here already stays the same object.
   * @param {readonly SeatCard[]} cards
   */
  reset(cards) {
    const before = this.#sittings;
    this.#sittings = new Map();
    for (const card of cards) {
      const sitting = before.get(card.number);
      if (sitting && isSame(sitting.phone, card)) this.#sittings.set(card.number, forgetful(sitting));
      this.#sit(card);
    }
    this.#sort();
  }

  /**
   * @param {SeatCard} card
   * @returns {Phone} the same one if it sits there already
   */
  join(card) {
    const before = this.at(card.number);
    const phone = this.#sit(card);
    if (phone !== before) this.#sort();
    return phone;
  }

  /** @param {SeatCard} card @returns {Phone} */
  #sit(card) {
    const sitting = this.#sittings.get(card.number);
    if (sitting && isSame(sitting.phone, card)) {
      this.#mark(sitting, card.away ?? false);
      return sitting.phone;
    }
    const held = /** @type {Set<string>} */ (new Set());
    const phone = arrived(card, held, this.#theme);
    const fresh = { tiltSeq: NEVER, padSeq: NEVER, at: NEVER, smoothing: new Smoothing(), shaking: new Shaking(), rest: 0 };
    this.#sittings.set(card.number, { phone, held, ...fresh });
    return phone;
  }

  /**
   * Its connection is lost; its thumb is lifted.
   * @param {number} number
   * @returns {Phone | undefined} undefined where nobody sits
   */
  away(number) {
    return this.#mark(this.#sittings.get(number), true);
  }

  /** Nobody knows what they do: what they hold down is released. Who still holds it says so once it is heard again. */
  release() {
    for (const { phone } of this.#sittings.values()) lift(phone);
  }

  /**
   * It is connected again. Its page may be a new one, so its samples may count from anywhere.
   * @param {number} number
   * @returns {Phone | undefined} undefined where nobody sits
   */
  back(number) {
    const sitting = this.#sittings.get(number);
    return this.#mark(sitting && forgetful(sitting), false);
  }

  /**
   * @param {number} number
   * @returns {Phone | undefined} the phone that sat there
   */
  leave(number) {
    const sitting = this.#sittings.get(number);
    this.#sittings.delete(number);
    this.#sort();
    return this.#mark(sitting, true);
  }

  /**
   * A button goes down or up.
   * @param {number} number
   * @param {string} name
   * @param {boolean} down
   * @returns {Phone | undefined} undefined where that changes nothing
   */
  press(number, name, down) {
    const sitting = this.#sittings.get(number);
    if (!sitting || sitting.held.has(name) === down) return undefined;
    if (down) sitting.held.add(name);
    else sitting.held.delete(name);
    return sitting.phone;
  }

  /** @param {number} number @returns {readonly string[]} the buttons that its phone held down; it holds none now */
  letGo(number) {
    const held = this.#sittings.get(number)?.held ?? new Set();
    const names = [...held];
    held.clear();
    return names;
  }

  /** @param {number} number @returns {Phone | undefined} */
  at(number) {
    return this.#sittings.get(number)?.phone;
  }

  /** @param {Frame} frame */
  take([tilts, pads]) {
    for (const [number, tilt] of tilts) this.#takeTilt(this.#sittings.get(number), tilt);
    for (const [number, pad] of pads) this.#takePad(this.#sittings.get(number), pad);
  }

  /**
   * Bring everyone to this moment.
   * @param {number} now milliseconds on the server's clock; 0 if it isn't known yet
   */
  growOlder(now) {
    for (const { phone, at, smoothing, shaking, rest } of this.#sittings.values()) {
      phone.age = at === NEVER ? Infinity : Math.max(0, now - at);
      phone.shake = phone.away ? 0 : shaking.strength(now);
      hold(phone, this.smooth ? smoothing.pose(now) : smoothing.newest, rest);
    }
  }

  /**
   * @param {Sitting | undefined} sitting
   * @param {Tilt} tilt
   */
  #takeTilt(sitting, [seq, at, x, y, z, w, rest]) {
    if (!sitting || sitting.phone.away || !isNewer(seq, sitting.tiltSeq) || !Number.isFinite(x + y + z + w + rest)) return;
    const { phone, smoothing } = sitting;
    sitting.tiltSeq = seq;
    sitting.at = Math.max(sitting.at, at);
    sitting.rest = rest;
    const held = normalize([x / QUATERNION_UNIT, y / QUATERNION_UNIT, z / QUATERNION_UNIT, w / QUATERNION_UNIT]);
    smoothing.take(held, at, rest);
    sitting.shaking.take(held, at);
    hold(phone, smoothing.newest, rest);
  }

  /**
   * @param {Sitting | undefined} sitting
   * @param {Pad} pad
   */
  #takePad(sitting, [seq, at, x, y, down]) {
    if (!sitting || sitting.phone.away || !isNewer(seq, sitting.padSeq) || !Number.isFinite(x + y)) return;
    sitting.padSeq = seq;
    sitting.at = Math.max(sitting.at, at);
    const pad = (sitting.phone.pad ??= { x: 0, y: 0, down: false });
    pad.x = x / FRACTION_UNIT;
    pad.y = y / FRACTION_UNIT;
    pad.down = down;
  }

  /**
   * @param {Sitting | undefined} sitting
   * @param {boolean} away
   */
  #mark(sitting, away) {
    if (!sitting) return undefined;
    const { phone } = sitting;
    phone.away = away;
    if (away) lift(phone);
    return phone;
  }

  #sort() {
    this.#list = [...this.#sittings.values()].map(({ phone }) => phone).sort((a, b) => a.number - b.number);
  }
}

/**
 * @param {SeatCard} card
 * @param {ReadonlySet<string>} held
 * @param {Theme} theme
 * @returns {Phone}
 */
function arrived({ number, name, colour, shape, away = false, id = "" }, held, theme) {
  const still = { attitude: IDENTITY, tilt: tiltOf(IDENTITY), aim: aimOf(IDENTITY), pad: null, shake: 0, held, age: Infinity };
  return { number, name, id: id || String(number).padStart(12, "0"), colour, paint: PAINT[theme][colour], shape, away, ...still };
}

/** @param {Phone} phone @param {SeatCard} card */
function isSame(phone, card) {
  const { name, colour, shape, id } = phone;
  return name === card.name && colour === card.colour && shape === card.shape && id === (card.id || id);
}

/** @param {Sitting} sitting */
function forgetful(sitting) {
  sitting.tiltSeq = NEVER;
  sitting.padSeq = NEVER;
  sitting.at = Math.min(sitting.at, 0); // after a restart the server's clock begins anew
  sitting.smoothing.startOver();
  lift(sitting.phone);
  return sitting;
}

/** @param {Phone} phone */
function lift({ pad }) {
  if (pad) pad.down = false;
}

/**
 * @param {Phone} phone
 * @param {Quaternion} attitude
 * @param {number} rest degrees
 */
function hold(phone, attitude, rest) {
  if (attitude === phone.attitude) return; // it keeps still, as most do most of the time
  const turn = inRoom(attitude, rest);
  phone.attitude = attitude;
  phone.tilt = tiltOf(turn);
  phone.aim = aimOf(turn);
}

/**
 * @param {number} seq
 * @param {number} last or NEVER
 */
function isNewer(seq, last) {
  const ahead = (seq - last + SEQ_WRAP) % SEQ_WRAP;
  return last === NEVER || (ahead > 0 && ahead < SEQ_WRAP / 2);
}
