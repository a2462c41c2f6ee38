// A connection that carries Socket.IO packets, whichever way its bytes go.
// @ts-check
import { PollingLink } from "./polling.js";
import { WebSocketLink } from "./websocket.js";

/**
 * @typedef {object} Link
 * @property {boolean} isFree whether a sample can leave now
 * @property {(packet: string) => void} send
 * @property {() => void} pause read nothing more
 * @property {() => void} resume
 */

/**
 * @typedef {object} Listener
 * @property {() => void} opened Engine.IO is ready
 * @property {(packet: string) => void} packet
 * @property {() => void} closed it ended, and not because of us
 */

/**
 * @param {"websocket" | "polling"} transport
 * @param {string} address
 * @param {Listener} listener
 * @returns {Link}
 */
export function connect(transport, address, listener) {
  return transport === "polling" ? new PollingLink(address, listener) : new WebSocketLink(address, listener);
}
