// Engine.IO 4 over a real WebSocket, spoken by hand.
// @ts-check
import { WebSocket } from "ws";

/** @import { Link, Listener } from "./link.js" */

const MASK = Buffer.from([0x5a, 0xc3, 0x3c, 0xa5]); // any but zeros, which some servers don't unmask

/** @implements {Link} */
export class WebSocketLink {
  #socket;

  /**
   * @param {string} address such as `https://127.0.0.1:8443`
   * @param {Listener} listener
   */
  constructor(address, listener) {
    this.#socket = new WebSocket(`${address.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`, {
      rejectUnauthorized: false,
      perMessageDeflate: false,
      generateMask: (mask) => void MASK.copy(mask), // a random one costs the generator and shows the servers nothing
    });
    this.#socket.on("message", (/** @type {Buffer} */ data) => this.#take(data.toString(), listener));
    this.#socket.on("error", () => {}); // a close follows
    this.#socket.on("close", () => listener.closed());
  }

  /** A WebSocket takes what it is given, as the load goes by the clock. */
  get isFree() {
    return true;
  }

  /** @param {string} packet of Socket.IO */
  send(packet) {
    this.#socket.send(`4${packet}`);
  }

  /** Leave what comes in the kernel, as a display does that hangs. */
  pause() {
    this.#socket.pause();
  }

  resume() {
    this.#socket.resume();
  }

  close() {
    this.#socket.terminate();
  }

  /** @param {string} text @param {Listener} listener */
  #take(text, listener) {
    if (text[0] === "4") listener.packet(text.slice(1));
    else if (text[0] === "0") listener.opened();
    else if (text[0] === "2") this.#socket.send("3");
  }
}
