// A connection that has said hello and been welcomed, in any dialect.
// @ts-check
import { connect } from "./link.js";

/** @import { Dialect } from "./dialects.js" */

/** @typedef {{address: string, transport: "websocket" | "polling"}} Place where a relay listens, and how to speak to it */

export class Client {
  link;
  /** It ended, and not because of us. */
  lost = false;
  /** @type {Promise<any>} settles with the welcome's data; never, if the relay doesn't answer */
  welcomed;
  #dialect;

  /**
   * @param {Place} place
   * @param {Dialect} dialect
   * @param {(event: string, data: any) => void} hear
   */
  constructor(place, dialect, hear) {
    this.#dialect = dialect;
    /** @type {(data: any) => void} */
    let welcome = () => {};
    /** @type {(error: Error) => void} */
    let refuse = () => {};
    this.welcomed = new Promise((...both) => ([welcome, refuse] = both));
    this.link = connect(place.transport, place.address, {
      opened: () => this.link.send(`0${dialect.namespace}${dialect.auth ? JSON.stringify(dialect.auth) : ""}`),
      packet: (packet) => this.#take(packet, welcome, hear),
      closed: () => {
        this.lost = true;
        refuse(new Error("A connection was lost before it was welcomed."));
      },
    });
    this.welcomed.catch(() => {}); // whoever waits for it hears of it
  }

  /** @param {string} event as JSON, such as `["tap",[1,2,3,4]]` */
  emit(event) {
    this.link.send(`2${this.#dialect.namespace}${event}`);
  }

  /** @param {string} packet @param {(data: any) => void} welcome @param {(event: string, data: any) => void} hear */
  #take(packet, welcome, hear) {
    if (packet[0] === "0" && this.#dialect.hello) this.emit(this.#dialect.hello);
    if (packet[0] !== "2") return;
    const [event, data] = JSON.parse(packet.slice(1 + this.#dialect.namespace.length));
    if (event === this.#dialect.welcome) welcome(data);
    hear(event, data);
  }
}
