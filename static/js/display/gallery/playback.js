// Playback of a recording into a visual; the same recording does the same each time.
// @ts-check
import { COLOURS, SEQ_WRAP, SHAPES, STREAMS } from "../../protocol.js";

/** @import { Button, SeatCard } from "../../protocol.js" */
/** @import { Phones, Sample } from "../phones/phones.js" */
/** @import { Stage } from "../stage/stage.js" */
/** @import { Phone } from "../stage/contract.js" */

const PAUSE_MS = 1500; // milliseconds from its end until it begins again

/** @typedef {[kind: string, at: number, phone: number, ...rest: (number | string | boolean)[]]} Note of controller_app/core/recording.py; `at` in milliseconds */

/** Begins again when it is over. */
export class Playback {
  #notes;
  #lasts; // milliseconds
  #phones;
  #stage;
  #next = 0; // of the notes
  #turns = 0; // how often it began again
  #seq = 0;
  #choices;
  #chosen = 0;

  /**
   * @param {string} text of a recording, a note a line
   * @param {Phones} phones whose samples it has
   * @param {Pick<Stage, "joined" | "left" | "tap" | "press" | "choose">} stage that hears of everything else
   * @param {readonly Pick<Button, "name">[]} [choices] of the visual, if phones shall choose one after the other where they tapped
   */
  constructor(text, phones, stage, choices = []) {
    this.#notes = /** @type {Note[]} */ (text.trim().split("\n").map((line) => JSON.parse(line)));
    this.#lasts = (this.#notes.at(-1)?.[1] ?? 0) + PAUSE_MS;
    this.#phones = phones;
    this.#stage = stage;
    this.#choices = choices;
  }

  /** Do all that was done by then. @param {number} now milliseconds; never less than before */
  to(now) {
    for (;;) {
      const note = this.#notes[this.#next];
      const at = this.#turns * this.#lasts + (note ? note[1] : this.#lasts);
      if (at > now) return;
      if (note) this.#do(note, at);
      this.#turns += note ? 0 : 1;
      this.#next = note ? this.#next + 1 : 0;
    }
  }

  /** @param {Note} note @param {number} at milliseconds, of all turns */
  #do([kind, , number, ...rest], at) {
    const phone = this.#phones.at(number);
    if (kind === "came" && !phone) this.#stage.joined(this.#phones.join(seat(number)));
    if (!phone) return;
    if (kind === "came") this.#phones.back(number);
    else if (kind === "tap") this.#tap(phone);
    else if (kind === "choose") this.#stage.choose(phone, String(rest[0]));
    else if (kind === "press") this.#press(number, String(rest[0]), Boolean(rest[1]));
    else if (kind === "away" || kind === "left") this.#go(number, kind);
    else this.#stream(kind, number, at, rest);
  }

  /** @param {string} kind perhaps a stream @param {number} number @param {number} at @param {Note[3][]} values */
  #stream(kind, number, at, values) {
    const stream = STREAMS.find(({ event }) => event === kind);
    const sample = /** @type {Sample} */ ([this.#count(), at, ...values]);
    if (stream) this.#phones.put(number, stream, sample);
  }

  /** @param {Phone} phone */
  #tap(phone) {
    if (this.#choices.length === 0) this.#stage.tap(phone, 0);
    else this.#stage.choose(phone, this.#choices[this.#chosen++ % this.#choices.length].name);
  }

  /** @param {number} number @param {string} name @param {boolean} down */
  #press(number, name, down) {
    const phone = this.#phones.press(number, name, down);
    if (phone) this.#stage.press(phone, name, down);
  }

  /** @param {number} number @param {"away" | "left"} how */
  #go(number, how) {
    const held = this.#phones.letGo(number);
    const phone = how === "left" ? this.#phones.leave(number) : this.#phones.away(number);
    if (!phone) return;
    for (const name of held) this.#stage.press(phone, name, false);
    if (how === "left") this.#stage.left(phone);
  }

  #count() {
    return (this.#seq = (this.#seq + 1) % SEQ_WRAP);
  }
}

/** The seat that a phone of this number has everywhere. @param {number} number @returns {SeatCard} */
function seat(number) {
  const turn = Math.floor((number - 1) / COLOURS.length);
  const colour = COLOURS[(number - 1) % COLOURS.length];
  return { number, colour, shape: SHAPES[(number - 1 + turn) % SHAPES.length], name: `Phone ${number}` };
}
