// People in the room: their phones come, go, tap, press and speak.
// @ts-check
import { seatOf, showSeats } from "./panels/seats.js";

/** @import { Clock } from "../shared/clock.js" */
/** @import { Chosen, Frame, Opened, Pressed, Said, SeatCard, Tapped } from "../protocol.js" */
/** @import { Invite } from "./panels/invite.js" */
/** @import { Meter } from "./panels/meter.js" */
/** @import { Takeover } from "./panels/takeover.js" */
/** @import { Phones } from "./phones/phones.js" */
/** @import { TapFilter } from "./phones/tap-filter.js" */
/** @import { Phone } from "./stage/contract.js" */
/** @import { Stage } from "./stage/stage.js" */

/**
 * @typedef {object} PeopleParts
 * @property {Phones} phones
 * @property {TapFilter} taps
 * @property {Clock} clock
 * @property {Stage} stage
 * @property {HTMLElement} seats the row of seats
 * @property {Invite} invite
 * @property {Takeover} takeover
 * @property {Meter} meter
 */

/** Keeps phones, panels and the visual in step. */
export class People {
  #parts;

  /** @param {PeopleParts} parts */
  constructor(parts) {
    this.#parts = parts;
    parts.seats.addEventListener("click", ({ target }) => this.#offer(seatOf(target)));
  }

  /**
   * The connection is open again.
   * @param {Opened["seats"]} seats
   * @returns {() => void} tells the visual who came and who went meanwhile
   */
  reset(seats) {
    const { phones, stage } = this.#parts;
    const before = new Set(phones.list);
    phones.reset(seats);
    this.#changed();
    return () => {
      const now = new Set(phones.list);
      for (const phone of before) if (!now.has(phone)) stage.left(phone);
      for (const phone of now) if (!before.has(phone)) stage.joined(phone);
    };
  }

  /** The connection is lost: nobody holds anything down. */
  releaseAll() {
    const { phones } = this.#parts;
    for (const phone of phones.list) this.#letGo(phone);
    phones.release();
  }

  /** @param {SeatCard} seat */
  joined(seat) {
    const phone = this.#parts.phones.join(seat);
    this.#changed();
    this.#parts.stage.joined(phone);
  }

  /** @param {number} number of a seat whose phone is away */
  away(number) {
    this.#letGo(this.#parts.phones.away(number));
    this.#changed();
  }

  /** @param {number} number of a seat whose phone is back */
  back(number) {
    this.#parts.phones.back(number);
    this.#changed();
  }

  /** @param {number} number of a seat that is free again */
  left(number) {
    const { phones, stage } = this.#parts;
    this.#letGo(phones.at(number));
    const phone = phones.leave(number);
    this.#changed();
    if (phone) stage.left(phone);
  }

  /** @param {Frame} frame */
  take(frame) {
    this.#parts.phones.take(frame);
    this.#parts.meter.arrived(frame);
  }

  /** @param {Tapped} tapped */
  tapped([number, tap]) {
    const { phones, taps, clock, stage } = this.#parts;
    const phone = phones.at(number);
    const now = clock.now();
    if (phone && taps.admits(number, tap, now)) stage.tap(phone, Math.max(0, now - tap[1]));
  }

  /** @param {Pressed} pressed */
  pressed([number, name, down]) {
    const phone = this.#parts.phones.press(number, name, down);
    if (phone) this.#parts.stage.press(phone, name, down);
  }

  /** @param {Chosen} chosen */
  chosen([number, name]) {
    const phone = this.#parts.phones.at(number);
    if (phone) this.#parts.stage.choose(phone, name);
  }

  /** @param {Said} said */
  said([number, text]) {
    const phone = this.#parts.phones.at(number);
    if (phone) this.#parts.stage.say(phone, text);
  }

  /** @param {number} number of a seat that was clicked: where its phone is away, another one may take it */
  #offer(number) {
    const phone = this.#parts.phones.at(number);
    if (phone?.away) this.#parts.takeover.offer(phone);
  }

  /** Let go of what a phone held down that is away. @param {Phone | undefined} phone */
  #letGo(phone) {
    const { phones, stage } = this.#parts;
    if (phone) for (const name of phones.letGo(phone.number)) stage.press(phone, name, false);
  }

  #changed() {
    const { invite, seats, takeover, phones } = this.#parts;
    invite.count(phones.list.length);
    showSeats(seats, phones.list);
    takeover.changed(phones.list);
  }
}
