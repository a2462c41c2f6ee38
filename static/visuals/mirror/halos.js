// Halos behind phones: one instanced draw call, however many.
// @ts-check
import { Color, InstancedBufferAttribute, InstancedBufferGeometry, Mesh } from "../../vendor/three/three.module.js";
import { HALO_REACH } from "./glow-materials.js";

/** @import { GlowMaterials } from "./glow-materials.js" */
/** @import { Parts } from "./parts.js" */

const INITIAL_CAPACITY = 64; // halos at first; more are made room for
const ORDER = 0; // below all else

/** Told anew every frame, between `begin` and `end`. */
export class Halos {
  #geometry = new InstancedBufferGeometry();
  #places = new InstancedBufferAttribute(new Float32Array(3 * INITIAL_CAPACITY), 3); // x and y of the middle on the wall, width
  #tones = new InstancedBufferAttribute(new Float32Array(4 * INITIAL_CAPACITY), 4); // paint, strength
  #materials;
  #material;
  #count = 0;
  mesh;

  /**
   * @param {Parts} parts
   * @param {GlowMaterials} materials
   */
  constructor(parts, materials) {
    this.#materials = materials;
    this.#material = materials.halo();
    this.#geometry.setIndex(parts.plane.index);
    this.#geometry.setAttribute("position", parts.plane.getAttribute("position"));
    this.#hold();
    this.mesh = new Mesh(this.#geometry, this.#material);
    this.mesh.renderOrder = ORDER;
    this.mesh.frustumCulled = false;
    this.redraw();
  }

  /** The theme has changed. */
  redraw() {
    this.#materials.blend(this.#material);
  }

  begin() {
    this.#count = 0;
  }

  /**
   * @param {number} x CSS pixels from the wall's middle
   * @param {number} y upwards
   * @param {number} tall CSS pixels that the phone is high
   * @param {Color} paint
   * @param {number} strength 0 to 1
   */
  add(x, y, tall, paint, strength) {
    if (this.#count === this.#places.count) this.#grow();
    this.#places.setXYZ(this.#count, x, y, tall * HALO_REACH);
    this.#tones.setXYZW(this.#count, paint.r, paint.g, paint.b, strength);
    this.#count += 1;
  }

  end() {
    this.#geometry.instanceCount = this.#count;
    this.#places.needsUpdate = this.#tones.needsUpdate = true;
  }

  close() {
    this.mesh.removeFromParent();
    this.#geometry.dispose();
    this.#material.dispose();
  }

  #grow() {
    this.#geometry.dispose(); // lets go of what the graphics chip holds of the smaller ones
    this.#places = twice(this.#places);
    this.#tones = twice(this.#tones);
    this.#hold();
  }

  #hold() {
    this.#geometry.setAttribute("place", this.#places);
    this.#geometry.setAttribute("tone", this.#tones);
  }
}

/** @param {InstancedBufferAttribute} small @returns {InstancedBufferAttribute} with the same content and room for as much again */
function twice({ array, itemSize }) {
  const larger = new Float32Array(2 * array.length);
  larger.set(array);
  return new InstancedBufferAttribute(larger, itemSize);
}
