// Peer: the relay on Node, as socket.io's documentation would have it.
import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { Server } from "socket.io";

const [port, certificate, key] = process.argv.slice(2);
const listener = certificate
  ? https.createServer({ cert: readFileSync(certificate), key: readFileSync(key) })
  : http.createServer();
const io = new Server(listener);
const phonesIn = new Map();

io.on("connection", (socket) => {
  let room = "";
  let number = 0;

  socket.on("display", (wish) => {
    socket.join(wish);
    socket.emit("opened", wish);
  });

  socket.on("join", (wish) => {
    room = wish;
    number = (phonesIn.get(room) ?? 0) + 1;
    phonesIn.set(room, number);
    socket.emit("seated", number);
  });

  socket.on("tilt", (sample) => io.to(room).emit("tilt", [number, sample]));
  socket.on("tap", (where) => io.to(room).emit("tap", [number, where]));
});

// Node sets TCP_NODELAY by itself; the queue of connections is as long as the other relays'.
listener.listen({ port: Number(port), host: "127.0.0.1", backlog: 512 });
