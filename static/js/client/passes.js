// Seat pass: the right of this browser to come back to its seat, kept after leaving.
// @ts-check
import * as storage from "../shared/storage.js";

const ADDRESS_KEY = "seat";
const TRANSPORT_KEY = "transport";

/** @param {string} room its code @returns {string | null} */
export function passFor(room) {
  return storage.get(nameOf(room));
}

/** @param {string} room @param {string} pass */
export function keepPass(room, pass) {
  storage.set(nameOf(room), pass);
}

/**
 * The seat is given up: the page joins no more by itself, but with this pass once Join is tapped again.
 * @param {string} room
 */
function retirePass(room) {
  const pass = passFor(room);
  if (pass) storage.set(leftOf(room), pass);
  storage.remove(nameOf(room));
}

/**
 * What keeps the pass of one phone.
 * @typedef {object} Passes
 * @property {(room: string) => string | null} of
 * @property {(room: string, pass: string) => void} keep
 * @property {(room: string) => void} retire the seat was left
 */

/** @type {Passes} in the browser, so that the page may be reloaded */
export const STORED = Object.freeze({
  of: (/** @type {string} */ room) => passFor(room) ?? storage.get(leftOf(room)),
  keep: keepPass,
  retire: retirePass,
});

/** @returns {Passes} for as long as the page lives: a real phone in this browser has its own */
export function unstored() {
  /** @type {string | null} */ let held = null;
  return { of: () => held, keep: (_, pass) => (held = pass), retire: () => (held = null) };
}

/**
 * The secure page is another origin and sees nothing of our storage, so the pass travels in the address's fragment,
 * which no server sees.
 * @param {{hostname: string}} here
 * @param {{port: number, room: string, pass: string | null, transport?: string | null}} to the transport that works
 * @returns {string}
 */
export function secureAddress({ hostname }, { port, room, pass, transport = null }) {
  const fragment = new URLSearchParams();
  if (pass) fragment.set(ADDRESS_KEY, pass);
  if (transport) fragment.set(TRANSPORT_KEY, transport);
  return `https://${hostname}:${port}/${room}${pass || transport ? `#${fragment}` : ""}`;
}

/** @param {{hash: string}} here @returns {string | null} the transport that worked at the other origin */
export function transportInAddress(here) {
  return new URLSearchParams(here.hash.slice(1)).get(TRANSPORT_KEY);
}

/**
 * Take a pass out of the address, at once, so that nobody shares it with the link.
 * @param {{hash: string, pathname: string, search: string}} here
 * @param {Pick<History, "replaceState">} history
 * @returns {string | null}
 */
export function passInAddress(here, history) {
  const fragment = new URLSearchParams(here.hash.slice(1));
  const pass = fragment.get(ADDRESS_KEY);
  if (pass || fragment.has(TRANSPORT_KEY)) history.replaceState(null, "", here.pathname + here.search);
  return pass;
}

/** @param {string} room */
function nameOf(room) {
  return `seat in ${room}`;
}

/** @param {string} room */
function leftOf(room) {
  return `left seat in ${room}`;
}
