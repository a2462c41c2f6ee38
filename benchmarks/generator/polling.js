// Engine.IO 4 over real HTTP long-polling, spoken by hand.
// @ts-check
import http from "node:http";
import https from "node:https";

/** @import { Link, Listener } from "./link.js" */

const SEPARATOR = "\x1e"; // between packets in one body

/** @implements {Link} */
export class PollingLink {
  #address;
  #listener;
  #agent;
  #closed = false;
  #posting = false;
  /** @type {string[]} */ #waiting = [];

  /** @param {string} address @param {Listener} listener */
  constructor(address, listener) {
    const kind = address.startsWith("https") ? https : http;
    this.#address = `${address}/socket.io/?EIO=4&transport=polling`;
    this.#listener = listener;
    this.#agent = new kind.Agent({ keepAlive: true, maxSockets: 2, rejectUnauthorized: false });
    this.#open();
  }

  /** Whether a sample can leave now; a browser, too, has one request under way at a time. */
  get isFree() {
    return !this.#posting;
  }

  /** @param {string} packet of Socket.IO */
  send(packet) {
    this.#waiting.push(`4${packet}`);
    if (!this.#posting) void this.#post();
  }

  /** A poll can't be left unread. */
  pause() {}

  resume() {}

  async #open() {
    const [hello] = await this.#request("GET");
    if (hello?.[0] !== "0") return;
    this.#address += `&sid=${JSON.parse(hello.slice(1)).sid}`;
    this.#listener.opened();
    while (!this.#closed) for (const text of await this.#request("GET")) this.#take(text);
  }

  /** @param {string} text */
  #take(text) {
    if (text[0] === "4") this.#listener.packet(text.slice(1));
    else if (text[0] === "2") this.#waiting.push("3");
    if (this.#waiting.length && !this.#posting) void this.#post();
  }

  async #post() {
    this.#posting = true;
    while (this.#waiting.length && !this.#closed) {
      await this.#request("POST", this.#waiting.splice(0).join(SEPARATOR));
    }
    this.#posting = false;
  }

  /** @param {string} method @param {string} [body] @returns {Promise<string[]>} the packets of the answer */
  #request(method, body) {
    const { request } = this.#address.startsWith("https") ? https : http;
    const headers = body ? { "Content-Type": "text/plain;charset=UTF-8", "Content-Length": Buffer.byteLength(body) } : {};
    return new Promise((resolve) => {
      const asked = request(this.#address, { method, agent: this.#agent, headers }, (answer) => {
        const pieces = /** @type {Buffer[]} */ ([]);
        answer.on("data", (piece) => pieces.push(piece));
        answer.on("end", () => {
          if (answer.statusCode !== 200) this.#lose();
          resolve(Buffer.concat(pieces).toString().split(SEPARATOR));
        });
      });
      asked.on("error", () => {
        this.#lose();
        resolve([]);
      });
      asked.end(body);
    });
  }

  #lose() {
    if (this.#closed) return;
    this.#closed = true;
    this.#listener.closed();
  }
}
