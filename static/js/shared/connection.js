// Connection to the server: the only file that knows Socket.IO.
// @ts-check
import { io } from "../../vendor/socket.io.esm.min.js";
import { waitAfter } from "./backoff.js";
import { EVENT } from "../protocol.js";
import { recall, remember, Transports, WITHIN } from "./transports.js";

/** @import { Socket } from "../../vendor/socket.io.esm.min.js" */
/** @import { Ended, Namespaces, Streams } from "../protocol.js" */
/** @import { Delay } from "./transports.js" */

/**
 * - `connecting`: for the first time
 * - `open`: connected and accepted
 * - `reconnecting`: was open, tries again by itself
 * - `ended`: over; only `reopen()` starts again
 * @typedef {"connecting" | "open" | "reconnecting" | "ended"} ConnectionState
 */

/**
 * @typedef {object} ConnectionOptions
 * @property {() => object} auth asked anew at every attempt, so that it can hold the newest pass
 * @property {(state: ConnectionState, ended?: Ended) => void} changed called at every change of state; with the reason
 *   where the server gave one
 * @property {(why: Delay) => void} delayed called when connecting takes longer than it should
 * @property {number} [maxWaitMs] between two attempts
 * @property {number} [maxMessageBytes] a longer one is not sent: the server would end the connection
 */

const MAX_BACKLOG_BYTES = 1024; // waiting in the socket, above which a sample is left out
const MESSAGE_OVERHEAD_BYTES = 64; // of a message beside its event and data, at most
const MIN_RESTART_MS = 200; // until a server that says goodbye is gone
const ANSWER_TIMEOUT_MS = 5000;
const WAKE_TIMEOUT_MS = 1500; // for an answer, after the page slept

/**
 * One namespace of the server, for as long as the page lives. Which events it has, and with which data, follows from it.
 * @template {keyof Namespaces} N
 */
export class Connection {
  /** @type {Socket} */ #socket;
  /** @type {ConnectionState} */ #state = "connecting";
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #waiting; // for the next attempt
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #limit; // of the attempt under way
  #transports = new Transports("WebSocket" in globalThis ? ["websocket", "polling"] : ["polling"], recall());
  #failed = 0; // rounds of attempts in a row
  #answeredAt = 0; // milliseconds on the page's clock
  #isResting = false;
  #options;

  /** @param {N} namespace of protocol.js @param {ConnectionOptions} options */
  constructor(namespace, options) {
    this.#options = options;
    this.#socket = io(namespace, {
      auth: (/** @type {(auth: object) => void} */ give) => give(options.auth()),
      autoConnect: false,
      upgrade: false, // a seat is tied to one socket
      forceNew: true, // and a socket to one seat: a display's page may be a few phones, too
      reconnection: false, // its waits are spread over the first seconds only; ours are in backoff.js
      timeout: false, // its time ends before the server has answered; ours is #limit
    });
    this.#socket.on("connect", () => this.#open());
    this.#socket.on("disconnect", () => this.#lost());
    this.#socket.on("connect_error", (error) => this.#refused(/** @type {Error & {data?: Ended}} */ (error)));
    this.#socket.on(EVENT.ENDED, (ended) => this.#end(/** @type {Ended} */ (ended)));
    this.#attempt();
  }

  get state() {
    return this.#state;
  }

  /**
   * @template {string & keyof Namespaces[N]["received"]} E
   * @param {E} event
   * @param {(data: Namespaces[N]["received"][E]) => void} listener
   */
  on(event, listener) {
    // The server has built and checked it.
    this.#socket.on(event, (data) => listener(/** @type {Namespaces[N]["received"][E]} */ (data)));
  }

  /**
   * Send a fact or a wish: once, in order, or not at all. What the connection is away for is not kept: by the time it
   * is back, it may mean something else.
   * @template {string & keyof Namespaces[N]["sent"]} E
   * @param {E} event
   * @param {Namespaces[N]["sent"][E]} data
   * @param {(answer: unknown) => void} [heard] called with the server's answer, unless the connection is lost before
   * @returns {boolean} whether it left
   * @throws {RangeError} it is longer than `maxMessageBytes`
   */
  emit(event, data, heard) {
    this.#checkLength(event, data);
    const here = this.#socket.connected;
    if (here) this.#socket.emit(event, data, ...(heard ? [heard] : []));
    return here;
  }

  /**
   * Send a sample if it can leave at once. What can't is dropped here: a newer one follows.
   * @param {keyof Streams} event
   * @param {readonly (number | boolean)[]} sample
   * @returns {boolean} whether it left
   */
  stream(event, sample) {
    const free = this.#socket.connected && !this.#isBehind();
    if (free) this.#socket.emit(event, sample);
    return free;
  }

  /**
   * Ask the server something.
   * @template {string & keyof Namespaces[N]["sent"]} E
   * @param {E} event
   * @param {Namespaces[N]["sent"][E]} data
   * @returns {Promise<unknown>} its answer; rejected after 5 s without one
   */
  ask(event, data) {
    return this.#socket.timeout(ANSWER_TIMEOUT_MS).emitWithAck(event, data);
  }

  /** Connect again, now: after an end, or without waiting for the next attempt. */
  reopen() {
    if (this.#socket.connected) return;
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#isResting = false;
    this.#failed = 0;
    this.#become(this.#state === "ended" ? "connecting" : this.#state);
    this.#attempt();
  }

  /** The page slept and is seen again. Phones kill sockets in their sleep, and may not say so for half a minute. */
  async wake() {
    if (this.#state === "ended") return;
    if (!this.#socket.connected) {
      this.reopen();
      return;
    }
    try {
      await this.#socket.timeout(WAKE_TIMEOUT_MS).emitWithAck(EVENT.CLOCK, {});
    } catch {
      if (!this.#socket.connected) return; // lost meanwhile, and #lost saw to it
      this.#socket.disconnect();
      this.reopen();
    }
  }

  /** Hang up until `wake`. */
  rest() {
    if (this.#state === "ended") return;
    if (this.#limit) this.#transports.failed(false); // cut short; the next attempt takes the other transport
    this.#stopWaiting();
    this.#isResting = true;
    this.#become("reconnecting");
    this.#socket.disconnect();
  }

  /** Hang up for good. */
  close() {
    this.#stopWaiting();
    this.#become("ended");
    this.#socket.disconnect();
  }

  /** @param {string} event @param {unknown} data */
  #checkLength(event, data) {
    const { maxMessageBytes } = this.#options;
    if (!maxMessageBytes) return;
    const bytes = new TextEncoder().encode(JSON.stringify([event, data])).length + MESSAGE_OVERHEAD_BYTES;
    if (bytes > maxMessageBytes) {
      throw new RangeError(`A message "${event}" has ${bytes} bytes, and the server reads at most ${maxMessageBytes}.`);
    }
  }

  // Socket.IO's own `volatile` doesn't look at bufferedAmount, so on a weak uplink it would queue all the same; and it
  // drops the second of two messages in one turn of the event loop, although there is room for it.
  #isBehind() {
    const engine = this.#socket.io.engine;
    if (!engine) return true;
    const { ws, writable } = engine.transport;
    return ws ? ws.bufferedAmount > MAX_BACKLOG_BYTES : !writable || engine.writeBuffer.length > 0;
  }

  // One transport at a time: Socket.IO's own fallback reacts to errors alone, and a WebSocket behind some proxies
  // hangs (https://github.com/zauberzeug/nicegui/issues/5802).
  #attempt() {
    this.#socket.disconnect(); // a WebSocket that opens later must not take the seat
    const transport = this.#transports.now;
    this.#socket.io.opts.transports = [transport];
    // Kept by an attempt that `reopen` starts anew: a page looked at every 3 s would never reach the other transport.
    this.#limit ??= setTimeout(() => this.#fail(true), WITHIN[transport]);
    this.#socket.connect();
  }

  /** @param {boolean} hung */
  #fail(hung) {
    this.#stopWaiting();
    this.#socket.disconnect();
    const why = this.#transports.failed(hung);
    if (why === "away" || (why && this.#failed === 0)) this.#options.delayed(why); // what was said of all stays true
    if (this.#transports.isAtStart) this.#tryAgain();
    else this.#attempt();
  }

  #answered() {
    this.#stopWaiting();
    this.#answeredAt = performance.now();
    remember(this.#transports.answered());
  }

  #open() {
    this.#answered();
    this.#failed = 0;
    this.#become("open");
  }

  #lost() {
    if (this.#state === "ended" || this.#isResting) return;
    if (this.#state === "open") this.#transports.lost(performance.now() - this.#answeredAt);
    if (this.#state !== "connecting") this.#become("reconnecting"); // what never was can't be lost
    if (this.#limit) this.#fail(false); // taken by the transport, and dropped before the room's answer
    else if (!this.#waiting) this.#tryAgain();
  }

  #tryAgain() {
    this.#stopWaiting();
    this.#waiting = setTimeout(() => {
      this.#waiting = undefined;
      this.#attempt();
    }, waitAfter(this.#failed, this.#options.maxWaitMs));
    this.#failed += 1;
  }

  /** @param {Error & {data?: Ended}} error */
  #refused(error) {
    if (!error.data?.reason) return this.#fail(false);
    this.#answered();
    this.#end(error.data);
  }

  /** @param {Ended} ended */
  #end(ended) {
    if (ended.reason === "server_restarting" || ended.after) {
      this.#become("reconnecting", ended);
      this.#comeBack(ended.after ?? 0);
      return;
    }
    this.#become("ended", ended);
    this.#socket.disconnect();
  }

  /** @param {number} after milliseconds; the server spreads them, so that a hall of phones doesn't come as a herd */
  #comeBack(after) {
    this.#stopWaiting();
    this.#waiting = setTimeout(() => this.reopen(), Math.max(after, MIN_RESTART_MS));
    this.#socket.disconnect();
  }

  #stopWaiting() {
    clearTimeout(this.#limit);
    clearTimeout(this.#waiting);
    this.#limit = this.#waiting = undefined;
  }

  /**
   * @param {ConnectionState} state
   * @param {Ended} [ended]
   */
  #become(state, ended) {
    if (state === this.#state && !ended) return;
    this.#state = state;
    this.#options.changed(state, ended);
  }
}
