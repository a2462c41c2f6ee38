// Geometries and reflection maps that all phone models share.
// @ts-check
import { BufferAttribute, BufferGeometry, ExtrudeGeometry, PlaneGeometry, Shape, ShapeGeometry } from "../../vendor/three/three.module.js";
import { matcapTexture, environmentMap } from "./reflections.js";

// In heights of a phone.
export const WIDTH = 0.486;
const CORNER = 0.078;
const THICK = 0.05;
const BEVEL = 0.016;
const RIM = 0.013; // between the glass and the edge
const LIFT = 0.0012; // of the glass above the body

/** Made once, for as many phones as come. */
export class Parts {
  body = bodyGeometry();
  glass = glassGeometry();
  plane = new PlaneGeometry(1, 1);
  room = environmentMap();
  ball = matcapTexture();

  close() {
    for (const part of [this.body, this.glass, this.plane, this.room, this.ball]) part.dispose();
  }
}

/** A slab with soft edges: the edges white, to take the phone's colour, the rest nearly black. */
function bodyGeometry() {
  const outline = roundedBox(WIDTH - 2 * BEVEL, 1 - 2 * BEVEL, CORNER - BEVEL);
  const bevel = { bevelEnabled: true, bevelThickness: BEVEL, bevelSize: BEVEL, bevelSegments: 4 };
  const body = new ExtrudeGeometry(outline, { depth: THICK - 2 * BEVEL, curveSegments: 10, ...bevel });
  body.translate(0, 0, -(THICK - 2 * BEVEL) / 2);
  const [caps] = body.groups;
  const colours = new Float32Array(3 * body.attributes.position.count).fill(1);
  colours.fill(0.04, 3 * caps.start, 3 * (caps.start + caps.count));
  body.setAttribute("color", new BufferAttribute(colours, 3));
  body.clearGroups();
  return body;
}

/** Front and back in one: the front shows the left half of its picture, the back the right half. */
function glassGeometry() {
  const [width, height] = [WIDTH - 2 * BEVEL - RIM, 1 - 2 * BEVEL - RIM];
  const front = new ShapeGeometry(roundedBox(width, height, CORNER - BEVEL - RIM / 2), 10);
  const back = front.clone().rotateY(Math.PI);
  front.translate(0, 0, THICK / 2 + LIFT);
  back.translate(0, 0, -THICK / 2 - LIFT);
  return joined(withPicture(front, 0, width, height, 1), withPicture(back, 0.5, width, height, -1));
}

/**
 * @param {ShapeGeometry} face
 * @param {number} left of its half of the picture
 * @param {number} width
 * @param {number} height
 * @param {number} facing 1 or −1
 */
function withPicture(face, left, width, height, facing) {
  const { position, uv } = face.attributes;
  for (let i = 0; i < position.count; i += 1) {
    uv.setXY(i, left + 0.25 + (facing * position.getX(i)) / width / 2, 0.5 + position.getY(i) / height);
  }
  return face;
}

/** @param {BufferGeometry} a @param {BufferGeometry} b */
function joined(a, b) {
  const both = new BufferGeometry();
  for (const name of ["position", "normal", "uv"]) {
    const [one, other] = [a.getAttribute(name), b.getAttribute(name)];
    both.setAttribute(name, new BufferAttribute(new Float32Array([...one.array, ...other.array]), one.itemSize));
  }
  const shift = a.getAttribute("position").count;
  both.setIndex([...indexOf(a), ...indexOf(b).map((corner) => corner + shift)]);
  a.dispose();
  b.dispose();
  return both;
}

/** @param {BufferGeometry} geometry @returns {number[]} */
function indexOf({ index }) {
  return index ? [...index.array] : [];
}

/** @param {number} width @param {number} height @param {number} radius */
function roundedBox(width, height, radius) {
  const [x, y] = [width / 2, height / 2];
  const box = new Shape();
  box.moveTo(-x + radius, -y).lineTo(x - radius, -y);
  box.absarc(x - radius, -y + radius, radius, -Math.PI / 2, 0, false);
  box.lineTo(x, y - radius).absarc(x - radius, y - radius, radius, 0, Math.PI / 2, false);
  box.lineTo(-x + radius, y).absarc(-x + radius, y - radius, radius, Math.PI / 2, Math.PI, false);
  box.lineTo(-x, -y + radius).absarc(-x + radius, -y + radius, radius, Math.PI, Math.PI * 1.5, false);
  return box;
}
