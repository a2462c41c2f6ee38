// Dialects of the relays: how each sends a sample of seven integers and a tap of four.
// @ts-check

/** @typedef {(number: number, sample: number[]) => void} Take */

/**
 * @typedef {object} Dialect
 * @property {string} namespace how packets to it start, such as `/phone,`
 * @property {object | undefined} auth what goes with the connection
 * @property {string} hello what a phone or display says once it is connected; "" if the connection said it all
 * @property {string} welcome the event that answers
 */

/**
 * @typedef {object} Language
 * @property {() => Dialect} display
 * @property {(room: string) => Dialect} phone
 * @property {(welcome: any) => string} room the room's code, from a display's welcome
 * @property {(welcome: any) => number} number a phone's number, from its welcome
 * @property {(event: string, data: any, tilt: Take, tap: Take) => boolean} hear at a display; false if it holds no sample
 */

/** @type {Language} */
const ours = {
  display: () => ({ namespace: "/display,", auth: { host: null }, hello: "", welcome: "opened" }),
  phone: (room) => ({ namespace: "/phone,", auth: { room, seat: null }, hello: "", welcome: "seated" }),
  room: (opened) => opened.room,
  number: (seated) => seated.seat.number,
  hear(event, data, tilt, tap) {
    if (event === "frame") for (const [number, sample] of data[0]) tilt(number, sample);
    else if (event === "tapped") tap(data[0], data[1]);
    return event === "frame";
  },
};

let rooms = 0;

/** @type {Language} Each event on its own. */
const perEvent = {
  display: () => ({ namespace: "", auth: undefined, hello: `["display","R${(rooms += 1)}"]`, welcome: "opened" }),
  phone: (room) => ({ namespace: "", auth: undefined, hello: `["join","${room}"]`, welcome: "seated" }),
  room: (opened) => opened,
  number: (seated) => seated,
  hear(event, data, tilt, tap) {
    if (event === "tilt") tilt(data[0], data[1]);
    else if (event === "tap") tap(data[0], data[1]);
    return event === "tilt";
  },
};

/** @type {Record<string, Language>} */
export const LANGUAGES = { ours, flask: perEvent, node: perEvent };
