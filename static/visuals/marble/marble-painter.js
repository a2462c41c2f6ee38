// Marble painter: ball with its seat's shape, the light it casts, and its number.
// @ts-check
import { fillMark } from "../_kit/canvas.js";
import { font } from "../_kit/type.js";
import { RADIUS } from "./marble.js";

/** @import { Phone, Stage } from "../../js/display/stage/contract.js" */
/** @import { Marble } from "./marble.js" */
/** @import { View } from "./view.js" */

const CROWN_BOX = 24; // that the crown is drawn in
const SHAPE = 1.2; // radii: how large the shape is
const GLOW = 3.2; // radii that its light reaches
const SHADOW = 0.28; // of a radius to the right and down
const ASIDE = 0.92; // radii to the right and down to its number: where marbles that touch leave a gap
const MAX_PICTURES = 64; // pictures at most
const CROWN = "M2 19V8l5.500 4L12 4l4.500 8L22 8v11z";

/** @typedef {Pick<Phone, "paint" | "shape">} Face */
/** @typedef {{pen: CanvasRenderingContext2D, stage: Stage, view: View}} Easel */

/** Pictures of marbles, painted once each. */
export class MarblePainter {
  #stage;
  /** @type {Map<string, HTMLCanvasElement>} */ #pictures = new Map();

  /** @param {Stage} stage */
  constructor(stage) {
    this.#stage = stage;
  }

  /** The light on the floor. @param {Easel} easel @param {Marble} marble @param {Face} face @param {number} strength 0 to 1 */
  shine({ pen, view }, marble, { paint }, strength) {
    if (marble.away) return;
    const radius = GLOW * RADIUS * view.unit;
    const [x, y] = [view.x + marble.at.x * view.unit, view.y + marble.at.y * view.unit];
    pen.globalAlpha = strength * Math.min(1, marble.size);
    pen.drawImage(this.#picture(`glow ${paint}`, radius, (brush) => glow(brush, paint)), x - radius, y - radius, 2 * radius, 2 * radius);
    pen.globalAlpha = 1;
  }

  /** A small copy of its shape. @param {Face} face @param {number} radius CSS pixels */
  bead({ paint, shape }, radius) {
    return this.#picture(`bead ${paint} ${shape}`, radius, (brush) => {
      brush.scale(1 / (SHAPE / 2), 1 / (SHAPE / 2));
      mark(brush, this.#stage.outline(shape), paint);
    });
  }

  /** @param {Easel} easel @param {Marble} marble @param {Face} face @param {number} strength 0 to 1 */
  draw({ pen, view }, marble, face, strength) {
    const { theme, palette } = this.#stage;
    const box = 1.25 * RADIUS * view.unit; // half of it; the picture has some air
    const paint = marble.away ? palette.quiet : face.paint;
    const picture = this.#picture(`${theme} ${paint} ${face.shape}`, box, (brush) => {
      brush.scale(1 / 1.25, 1 / 1.25);
      ball(brush, paint);
      mark(brush, this.#stage.outline(face.shape), theme === "dark" ? "#0b0e14" : "#ffffff");
    });
    const size = box * marble.size;
    const [x, y] = [view.x + marble.at.x * view.unit, view.y + marble.at.y * view.unit];
    const seen = strength * (marble.away ? 0.4 : 1) * Math.min(1, marble.size, 2.2 - marble.size);
    const fall = SHADOW * RADIUS * view.unit * (1 + 4 * Math.max(0, marble.size - 1));
    pen.globalAlpha = 0.4 * seen;
    pen.fillStyle = "#000";
    pen.beginPath();
    pen.arc(x + fall, y + fall, 0.8 * size, 0, 2 * Math.PI);
    pen.fill();
    pen.globalAlpha = seen;
    pen.drawImage(picture, x - size, y - size, 2 * size, 2 * size);
    pen.globalAlpha = 1;
  }

  /** @param {Easel} easel @param {Marble} marble @param {Phone} phone @param {boolean} leads has won most often */
  drawNumber({ pen, stage, view }, marble, phone, leads) {
    if (marble.place > 0) return;
    const [x, y] = [view.x + marble.at.x * view.unit, view.y + marble.at.y * view.unit];
    const radius = RADIUS * view.unit;
    pen.globalAlpha = marble.away ? 0.6 : 1;
    pen.font = font(700, Math.max(view.type, 0.75 * radius));
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    pen.lineWidth = 0.3 * view.type;
    pen.strokeStyle = stage.palette.ground;
    pen.fillStyle = stage.palette.text;
    pen.strokeText(String(phone.number), x + ASIDE * radius, y + ASIDE * radius);
    pen.fillText(String(phone.number), x + ASIDE * radius, y + ASIDE * radius);
    if (leads && !marble.away) {
      const size = Math.max(1.1 * view.type, 0.75 * radius);
      const crown = this.#picture(`crown ${stage.theme}`, size, (brush) => drawCrown(brush, stage.palette));
      pen.drawImage(crown, x - ASIDE * radius - size / 2, y - ASIDE * radius - size / 2, size, size);
    }
    pen.globalAlpha = 1;
  }

  close() {
    for (const picture of this.#pictures.values()) picture.width = picture.height = 0;
    this.#pictures.clear();
  }

  /**
   * @param {string} name
   * @param {number} radius CSS pixels
   * @param {(brush: CanvasRenderingContext2D) => void} paint in a box from −1 to 1
   */
  #picture(name, radius, paint) {
    const pixels = Math.ceil(2 * radius * this.#stage.ratio);
    const key = `${name} ${pixels}`;
    const known = this.#pictures.get(key);
    if (known) return known;
    if (this.#pictures.size >= MAX_PICTURES) this.close();
    const picture = document.createElement("canvas");
    picture.width = picture.height = pixels;
    const brush = /** @type {CanvasRenderingContext2D} */ (picture.getContext("2d"));
    brush.setTransform(pixels / 2, 0, 0, pixels / 2, pixels / 2, pixels / 2);
    paint(brush);
    this.#pictures.set(key, picture);
    return picture;
  }
}

/** @param {CanvasRenderingContext2D} brush @param {string} paint */
function glow(brush, paint) {
  const light = brush.createRadialGradient(0, 0, 0, 0, 0, 1);
  for (const [far, strength] of [[0, "8c"], [0.35, "40"], [0.7, "12"], [1, "00"]]) light.addColorStop(Number(far), `${paint}${strength}`);
  brush.fillStyle = light;
  brush.fillRect(-1, -1, 2, 2);
}

/** @param {CanvasRenderingContext2D} brush @param {string} paint */
function ball(brush, paint) {
  const round = new Path2D();
  round.arc(0, 0, 1, 0, 2 * Math.PI);
  brush.fillStyle = paint;
  brush.fill(round);
  const shaded = brush.createRadialGradient(-0.3, -0.35, 0.2, -0.1, -0.1, 1.12);
  shaded.addColorStop(0, "#fff5");
  shaded.addColorStop(0.45, "#fff0");
  shaded.addColorStop(0.7, "#0000");
  shaded.addColorStop(1, "#0008");
  brush.fillStyle = shaded;
  brush.fill(round);
}

/** @param {CanvasRenderingContext2D} brush @param {Path2D} outline @param {string} colour */
function mark(brush, outline, colour) {
  brush.fillStyle = colour;
  fillMark(brush, outline, 0, 0, SHAPE);
}

/** @param {CanvasRenderingContext2D} brush @param {Stage["palette"]} palette */
function drawCrown(brush, palette) {
  brush.scale(2 / CROWN_BOX, 2 / CROWN_BOX);
  brush.translate(-CROWN_BOX / 2, -CROWN_BOX / 2);
  const crown = new Path2D(CROWN);
  brush.lineJoin = "round";
  brush.lineWidth = 3.5;
  brush.strokeStyle = palette.ground;
  brush.stroke(crown);
  brush.fillStyle = palette.text;
  brush.fill(crown);
}
