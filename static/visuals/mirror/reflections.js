// Reflection maps: painted lamps instead of computed light, the same everywhere.
// @ts-check
import { CanvasTexture, CubeTexture, SRGBColorSpace } from "../../vendor/three/three.module.js";

const SIDE = 64; // pixels of one wall
const BALL = 128; // pixels of the ball that edges look up their light on

/** Lamps on the walls of a dark room: [x, y, width, height] in fractions of a wall, brightness 0 to 1. */
const WALLS = [
  [[0.3, 0.5, 0.3, 0.9, 0.75]], // right
  [[0.62, 0.45, 0.22, 0.8, 0.9]], // left
  [[0.5, 0.5, 0.95, 0.6, 1]], // ceiling
  [[0.5, 0.6, 0.8, 0.3, 0.25]], // floor
  [[0.5, -0.05, 0.9, 0.5, 0.5]], // behind the viewer: dark but for the top, so that glass seen straight shows its colour
  [[0.5, 0.5, 0.6, 0.3, 0.3]], // behind the phones
];

/** From straight up to straight down: [where, how bright], 0 to 255. */
const SKY = [[0, 250], [0.22, 232], [0.45, 150], [0.7, 104], [1, 70]];

/** @returns {CubeTexture} the room, for glass */
export function environmentMap() {
  const room = new CubeTexture(WALLS.map(paintWall));
  room.colorSpace = SRGBColorSpace;
  room.needsUpdate = true;
  return room;
}

/** @returns {CanvasTexture} light by the direction in which a surface looks, for edges: up is brightest */
export function matcapTexture() {
  const pen = penFor(BALL);
  const base = pen.createLinearGradient(0, 0, 0, BALL);
  for (const [at, value] of SKY) base.addColorStop(at, `rgb(${value} ${value} ${value})`);
  pen.fillStyle = base;
  pen.fillRect(0, 0, BALL, BALL);
  paintLamp(pen, BALL, [0.06, 0.42, 0.3, 0.8, 0.9]);
  paintLamp(pen, BALL, [0.97, 0.5, 0.2, 0.7, 0.7]);
  const ball = new CanvasTexture(pen.canvas);
  ball.colorSpace = SRGBColorSpace;
  return ball;
}

/** @param {readonly (readonly number[])[]} lamps */
function paintWall(lamps) {
  const pen = penFor(SIDE);
  pen.fillStyle = "#06070a";
  pen.fillRect(0, 0, SIDE, SIDE);
  for (const lamp of lamps) paintLamp(pen, SIDE, lamp);
  return pen.canvas;
}

/** @param {CanvasRenderingContext2D} pen @param {number} side @param {readonly number[]} lamp */
function paintLamp(pen, side, [x, y, width, height, brightness]) {
  const glow = pen.createRadialGradient(0, 0, 0, 0, 0, 1);
  for (const [at, share] of [[0, 1], [0.55, 0.9], [0.8, 0.4], [1, 0]]) glow.addColorStop(at, `rgb(255 255 255 / ${share * brightness})`);
  pen.setTransform((width * side) / 2, 0, 0, (height * side) / 2, x * side, y * side);
  pen.fillStyle = glow;
  pen.fillRect(-1, -1, 2, 2);
  pen.resetTransform();
}

/** @param {number} side pixels */
function penFor(side) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
}
