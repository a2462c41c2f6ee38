// State of every phone at this moment: seat, pose, pad.
// @ts-check
import { PAINT } from "../../shared/marks.js";
import { IDENTITY, aimOf, inRoom, normalize, tiltOf } from "../../shared/motion.js";
import { EVENT, QUATERNION_UNIT, SEQ_WRAP, STREAMS } from "../../protocol.js";
import { Shaking } from "./shaking.js";
import { Smoothing } from "./smoothing.js";

/** @import { Theme } from "../../shared/marks.js" */
/** @import { Quaternion } from "../../shared/motion.js" */
/** @import { Frame, SeatCard, Stream, Tilt } from "../../protocol.js" */
/** @import { Phone } from "../stage/contract.js" */

const NEVER = -1; // no sample yet
const FIELDS = STREAMS.filter(({ event }) => event !== EVENT.TILT); // what a sample says is a phone's field of that name

/** @typedef {readonly [seq: number, at: number, ...values: (number | boolean)[]]} Sample */
/** @typedef {Record<string, Record<string, number | boolean> | null>} Fields of a phone, by stream */

/**
 * A phone and what is known of its samples.
 * @typedef {object} PhoneRecord
 * @property {Phone} phone
 * @property {Record<string, number>} seqs of the newest sample of each stream that has one
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
  /** @type {Map<number, PhoneRecord>} */ #records = new Map();
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
    for (const { phone } of this.#records.values()) phone.paint = PAINT[theme][phone.colour];
  }

  /**
   * Start again from what the server knows; who was here already stays the same object.
   * @param {readonly SeatCard[]} cards
   */
  reset(cards) {
    const before = this.#records;
    this.#records = new Map();
    for (const card of cards) {
      const record = before.get(card.number);
      if (record && isSame(record.phone, card)) this.#records.set(card.number, resetSamples(record));
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
    const record = this.#records.get(card.number);
    if (record && isSame(record.phone, card)) {
      this.#mark(record, card.away ?? false);
      return record.phone;
    }
    const held = /** @type {Set<string>} */ (new Set());
    const phone = arrived(card, held, this.#theme);
    const fresh = { seqs: {}, at: NEVER, smoothing: new Smoothing(), shaking: new Shaking(), rest: 0 };
    this.#records.set(card.number, { phone, held, ...fresh });
    return phone;
  }

  /**
   * Its connection is lost; its thumb is lifted.
   * @param {number} number
   * @returns {Phone | undefined} undefined where nobody sits
   */
  away(number) {
    return this.#mark(this.#records.get(number), true);
  }

  /** Nobody knows what they do: what they hold down is released. Who still holds it says so once it is heard again. */
  release() {
    for (const { phone } of this.#records.values()) lift(phone);
  }

  /**
   * It is connected again. Its page may be a new one, so its samples may count from anywhere.
   * @param {number} number
   * @returns {Phone | undefined} undefined where nobody sits
   */
  back(number) {
    const record = this.#records.get(number);
    return this.#mark(record && resetSamples(record), false);
  }

  /**
   * @param {number} number
   * @returns {Phone | undefined} the phone that sat there
   */
  leave(number) {
    const record = this.#records.get(number);
    this.#records.delete(number);
    this.#sort();
    return this.#mark(record, true);
  }

  /**
   * A button goes down or up.
   * @param {number} number
   * @param {string} name
   * @param {boolean} down
   * @returns {Phone | undefined} undefined where that changes nothing
   */
  press(number, name, down) {
    const record = this.#records.get(number);
    if (!record || record.held.has(name) === down) return undefined;
    if (down) record.held.add(name);
    else record.held.delete(name);
    return record.phone;
  }

  /** @param {number} number @returns {readonly string[]} the buttons that its phone held down; it holds none now */
  letGo(number) {
    const held = this.#records.get(number)?.held ?? new Set();
    const names = [...held];
    held.clear();
    return names;
  }

  /** @param {number} number @returns {Phone | undefined} */
  at(number) {
    return this.#records.get(number)?.phone;
  }

  /** @param {Frame} frame */
  take(frame) {
    frame.forEach((samples, i) => {
      for (const [number, sample] of samples) this.put(number, STREAMS[i], sample);
    });
  }

  /**
   * @param {number} number of the seat
   * @param {Stream} stream
   * @param {Sample} sample
   */
  put(number, stream, sample) {
    const record = this.#records.get(number);
    const [seq, at] = sample;
    if (!record || record.phone.away || !isNewer(seq, record.seqs[stream.event]) || !isSound(sample)) return;
    record.seqs[stream.event] = seq;
    record.at = Math.max(record.at, at);
    if (stream.event === EVENT.TILT) steer(record, /** @type {Tilt} */ (sample));
    else fill(record.phone, stream, sample);
  }

  /**
   * Bring everyone to this moment.
   * @param {number} now milliseconds on the server's clock; 0 if it isn't known yet
   */
  update(now) {
    for (const { phone, at, smoothing, shaking, rest } of this.#records.values()) {
      phone.age = at === NEVER ? Infinity : Math.max(0, now - at);
      phone.shake = phone.away ? 0 : shaking.strength(now);
      hold(phone, this.smooth ? smoothing.pose(now) : smoothing.newest, rest);
    }
  }

  /**
   * @param {PhoneRecord | undefined} record
   * @param {boolean} away
   */
  #mark(record, away) {
    if (!record) return undefined;
    const { phone } = record;
    phone.away = away;
    if (away) lift(phone);
    return phone;
  }

  #sort() {
    this.#list = [...this.#records.values()].map(({ phone }) => phone).sort((a, b) => a.number - b.number);
  }
}

/**
 * @param {SeatCard} card
 * @param {ReadonlySet<string>} held
 * @param {Theme} theme
 * @returns {Phone}
 */
function arrived({ number, name, colour, shape, away = false, id = "" }, held, theme) {
  const untouched = /** @type {Pick<Phone, "pad">} */ (Object.fromEntries(FIELDS.map(({ event }) => [event, null])));
  const still = { attitude: IDENTITY, tilt: tiltOf(IDENTITY), aim: aimOf(IDENTITY), shake: 0, held, age: Infinity };
  return { number, name, id: id || String(number).padStart(12, "0"), colour, paint: PAINT[theme][colour], shape, away, ...still, ...untouched };
}

/** @param {Phone} phone @param {SeatCard} card */
function isSame(phone, card) {
  const { name, colour, shape, id } = phone;
  return name === card.name && colour === card.colour && shape === card.shape && id === (card.id || id);
}

/** @param {PhoneRecord} record */
function resetSamples(record) {
  record.seqs = {};
  record.at = Math.min(record.at, 0); // after a restart the server's clock begins anew
  record.smoothing.startOver();
  lift(record.phone);
  return record;
}

/** @param {PhoneRecord} record @param {Tilt} tilt */
function steer(record, [, at, x, y, z, w, rest]) {
  const { phone, smoothing, shaking } = record;
  const held = normalize([x / QUATERNION_UNIT, y / QUATERNION_UNIT, z / QUATERNION_UNIT, w / QUATERNION_UNIT]);
  record.rest = rest;
  smoothing.take(held, at, rest);
  shaking.take(held, at);
  hold(phone, smoothing.newest, rest);
}

/** @param {Phone} phone @param {Stream} stream @param {Sample} sample */
function fill(phone, { event, values }, sample) {
  const field = (fieldsOf(phone)[event] ??= {});
  for (let i = 0; i < values.length; i += 1) {
    const { name, unit } = values[i];
    field[name] = unit ? Number(sample[i + 2]) / unit : sample[i + 2];
  }
}

/** Nothing touches the phone. @param {Phone} phone */
function lift(phone) {
  for (const { event, values } of FIELDS) {
    const field = fieldsOf(phone)[event];
    for (const { name, unit } of values) if (field && unit === 0) field[name] = false;
  }
}

/** @param {Phone} phone @returns {Fields} */
function fieldsOf(phone) {
  return /** @type {Fields} */ (/** @type {unknown} */ (phone));
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

/** @param {Sample} sample @returns {boolean} every number in it is finite */
function isSound(sample) {
  for (let i = 0; i < sample.length; i += 1) if (!Number.isFinite(Number(sample[i]))) return false;
  return true;
}

/** @param {number} seq @param {number} [last] */
function isNewer(seq, last = NEVER) {
  const ahead = (seq - last + SEQ_WRAP) % SEQ_WRAP;
  return last === NEVER || (ahead > 0 && ahead < SEQ_WRAP / 2);
}
