// Choice of transport for the next attempt, with its timeout and its memory.
// @ts-check
import * as storage from "./storage.js";

/** @typedef {"websocket" | "polling"} Transport */

/**
 * - `hung`: one transport gave no answer in time, and another is tried
 * - `away`: no transport has reached the server
 * @typedef {"hung" | "away"} Delay why connecting takes so long
 */

/** Milliseconds that an attempt may take, from its start to the server's answer. */
export const WITHIN = Object.freeze({ websocket: 4000, polling: 10_000 });

const TRANSPORT_KEY = "transport"; // under this name, in this tab
const SHORT_LIFE_MS = 20_000; // a connection that carries nothing is noticed after 10 s, by Engine.IO's pings
const MAX_SHORT_LIVES = 2; // in a row

/** Alternates between transports until one works; that one comes first from then on. */
export class Transports {
  #order;
  #tried = 0; // in this round
  #worked;
  #shortLives = 0;

  /**
   * @param {readonly Transport[]} available in this browser, the best first
   * @param {string | null} [remembered] what worked last; anything else is ignored
   */
  constructor(available, remembered = null) {
    this.#worked = available.find((transport) => transport === remembered) ?? null;
    this.#order = this.#first(available, this.#worked);
  }

  /** @returns {Transport} of this attempt */
  get now() {
    return this.#order[this.#tried];
  }

  /** The server has answered, be it with a refusal. @returns {Transport} to remember */
  answered() {
    this.#worked ??= this.now;
    this.#order = this.#first(this.#order, this.#worked);
    this.#tried = 0;
    return this.#worked;
  }

  /**
   * The attempt failed.
   * @param {boolean} hung no answer in time, rather than an error
   * @returns {Delay | null} null: there is another transport, to be tried at once without a word
   */
  failed(hung) {
    // A server that restarts refuses what has worked: no reason to change. What hangs no longer works.
    if (hung && this.#worked === this.now) this.#worked = null;
    this.#tried += 1;
    if (this.#tried < this.#order.length) return hung ? "hung" : null;
    this.#tried = 0;
    return "away";
  }

  /**
   * A connection was lost that the server had not ended. One transport may open well and then carry nothing, so after
   * two short lives the other one comes first.
   * @param {number} lived milliseconds since the server's answer
   */
  lost(lived) {
    this.#shortLives = lived < SHORT_LIFE_MS ? this.#shortLives + 1 : 0;
    if (this.#shortLives < MAX_SHORT_LIVES) return;
    this.#shortLives = 0;
    this.#worked = null;
    this.#order = [...this.#order.slice(1), this.#order[0]];
  }

  /** Whether a round has just begun, so that the attempt may wait. */
  get isAtStart() {
    return this.#tried === 0;
  }

  /** @param {readonly Transport[]} all @param {Transport | null} first @returns {readonly Transport[]} */
  #first(all, first) {
    return first ? [first, ...all.filter((transport) => transport !== first)] : all;
  }
}

/** @returns {string | null} the transport that worked last in this tab, at this origin */
export function recall() {
  return storage.getInTab(TRANSPORT_KEY);
}

/** @param {string} transport */
export function remember(transport) {
  storage.setInTab(TRANSPORT_KEY, transport);
}
