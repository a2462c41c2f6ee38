// Load of simulated phones for a real display: they point and tap until the process ends.
// Arguments: the relay's address, the room's code, how many, and milliseconds from this computer's clock to the server's.
// @ts-check
import { fromAim, inRoom } from "../../static/js/shared/motion.js";
import { Client } from "./client.js";
import { LANGUAGES } from "./dialects.js";
import { GOLDEN } from "./loop.js";

const HERTZ = 60; // samples a second of each phone, if the relay allows it
const TAP_EVERY = 5000; // milliseconds, each phone
const TURN = 2; // milliseconds between two looks who is due
const REST = 48; // degrees of steepness at which phones were recentred
const UNIT = 10_000; // a quaternion's component of 1.0

const [address, room, count, offset] = process.argv.slice(2);
const hands = await Promise.all(Array.from({ length: Number(count) }, (_, i) => join(i)));
console.log("seated");
setInterval(() => {
  for (const hand of hands) hand(Date.now() + Number(offset));
}, TURN);

/** @param {number} i @returns {Promise<(now: number) => void>} sends what is due at a moment of the server's clock */
async function join(i) {
  let most = HERTZ;
  let seq = 0;
  let taps = 0;
  let [due, tapDue] = [0, 0];
  const phone = new Client({ address, transport: "websocket" }, LANGUAGES.ours.phone(room), (event, data) => {
    if (event === "pace") most = data.hertz;
  });
  await phone.welcomed;

  return (now) => {
    if (!due) [due, tapDue] = [now + ((i * GOLDEN) % 1) * (1000 / most), now + ((i * GOLDEN) % 1) * TAP_EVERY];
    if (now < due) return;
    due = Math.max(due + 1000 / most, now - 1000 / most);
    seq = (seq + 1) % 65_536;
    phone.emit(JSON.stringify(["tilt", [seq, Math.round(now), ...attitude(i, now / 1000), REST]]));
    if (now < tapDue) return;
    tapDue += TAP_EVERY;
    taps += 1;
    phone.emit(JSON.stringify(["tap", [taps, Math.round(now), UNIT / 2, UNIT / 2]]));
  };
}

/** A loop over the picture, quick as a hand that plays. @param {number} i @param {number} now seconds */
function attitude(i, now) {
  const x = 0.5 + 0.4 * Math.sin(now * (1.3 + 0.5 * ((i * GOLDEN) % 1)) + i);
  const y = 0.5 + 0.35 * Math.sin(now * (1.7 + 0.6 * ((i * GOLDEN * 2) % 1)) + 2 * i);
  return inRoom(fromAim({ x, y }), -REST).map((part) => Math.round(part * UNIT));
}
