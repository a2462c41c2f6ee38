// A phone without glass: it takes a seat in a room, leans from side to side and taps once a second.
//   npm install socket.io-client
//   node phone.mjs http://localhost:8080/KRTP      as the big screen shows it
import { io } from "socket.io-client";

const FULL = 10_000; // a fraction of 1.0 travels as this integer
const { origin, pathname } = new URL(process.argv[2]);
const join = { room: pathname.slice(1), seat: null };
const phone = io(`${origin}/phone`, { auth: join, transports: ["websocket"] });
let samples = 0;
let taps = 0;

phone.on("seated", ({ seat, seat_pass }) => {
  join.seat = seat_pass; // after a lost connection it comes back to this seat
  console.log(`Phone ${seat.number}, ${seat.name}: the ${seat.colour} ${seat.shape}.`);
});
phone.on("ended", ({ message }) => console.log(message));
phone.on("refused", ({ message }) => console.log(message));
phone.on("connect_error", ({ message }) => {
  console.log(message);
  if (!phone.active) process.exit(1); // refused, such as for a wrong code; lost connections are tried again
});

setInterval(() => {
  const half = Math.sin(Date.now() / 500) / 4; // of the angle, in radians: 29 degrees to either side
  const [y, w] = [Math.sin(half), Math.cos(half)].map((part) => Math.round(part * FULL));
  phone.volatile.emit("tilt", [samples++ % 65_536, 0, 0, y, 0, w, 40]); // a state: the newest wins, so none is kept
}, 33); // milliseconds

setInterval(async () => {
  const tap = [taps++, 0, FULL / 2, FULL / 2];
  const arrived = await phone.timeout(2000).emitWithAck("tap", tap).catch(() => false); // a fact: once, or visibly lost
  console.log(arrived ? `Tap ${tap[0]} is on the screen.` : `Tap ${tap[0]} is lost.`);
}, 1000); // milliseconds
