// Engine.IO 4 over a real WebSocket, spoken by hand.
// @ts-check
import { WebSocket } from "ws";

/** @import { Link, Listener } from "./link.js" */

const MASK = Buffer.from([0x5a, 0xc3, 0x3c, 0xa5]); // any but zeros, which some servers don't unmask
const FINAL_TEXT = 0x81; // first byte of a frame that is a whole text
const MASKED = 0x80; // in its second byte, beside the length
const SHORT = 125; // bytes that a frame's second byte can announce

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
    const size = packet.length + 1;
    if (size > SHORT) this.#socket.send(`4${packet}`);
    else this.#socket._socket.write(frame(size, packet));
  }

  /** Leave what comes in the kernel, as a display does that hangs. */
  pause() {
    this.#socket.pause();
  }

  resume() {
    this.#socket.resume();
  }

  /** @param {string} text @param {Listener} listener */
  #take(text, listener) {
    if (text[0] === "4") listener.packet(text.slice(1));
    else if (text[0] === "0") listener.opened();
    else if (text[0] === "2") this.#socket.send("3");
  }
}

/**
 * Build a short message's frame in one piece. ws makes two and sends them with a heavier call, which would cost the
 * generator a quarter of its reach.
 * @param {number} size bytes
 * @param {string} packet in ASCII
 * @returns {Buffer}
 */
function frame(size, packet) {
  const bytes = Buffer.allocUnsafe(6 + size);
  bytes[0] = FINAL_TEXT;
  bytes[1] = MASKED | size;
  MASK.copy(bytes, 2);
  bytes[6] = 0x34 ^ MASK[0]; // "4": a message of Engine.IO
  for (let i = 1; i < size; i += 1) bytes[6 + i] = packet.charCodeAt(i - 1) ^ MASK[i & 3];
  return bytes;
}
