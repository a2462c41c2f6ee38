// What may go on beside a load while it is measured.
// @ts-check
import { memory } from "./relay.js";
import { Room } from "./room.js";

/** @import { Place } from "./client.js" */
/** @import { Language } from "./dialects.js" */

/** @typedef {"none" | "storm" | "slow" | "stuck"} TroubleKind */

/**
 * @typedef {object} Trouble
 * @property {Room[]} rooms more rooms whose phones send
 * @property {(now: number) => void} each called at every turn
 * @property {() => object} figures
 */

const READ = 50; // milliseconds in which a slow display reads ...
const READ_EVERY = 1000; // ... out of so many
const JOINS_A_TURN = 2; // more would hold up the load itself
const LOOK = 500; // milliseconds between two looks at the relay's memory

/**
 * @param {TroubleKind} kind
 * @param {Place} place
 * @param {Language} language
 * @param {number} phones in the troubled room
 * @param {number} pid of the relay
 * @returns {Promise<Trouble>}
 */
export async function makeTrouble(kind, place, language, phones, pid) {
  if (kind === "none") return { rooms: [], each: () => {}, figures: () => ({}) };
  const room = new Room(place, language);
  await room.display.opened;
  if (kind === "storm") return storm(room, phones);
  await room.fill(phones);
  return deafDisplay(room, kind === "slow", pid);
}

/** All phones of a room join at once. @param {Room} room @param {number} phones @returns {Trouble} */
function storm(room, phones) {
  let began = NaN;
  let asked = 0;
  let seated = 0;
  let took = NaN;

  const join = async () => {
    asked += 1;
    await room.join();
    seated += 1;
    if (seated === phones) took = performance.now() - began;
  };

  return {
    rooms: [],
    each(now) {
      if (!asked) began = now;
      for (let i = 0; i < JOINS_A_TURN && asked < phones; i += 1) join().catch(() => {});
    },
    figures: () => ({ seated, seated_after: took }),
  };
}

/** A display that seldom or never reads. @param {Room} room @param {boolean} reads @param {number} pid @returns {Trouble} */
function deafDisplay(room, reads, pid) {
  const { link } = room.display.client;
  /** @type {number[]} */
  const held = [];
  let began = NaN;
  let deaf = false;

  return {
    rooms: [room],
    each(now) {
      if (Number.isNaN(began)) began = now;
      const shouldBeDeaf = !reads || (now - began) % READ_EVERY >= READ;
      if (shouldBeDeaf !== deaf) link[shouldBeDeaf ? "pause" : "resume"]();
      deaf = shouldBeDeaf;
      if (now - began >= held.length * LOOK) held.push(memory(pid));
    },
    figures: () => ({ memory: held, memory_growth: Math.max(...held) - held[0] }),
  };
}
