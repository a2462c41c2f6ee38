// Load generator: one load on one relay in its own process; job and figures are JSON.
// @ts-check
import { LANGUAGES } from "./dialects.js";
import { Loop, spin } from "./loop.js";
import { Notes } from "./notes.js";
import { cpuSeconds, peakMemory, stolenSeconds, waitedSeconds } from "./relay.js";
import { Room } from "./room.js";
import { makeTrouble } from "./trouble.js";

/** @import { Place } from "./client.js" */
/** @import { TroubleKind } from "./trouble.js" */

/**
 * @typedef {object} Job
 * @property {string} language of dialects.js
 * @property {string} address where the relay listens
 * @property {number} pid of the relay
 * @property {number} phones in all
 * @property {number} rooms
 * @property {number} hertz samples a second of each phone; 0 is none
 * @property {boolean} paced phones do as the relay tells them; otherwise they send by the clock whatever it can take
 * @property {"websocket" | "polling"} transport of the phones
 * @property {TroubleKind} trouble
 * @property {number} trouble_phones
 * @property {number} warm seconds before it counts
 * @property {number} seconds that count
 */

const SEATED_WITHIN = 30; // seconds
const ARRIVES_WITHIN = 4; // seconds, for what is still on its way at the end

/** @param {Job} job */
async function measure(job) {
  /** @type {Place} */
  const place = { address: job.address, transport: job.transport };
  const language = LANGUAGES[job.language];
  const notes = new Notes();
  const rooms = Array.from({ length: job.rooms }, () => new Room(place, language, notes));
  await within(SEATED_WITHIN, Promise.all(rooms.map((room) => room.fill(Math.round(job.phones / job.rooms)))));
  const trouble = await within(SEATED_WITHIN, makeTrouble(job.trouble, place, language, job.trouble_phones, job.pid));
  const phones = rooms.flatMap((room) => room.phones);

  const loop = new Loop(rooms, trouble.rooms, job.hertz, job.paced, notes);
  await loop.run(job.warm);
  const before = used(job.pid);
  await loop.run(job.seconds, true, trouble.each);
  const after = used(job.pid);
  const cpu = (after.cpu - before.cpu) / job.seconds;
  const sent = phones.map((phone) => phone.counted);
  const all = sent.reduce((a, b) => a + b, 0);
  await arrival(() => notes.delays.count >= all && !notes.taps.size);

  return {
    delay: notes.delays.figures(),
    age: notes.ages.figures(),
    tap_delay: notes.tapDelays.figures(),
    taps: { sent: notes.tapsSent, lost: notes.taps.size, early: notes.tapsEarly },
    delivered: all ? notes.delays.count / all : null,
    frames: notes.frames / job.rooms / job.seconds,
    samples: { all: all / job.seconds, least: Math.min(...sent) / job.seconds },
    cpu,
    cpu_per_phone: cpu / [...rooms, ...trouble.rooms].reduce((sum, room) => sum + room.phones.length, 0),
    waited: (after.waited - before.waited) / job.seconds,
    stolen: (after.stolen - before.stolen) / job.seconds,
    memory_peak: peakMemory(job.pid),
    lost: phones.filter((phone) => phone.client.lost).length,
    lateness: loop.lateness.figures(),
    ...trouble.figures(),
  };
}

/** @param {number} pid of the relay */
function used(pid) {
  return { cpu: cpuSeconds(pid), waited: waitedSeconds(pid), stolen: stolenSeconds() };
}

/** @template T @param {number} seconds @param {Promise<T>} promise @returns {Promise<T>} */
function within(seconds, promise) {
  const refuse = async () => {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    throw new Error(`Not everyone was seated within ${seconds} s.`);
  };
  return Promise.race([promise, refuse()]);
}

/** Wait for what is still on its way. @param {() => boolean} isHere */
async function arrival(isHere) {
  const until = performance.now() + ARRIVES_WITHIN * 1000;
  await spin((now) => now >= until || isHere());
}

try {
  tell(await measure(JSON.parse(process.argv[2])));
} catch (error) {
  tell({ failed: error instanceof Error ? error.message : String(error) });
}

/** Say it and stop, though connections are open. @param {object} figures */
function tell(figures) {
  process.stdout.write(JSON.stringify(figures), () => process.exit());
}
